import { afterAll, afterEach } from 'vitest'
import { closeAll } from '#tests/support/done.ts'
import { tellWhatStood } from './visitor.ts'

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await tellWhatStood()
})
// biome-ignore lint/correctness/noEmptyPattern: the runner wants its first argument taken apart
afterAll(async ({}, file) => {
  // What fails before the first test of a file, as signing in does, fails no test of it.
  if (file.tasks.some((task) => task.result?.state === 'fail')) await tellWhatStood()
  await closeAll()
})
