import { beforeAll, expect, it } from 'vitest'
import { officerOf } from '#platform/accounts/officer.ts'
import { decideSuspicion } from '#platform/accounts/suspicion-decide.ts'
import { suspicionsOpen } from '#platform/accounts/suspicion-queue.ts'
import { verifyChain } from '#platform/audit/verify.ts'
import { delegationsGiven } from '#platform/authority/delegation.ts'
import type { Principal } from '#platform/authority/principal.ts'
import type { CastName } from '#platform/people/synthetic.ts'
import { decide, queue } from '#platform/requests/office.ts'
import { testPlatform } from '#tests/support/database.ts'
import { castNumber } from './cast.ts'
import { castEstablishmentNumber } from './numbers.ts'
import { openOfficeCases } from './office-cases.ts'
import { populate } from './populate.ts'

const test = await testPlatform()
const { platform, db } = test

beforeAll(async () => {
  await populate(platform, { persons: 100 })
  await openOfficeCases(platform)
})

async function officer(name: CastName): Promise<Extract<Principal, { kind: 'officer' }>> {
  const person = castNumber(name)
  const onDuty = await officerOf(db, person)
  if (!onDuty) throw new Error(`${name} is on no roster`)
  return { kind: 'officer', session: 'test', ...onDuty }
}
const waiting = async (name: CastName, unit: string) => {
  const cases = await queue(platform, await officer(name), { unit, limit: 10 })
  if (!cases.ok) throw new Error(cases.error.code)
  return cases.value
}
const yes = { approve: true, reason: 'Looked at, and in order.' }

it('the objections wait for the panel, with the fines frozen', async () => {
  const cases = await waiting('trafficOfficer', 'traffic-objections')
  const drivers = [castNumber('merchant'), castNumber('manager')]
  expect(cases.map((one) => one.applicant)).toEqual(drivers)
  const fines = await db.selectFrom('violation').select('state').where('person_id', 'in', drivers).execute()
  expect(fines.map((one) => one.state)).toEqual(['objected', 'objected'])
})

it('a letter waits for each of two officers, and the ready ones bring both to an end', async () => {
  const cases = await waiting('businessOfficer', 'business-services')
  expect(cases.map((one) => one.step)).toEqual(['second-look', 'first-look'])
  for (const one of cases)
    expect(await decide(platform, await officer('businessOfficer'), one, yes)).toMatchObject({ ok: true })
  const [left] = await waiting('secondOfficer', 'business-services')
  if (!left) throw new Error('nothing waits for the second officer')
  expect(await decide(platform, await officer('businessOfficer'), left, yes)).toMatchObject({ ok: false })
  expect(await decide(platform, await officer('secondOfficer'), left, yes)).toMatchObject({ ok: true })
  const given = await delegationsGiven(platform, castEstablishmentNumber)
  expect(
    given
      .filter((one) => one.kind === 'signatory')
      .map((one) => one.delegate)
      .sort(),
  ).toEqual([castNumber('accountant'), castNumber('manager')].sort())
})

it('two identities may be in use by others: one is decided alone, the other by two', async () => {
  const [first, second] = [await officer('activationOfficer'), await officer('secondOfficer')]
  const cases = await suspicionsOpen(db, first)
  expect(cases.map(({ kind, own }) => [kind, own])).toEqual([
    ['registration', false],
    ['document', false],
  ])
  const decision = { outcome: 'blocked', reason: 'The papers are somebody else’s.' } as const
  for (const { id } of cases)
    expect(await decideSuspicion(platform, { id, ...decision }, first)).toMatchObject({ ok: true })
  const left = await suspicionsOpen(db, second)
  expect(left.map(({ kind, own }) => [kind, own])).toEqual([['registration', false]])
  for (const { id } of left)
    expect(await decideSuspicion(platform, { id, ...decision }, second)).toMatchObject({ ok: true })
  expect(await suspicionsOpen(db, first)).toEqual([])
})

it('all of it is in the chain of what was done', async () => {
  await test.runJobs()
  expect(await verifyChain(db)).toMatchObject({ ok: true })
})
