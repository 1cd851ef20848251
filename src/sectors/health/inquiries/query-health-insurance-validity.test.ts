import { beforeAll, beforeEach, expect, it } from 'vitest'
import { dayOf } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { anonymous } from '#platform/authority/principal.ts'
import type { Block } from '#platform/catalogue/block.ts'
import { type TestPlatform, testPlatform } from '#tests/support/database.ts'
import { aPolicy } from '#tests/support/health.ts'
import { aPerson, freshNumber } from '#tests/support/people.ts'
import { answerOf, asPerson } from '#tests/support/service.ts'

const slug = 'query-health-insurance-validity'
let test: TestPlatform
let person: PersonNumber
beforeAll(async () => {
  test = await testPlatform()
})
beforeEach(async () => {
  person = await aPerson(test.db, { kind: 'resident' })
})

const ask = (iqama: string, born = '1991-03-14') => answerOf(test, anonymous, slug, { raw: { iqama, born } })
const codes = (blocks: readonly Block[]) => blocks.flatMap((one) => (one.kind === 'status' ? [one.code] : []))

it('tells who knows number and birth date yes or no, and nothing of the policy', async () => {
  await aPolicy(test, person)
  const said = await ask(person)
  expect(said).toHaveLength(1)
  expect(codes(said)).toEqual(['INSURED'])
})

it('answers a wrong birth date, one who is not insured and a number that nobody has alike', async () => {
  await aPolicy(test, person)
  const uninsured = await aPerson(test.db, { kind: 'resident' })
  const said = await Promise.all([ask(person, '1991-03-15'), ask(uninsured), ask(freshNumber('resident'))])
  expect(new Set(said.map((one) => JSON.stringify(one))).size).toBe(1)
  expect(codes(said[0] ?? [])).toEqual(['NOT_INSURED'])
})

it('shows the insured insurer, class and dates, with the card; and says when it has ended', async () => {
  await aPolicy(test, person, { left: -2 })
  expect(codes(await answerOf(test, asPerson(person), slug))).toEqual(['ENDED'])
  await aPolicy(test, person)
  const blocks = await answerOf(test, asPerson(person), slug)
  expect(blocks.map((one) => one.kind)).toEqual(['status', 'facts', 'document'])
})

it('is brought forward on the home page in its last month', async () => {
  const prompt = test.platform.catalogue.prompts.find((one) => one.name === 'health-insurance-expiring')
  const list = () => prompt?.list({ db: test.db, clock: test.clock, today: dayOf(test.clock.now()) }, person)
  await aPolicy(test, person, { left: 20 })
  expect(await list()).toMatchObject([{ next: { service: slug } }])
  await aPolicy(test, person, { left: 200 })
  expect(await list()).toEqual([])
})
