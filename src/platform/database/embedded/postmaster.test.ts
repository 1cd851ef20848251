import { access, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { findPostmaster } from './postmaster.ts'

const folder = await mkdtemp(join(tmpdir(), 'postmaster-'))
const path = join(folder, 'postmaster.pid')
afterAll(() => rm(folder, { recursive: true, force: true }))
const isThere = () =>
  access(path).then(
    () => true,
    () => false,
  )

describe('the process file of a server', () => {
  it.each(['', '4242'])(
    'is left alone while the server that starts is still writing it (%j)',
    async (half) => {
      await writeFile(path, half)
      expect(await findPostmaster(folder)).toBeUndefined()
      expect(await isThere()).toBe(true)
    },
  )

  it('is taken away when it was left behind, whole or not', async () => {
    for (const text of ['', '4194305\n/nowhere\n0\n5432\n']) {
      await writeFile(path, text)
      const longAgo = new Date(Date.now() - 60_000)
      await utimes(path, longAgo, longAgo)
      expect(await findPostmaster(folder)).toBeUndefined()
      expect(await isThere()).toBe(false)
    }
  })
})
