import { beforeAll, beforeEach, expect, it } from 'vitest'
import type { PersonNumber } from '#kernel/person-number.ts'
import { anonymous } from '#platform/authority/principal.ts'
import type { Block } from '#platform/catalogue/block.ts'
import { type TestPlatform, testPlatform } from '#tests/support/database.ts'
import { aHajjPermit } from '#tests/support/hajj.ts'
import { aPerson } from '#tests/support/people.ts'
import { answerOf, asPerson } from '#tests/support/service.ts'

const slug = 'query-hajj-permit'
let test: TestPlatform
let pilgrim: PersonNumber
beforeAll(async () => {
  test = await testPlatform()
})
beforeEach(async () => {
  pilgrim = await aPerson(test.db)
})

const ask = (number: string, born = '1991-03-14') =>
  answerOf(test, anonymous, slug, { raw: { number, born } })
const codes = (blocks: readonly Block[]) => blocks.flatMap((one) => (one.kind === 'status' ? [one.code] : []))

it('says issued or not for this season, and nothing else to anybody', async () => {
  await aHajjPermit(test, pilgrim)
  const said = await ask(pilgrim)
  expect(said).toHaveLength(1)
  expect(codes(said)).toEqual(['ISSUED'])
})

it('answers a wrong birth date, a permit of another season or cancelled, and an unknown number alike', async () => {
  await aHajjPermit(test, pilgrim)
  const [before, cancelled] = [await aPerson(test.db), await aPerson(test.db)]
  await aHajjPermit(test, before, { season: 1447, state: 'performed' })
  await aHajjPermit(test, cancelled, { state: 'cancelled' })
  const said = await Promise.all([ask(pilgrim, '1991-03-15'), ask(before), ask(cancelled), ask('1999999996')])
  expect(new Set(said.map((one) => JSON.stringify(one))).size).toBe(1)
  expect(codes(said[0] ?? [])).toEqual(['NOT_ISSUED'])
})

it('shows the pilgrim number, campaign and the digital permit', async () => {
  const permit = await aHajjPermit(test, pilgrim)
  const blocks = await answerOf(test, asPerson(pilgrim), slug)
  expect(blocks.map((one) => one.kind)).toEqual(['status', 'facts', 'document'])
  expect(blocks.at(-1)).toMatchObject({ document: 'hajj-permit', subject: permit })
})
