import { beforeAll, expect, it } from 'vitest'
import { addDays, day, dayOf } from '#kernel/day.ts'
import { relativesOf } from '#platform/people/family.ts'
import { type TestPlatform, testPlatform } from '#tests/support/database.ts'
import { drawn, followed, heldBy } from '#tests/support/documents.ts'
import { aPolicy } from '#tests/support/health.ts'
import { aFamily, aPerson } from '#tests/support/people.ts'

let test: TestPlatform
beforeAll(async () => {
  test = await testPlatform()
})

it('is carried while a policy is in force, by the insured and by the guardian of an insured child', async () => {
  const family = await aFamily(test.db, { kind: 'resident', children: [day('2020-02-02')] })
  const [child = family.father] = family.children
  await aPolicy(test, family.father)
  await aPolicy(test, child)
  expect(await heldBy(test, family.father)).toEqual(['health-insurance', 'health-insurance'])
  const tie = (await relativesOf(test.db, family.father)).find((one) => one.id === child)?.relativeId
  const card = await drawn(test, 'health-insurance', family.father, tie)
  expect(card.content.facts.find((one) => one.key === 'person')?.value).toMatchObject({ value: child })
  expect(card.content.qr).toEqual({ cls: 'b' })
})

it('of a policy that has run out is not carried; a new policy takes the place of the old one', async () => {
  const person = await aPerson(test.db, { kind: 'resident' })
  await aPolicy(test, person, { left: -1 })
  expect(await heldBy(test, person)).toEqual([])
  await aPolicy(test, person, { left: 10 })
  const card = await drawn(test, 'health-insurance', person)
  expect(card.validUntil).toBe(addDays(dayOf(test.clock.now()), 10))
  await aPolicy(test, person, { left: 300 })
  expect(await followed(test, person)).toEqual(['valid', 'superseded'])
})
