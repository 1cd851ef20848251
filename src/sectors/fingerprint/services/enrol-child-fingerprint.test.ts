import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Day, day } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { enterOffices } from '#platform/appointments/office.ts'
import { offices } from '#platform/appointments/offices.ts'
import { accessLog } from '#platform/audit/access-log.ts'
import { anonymous } from '#platform/authority/principal.ts'
import { documentsOf } from '#platform/documents/issued.ts'
import { ask } from '#platform/inquiries/ask.ts'
import { inbox } from '#platform/notices/inbox.ts'
import { childrenOf } from '#platform/people/family.ts'
import { startDraft } from '#platform/requests/draft.ts'
import { type TestPlatform, testPlatform } from '#tests/support/database.ts'
import {
  attend,
  bookFrom,
  fingerprintOfficer,
  reasonsOf,
  sendRequest,
  signedIn,
  verdictsOf,
} from '#tests/support/enrolment.ts'
import { aFamily, aPerson, type Family, mobileOf } from '#tests/support/people.ts'

let test: TestPlatform
const slug = 'enrol-child-fingerprint'
const seven = day('2019-07-07')

beforeAll(async () => {
  test = await testPlatform()
  await enterOffices(test.db, offices)
})
beforeEach(() => test.clock.set('2026-11-23T08:00:00Z'))

/** A resident family whose only child was born in the Kingdom on that day. */
async function family(born: Day, guardian: 'father' | 'mother' = 'father') {
  const made = await aFamily(test.db, { kind: 'resident', children: [born], guardian })
  const [child] = made.children
  if (!child) throw new Error('no child')
  await test.db.updateTable('person').set({ birth_country: 'SAU' }).where('person_id', '=', child).execute()
  const [listed] = await childrenOf(test.db, made.father)
  if (!listed) throw new Error('no child on record')
  return { ...made, child, subject: listed.relativeId }
}

const change = (person: PersonNumber, to: Record<string, unknown>) =>
  test.db.updateTable('person').set(to).where('person_id', '=', person).execute()

const unmet = async ({ father }: Family, subject: string) =>
  reasonsOf(await verdictsOf(test, father, slug, subject))

