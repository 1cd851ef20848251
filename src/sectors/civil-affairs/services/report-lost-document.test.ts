import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { accessLog } from '#platform/audit/access-log.ts'
import { anonymous } from '#platform/authority/principal.ts'
import { transact } from '#platform/database/transact.ts'
import { documentsOf } from '#platform/documents/issued.ts'
import { placeStates } from '#platform/documents/status.ts'
import { stateAt, statusList } from '#platform/documents/status-list.ts'
import { relativesOf } from '#platform/people/family.ts'
import { aFamilyRecord, aNationalId } from '#tests/support/civil-affairs.ts'
import { type TestPlatform, testPlatform } from '#tests/support/database.ts'
import { drawn } from '#tests/support/documents.ts'
import { aChild, aFamily, aPerson } from '#tests/support/people.ts'
import { answerOf, inboxOf, send, smsTo, trySend, unmetAtOpening } from '#tests/support/service.ts'
import { findPaper } from '../registry/papers.ts'

const service = 'report-lost-document'
let test: TestPlatform
let person: PersonNumber
let card: string
beforeAll(async () => {
  test = await testPlatform()
})
beforeEach(async () => {
  test.clock.set('2026-11-23T08:00:00Z')
  person = await aPerson(test.db)
  card = await aNationalId(test, person)
})

const answers = { lostOn: '2026-11-20', place: 'السوق', final: 'yes' }
const report = (more: Partial<Parameters<typeof send>[1]> = {}) =>
  send(test, { service, by: person, subject: card, answers, ...more })
const check = async (version = 3, number: string = person) => {
  const operation = test.platform.catalogue.operation('check-lost-paper')
  const done = await transact(test.db, async (tx) =>
    operation?.run({ tx, clock: test.clock, client: 'a-bank' }, {
      kind: 'national-id',
      number,
      version,
    } as never),
  )
  return done?.ok ? done.value : undefined
}
const stateOf = async (document: string, of = person) =>
  (await documentsOf(test.db, of)).find((one) => one.document === document)?.state

