import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { newId } from '#platform/database/ids.ts'
import { transact } from '#platform/database/transact.ts'
import { aBirth, aFamilyRecord, aNationalId } from '#tests/support/civil-affairs.ts'
import { type TestPlatform, testPlatform } from '#tests/support/database.ts'
import { aFamily, aPerson } from '#tests/support/people.ts'
import { birthOf } from './births.ts'
import { familyRecordsOf, membersOf } from './families.ts'
import { losePaper, lostPaper, lostReportOf } from './lost.ts'
import { enterPaper, findPaper, papersOf } from './papers.ts'

let test: TestPlatform
let person: PersonNumber
beforeAll(async () => {
  test = await testPlatform()
})
beforeEach(async () => {
  person = await aPerson(test.db)
})

const report = (by: PersonNumber, number = 'CIV-1448-111111-1') => ({
  by,
  number,
  request: newId(new Date()),
  lostOn: day('2026-11-20'),
  place: 'السوق',
  reportedOn: day('2026-11-23'),
  late: false,
})

describe('papers', () => {
  it('are one valid version a record, and the newest is the one that counts', async () => {
    const id = await aNationalId(test, person, { version: 2 })
    await expect(aNationalId(test, person, { version: 3 })).rejects.toThrow('civil_paper_valid')
    await transact(test.db, (tx) => losePaper(tx, { holder: person, id }, report(person)))
    await aNationalId(test, person, { version: 3 })
    expect(await papersOf(test.db, person)).toMatchObject([
      { kind: 'national-id', version: 3, state: 'valid' },
    ])
    expect(await findPaper(test.db, person, 'national-id')).toMatchObject({ version: 3 })
    expect(await findPaper(test.db, await aPerson(test.db), 'national-id')).toBeUndefined()
  })

  it('are lost once and for good, with a report, and others can ask by what is printed', async () => {
    const id = await aNationalId(test, person)
    const lose = (number: string) =>
      transact(test.db, (tx) => losePaper(tx, { holder: person, id }, report(person, number)))
    expect([await lose('CIV-1448-111111-1'), await lose('CIV-1448-222222-1')]).toEqual([true, false])
    expect(await lostReportOf(test.db, { holder: person, id })).toMatchObject({ number: 'CIV-1448-111111-1' })
    const printed = { kind: 'national-id', number: person } as const
    expect(await lostPaper(test.db, { ...printed, version: 3 })).toMatchObject({ person_id: person })
    expect(await lostPaper(test.db, { ...printed, version: 4 })).toBeUndefined()
    await expect(
      enterPaper(test.db, {
        person_id: person,
        kind: 'national-id',
        record: 'self',
        number: person,
        version: 3,
        issued_on: day('2026-11-23'),
        expires_on: null,
        state: 'valid',
        ended_on: null,
      }),
    ).rejects.toThrow('civil_paper')
  })
})

describe('a birth', () => {
  it('is one a person, under a number of its own', async () => {
    const number = await aBirth(test, person, { on: day('1991-03-14') })
    expect(await birthOf(test.db, person)).toMatchObject({ number, hospital: { en: 'A hospital' } })
    expect(await birthOf(test.db, await aPerson(test.db))).toBeUndefined()
    await expect(aBirth(test, person, { on: day('1991-03-14') })).rejects.toThrow('birth_record')
  })
})

describe('a family record', () => {
  it('is in the hands of both spouses, led by either, with their living children in it', async () => {
    const family = await aFamily(test.db, { children: [day('2010-01-01'), day('2015-01-01')] })
    await aFamilyRecord(test, { head: family.mother, spouse: family.father })
    const [hers] = await familyRecordsOf(test.db, family.mother)
    const [his] = await familyRecordsOf(test.db, family.father)
    expect([hers?.head, his?.head, hers?.number === his?.number]).toEqual([true, false, true])
    const members = async (record: typeof hers) =>
      record ? (await membersOf(test.db, record)).map((one) => one.id) : []
    expect(await members(hers)).toEqual([family.father, ...family.children])
    expect(await members(his)).toEqual([family.mother, ...family.children])
  })

  it('no longer lists a child who has opened one of their own', async () => {
    const family = await aFamily(test.db, { children: [day('2000-01-01'), day('2015-01-01')] })
    const [grown, young] = family.children
    if (!grown || !young) throw new Error('no children')
    await aFamilyRecord(test, { head: family.father, spouse: family.mother })
    await aFamilyRecord(test, { head: grown, spouse: await aPerson(test.db, { sex: 'female' }) })
    const [record] = await familyRecordsOf(test.db, family.father)
    expect(record && (await membersOf(test.db, record)).map((one) => one.id)).toEqual([family.mother, young])
  })

  it('of one parent lists the children alone', async () => {
    const family = await aFamily(test.db, { children: [day('2015-01-01')] })
    await aFamilyRecord(test, { head: family.mother })
    const [record] = await familyRecordsOf(test.db, family.mother)
    expect(record && (await membersOf(test.db, record)).map((one) => one.id)).toEqual(family.children)
  })
})