describe('enrolling a child’s fingerprints', () => {
  it('takes a child of seven from the booking to the public answer, and tells both parents', async () => {
    const it = await family(seven)
    const reference = await sendRequest(test, it.father, slug, it.subject)
    expect((await bookFrom(test, it.father, reference, day('2026-11-24'))).ok).toBe(true)
    test.clock.set('2026-11-24T07:00:00Z')
    expect(await attend(test, reference, await fingerprintOfficer(test))).toMatchObject({
      value: { status: 'fulfilled' },
    })
    await test.runJobs()
    const inquiry = test.platform.catalogue.inquiry('query-fingerprint-by-iqama')
    if (!inquiry) throw new Error('missing')
    expect(await ask(test.platform, anonymous, inquiry, { raw: { iqama: it.child } })).toMatchObject({
      value: { blocks: [{ code: 'UPDATED' }] },
    })
    for (const parent of [it.father, it.mother])
      expect(
        test.sent.sms.filter(
          ({ to, text }) =>
            to === mobileOf(parent) && text.startsWith('سُجّلت بصمة') && text.includes('جوازات الرياض'),
        ),
      ).toHaveLength(1)
    expect(await documentsOf(test.db, it.father)).toMatchObject([{ document: 'fingerprint-slip' }])
  })

  it('is the guardian’s to begin once, tells the other parent, and a child of fifteen or more, who sees it', async () => {
    for (const [born, grown] of [
      [day('2011-11-23'), true],
      [day('2011-11-24'), false],
    ] as const) {
      const it = await family(born)
      const reference = await sendRequest(test, it.father, slug, it.subject)
      const told = async (person: PersonNumber) =>
        (await inbox(test.db, person, { limit: 9 })).filter((one) => one.body.en.includes(reference)).length
      expect(await told(it.mother)).toBe(1)
      expect(await told(it.child)).toBe(grown ? 1 : 0)
      expect(await accessLog(test.db, it.child)).toMatchObject([
        { action: 'request.submit', about: reference, ground: 'guardian' },
      ])
      await change(it.father, { alive: false, died_on: day('2026-11-01') })
      const [listed] = await childrenOf(test.db, it.mother)
      // The mother is the guardian now; what is open holds the child, whichever parent asked.
      await expect(sendRequest(test, it.mother, slug, listed?.relativeId ?? '')).rejects.toThrow(
        'already-open',
      )
    }
  })

  it('refuses a child of five with the date from which it is possible', async () => {
    const it = await family(day('2021-08-23'))
    const verdicts = await verdictsOf(test, it.father, slug, it.subject)
    expect(reasonsOf(verdicts)).toEqual(['TOO_YOUNG'])
    expect(verdicts[0]?.reason?.ar).toContain('23 أغسطس 2027')
    expect(verdicts[0]?.reason?.ar).toContain('24 يوليو 2027')
    await expect(sendRequest(test, it.father, slug, it.subject)).rejects.toThrow('conditions-unmet')
  })

  it('books ahead of the sixth birthday for a day from then on, and for none before', async () => {
    const it = await family(day('2020-12-08'))
    const reference = await sendRequest(test, it.father, slug, it.subject)
    expect(await bookFrom(test, it.father, reference, day('2026-12-07'))).toMatchObject({
      ok: false,
      error: { fields: { slot: { ar: expect.stringContaining('8 ديسمبر 2026') } } },
    })
    expect((await bookFrom(test, it.father, reference, day('2026-12-08'))).ok).toBe(true)
    expect(await attend(test, reference, await fingerprintOfficer(test))).toMatchObject({
      ok: false,
      error: { code: 'too-early' },
    })
    test.clock.set('2026-12-08T07:00:00Z')
    expect(await attend(test, reference, await fingerprintOfficer(test))).toMatchObject({
      value: { status: 'fulfilled' },
    })
  })

  it('is for children born in the Kingdom', async () => {
    const it = await family(seven)
    await change(it.child, { birth_country: 'EGY' })
    expect(await unmet(it, it.subject)).toEqual(['NOT_BORN_IN_THE_KINGDOM'])
  })

  it('asks for valid iqamas of father and mother', async () => {
    const it = await family(seven)
    await change(it.mother, { id_expiry: day('2026-11-22') })
    expect(await unmet(it, it.subject)).toEqual(['PARENTS_NOT_RESIDENT'])
    await change(it.mother, { id_expiry: day('2026-11-23') })
    expect(await unmet(it, it.subject)).toEqual([])
    await change(it.father, { id_expiry: day('2026-11-22') })
    expect(await unmet(it, it.subject)).toEqual(['PARENTS_NOT_RESIDENT'])
  })

  it('does not ask for a parent who died, is not on record, or parted from the one who comes', async () => {
    const widowed = await family(seven)
    await change(widowed.mother, { id_expiry: day('2020-01-01'), alive: false, died_on: day('2020-02-02') })
    expect(await unmet(widowed, widowed.subject)).toEqual([])

    const alone = await family(seven)
    await change(alone.mother, { id_expiry: null })
    await test.db
      .deleteFrom('relative')
      .where('person_id', '=', alone.child)
      .where('relative_id', '=', alone.mother)
      .execute()
    expect(await unmet(alone, alone.subject)).toEqual([])

    const parted = await family(seven)
    await change(parted.mother, { id_expiry: day('2020-01-01') })
    expect(await unmet(parted, parted.subject)).toEqual(['PARENTS_NOT_RESIDENT'])
    await test.db
      .deleteFrom('relative')
      .where('relation', '=', 'spouse')
      .where('person_id', '=', parted.father)
      .execute()
    expect(await unmet(parted, parted.subject)).toEqual([])
  })

  it('is the guardian’s to ask for: to a stranger it is 403, and nothing is written', async () => {
    const it = await family(seven)
    const stranger = await aPerson(test.db, { kind: 'resident' })
    const citizen = await aPerson(test.db)
    for (const person of [stranger, citizen])
      expect(
        await startDraft(test.platform, signedIn(person), { service: slug, subject: it.subject, key: 'k' }),
      ).toMatchObject({ ok: false, error: { status: 403 } })
    const rows = await test.db
      .selectFrom('request')
      .select('id')
      .where('subject_person', '=', it.child)
      .execute()
    expect(rows).toEqual([])
  })
})