describe('reporting a lost ID', () => {
  it('ends the card for good at once, gives a receipt, and tells its holder', async () => {
    const sent = await report()
    expect((await sent.state()).status).toBe('fulfilled')
    expect(await findPaper(test.db, person, 'national-id')).toMatchObject({ state: 'lost', version: 3 })
    const receipt = (await documentsOf(test.db, person)).find((one) => one.document === 'loss-report')
    expect(receipt?.content.facts.map(({ key, value }) => [key, 'value' in value && value.value])).toEqual(
      expect.arrayContaining([
        ['report', sent.reference],
        ['version', 3],
        ['inTime', true],
      ]),
    )
    expect((await inboxOf(test, person)).join()).toContain('void for good')
    expect(smsTo(test, person).join()).toContain('بطلت نهائيًا')
  })

  it('takes back the codes that are out, in the lists that verifiers read; the digital ID stays', async () => {
    const before = await drawn(test, 'national-id', person)
    await report()
    expect(await stateOf('national-id')).toBe('revoked')
    const { status_list: list, status_index: place } = await test.db
      .selectFrom('issued_document')
      .select(['status_list', 'status_index'])
      .where('person_id', '=', person)
      .where('id', '=', before.id)
      .executeTakeFirstOrThrow()
    const { bytes = new Uint8Array() } = (await statusList(test.db, list, test.clock.now())) ?? {}
    expect(stateAt(bytes, place)).toBe(placeStates.invalid)
    const after = await drawn(test, 'national-id', person)
    expect(after).toMatchObject({ state: 'valid', number: person })
    expect(after.content.facts.find((one) => one.key === 'paper')?.value).toMatchObject({
      text: { en: 'Version 3 is lost, reported on 23 November 2026' },
    })
  })

  it('alerts verifiers: a partner asks by number and version, and its look is in the log', async () => {
    expect(await check()).toEqual({ lost: false, reportedOn: null })
    await report()
    expect(await check()).toEqual({ lost: true, reportedOn: '2026-11-23' })
    expect(await check(4)).toEqual({ lost: false, reportedOn: null })
    expect(await check(3, '1999999996')).toEqual({ lost: false, reportedOn: null })
    expect(await accessLog(test.db, person)).toMatchObject([
      { action: 'paper.read', who: { kind: 'partner' } },
    ])
    const said = await answerOf(test, anonymous, 'query-id-validity', {
      raw: { number: person, born: '1991-03-14' },
    })
    expect(said).toMatchObject([{ code: 'LOST' }])
  })

  it('is late after fifteen days, and is taken all the same', async () => {
    await report({ answers: { ...answers, lostOn: '2026-11-07' } })
    const [receipt] = (await documentsOf(test.db, person)).filter((one) => one.document === 'loss-report')
    expect(receipt?.content.facts.find((one) => one.key === 'inTime')?.value).toMatchObject({ value: false })
  })

  it('is of one copy of a family record: the other spouse’s stays', async () => {
    const family = await aFamily(test.db)
    const ids = await aFamilyRecord(test, { head: family.father, spouse: family.mother })
    const paper = await findPaper(test.db, family.mother, 'family-record', ids.get(family.mother))
    await report({ by: family.mother, subject: paper?.id ?? 'none' })
    expect(await findPaper(test.db, family.mother, 'family-record', ids.get(family.mother))).toMatchObject({
      state: 'lost',
    })
    expect(await findPaper(test.db, family.father, 'family-record', ids.get(family.father))).toMatchObject({
      state: 'valid',
    })
    const own = await findPaper(test.db, family.father, 'family-record', ids.get(family.father))
    const second = await report({ by: family.father, subject: own?.id ?? 'none' })
    expect((await second.state()).status).toBe('fulfilled')
    expect(await findPaper(test.db, family.father, 'family-record', ids.get(family.father))).toMatchObject({
      state: 'lost',
    })
  })

  it('is made by who acts for a child; the child’s codes in the parent’s hand end, and both are told', async () => {
    const family = await aFamily(test.db)
    const teenager = await aChild(test.db, family, { born: day('2010-12-01') })
    const paper = await aNationalId(test, teenager)
    const tie = (await relativesOf(test.db, family.father)).find((one) => one.id === teenager)?.relativeId
    await drawn(test, 'national-id', family.father, tie)
    await report({ by: family.father, subject: paper })
    expect(await stateOf('national-id', family.father)).toBe('revoked')
    for (const told of [family.mother, teenager]) expect(await inboxOf(test, told)).not.toEqual([])
  })
})

describe('a report is refused', () => {
  const fields = async (wrong: Readonly<Record<string, unknown>>) => {
    const tried = await trySend(test, {
      service,
      by: person,
      subject: card,
      answers: { ...answers, ...wrong },
    })
    return tried.ok ? [] : Object.keys(tried.error.fields ?? {})
  }

  it('without the word that it is final, of a day to come, and of a day before the card was issued', async () => {
    expect(await fields({ final: undefined })).toEqual(['final'])
    expect(await fields({ lostOn: '2026-11-24' })).toEqual(['lostOn'])
    expect(await fields({ lostOn: '2010-01-01' })).toEqual(['lostOn'])
    expect(await findPaper(test.db, person, 'national-id')).toMatchObject({ state: 'valid' })
  })

  it('of what was reported before, with how it stands', async () => {
    await report()
    const { 'paper-valid': verdict } = await unmetAtOpening(test, { service, by: person, subject: card })
    expect(verdict?.reason?.en).toBe('This version is on record as: Lost. There is nothing more to report.')
  })

  it('about somebody else’s card, and nothing is written', async () => {
    const stranger = await aPerson(test.db)
    const tried = await trySend(test, { service, by: stranger, subject: card, answers })
    expect(tried).toMatchObject({ ok: false, error: { status: 403 } })
    expect(await findPaper(test.db, person, 'national-id')).toMatchObject({ state: 'valid' })
    expect(await documentsOf(test.db, stranger)).toEqual([])
  })

  it('twice: two sent at once make one', async () => {
    const both = await Promise.allSettled([report({ key: 'k' }), report({ key: 'k' })])
    expect(both.some((one) => one.status === 'fulfilled')).toBe(true)
    const rows = await test.db
      .selectFrom('lost_report')
      .select('number')
      .where('person_id', '=', person)
      .execute()
    expect(rows).toHaveLength(1)
  })
})
