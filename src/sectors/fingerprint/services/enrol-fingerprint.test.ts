import { beforeAll, describe, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { enterOffices } from '#platform/appointments/office.ts'
import { offices } from '#platform/appointments/offices.ts'
import { documentsOf } from '#platform/documents/issued.ts'
import { inbox } from '#platform/notices/inbox.ts'
import { startDraft } from '#platform/requests/draft.ts'
import { submit } from '#platform/requests/submit.ts'
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
import { aPerson, mobileOf } from '#tests/support/people.ts'
import { enrol, fingerprintOf } from '../registry.ts'

let test: TestPlatform
const today = day('2026-11-23')
const place = { ar: 'جوازات الرياض', en: 'Riyadh Passports' }
const slug = 'enrol-fingerprint'

beforeAll(async () => {
  test = await testPlatform()
  await enterOffices(test.db, offices)
})

const rowOf = (person: PersonNumber) =>
  test.db.selectFrom('biometric_status').selectAll().where('person_id', '=', person).execute()

describe('enrolling fingerprints', () => {
  it('ends as UPDATED with the office of the appointment, a template, a slip and a text message', async () => {
    const person = await aPerson(test.db, { kind: 'resident' })
    const reference = await sendRequest(test, person, slug, 'self')
    expect((await bookFrom(test, person, reference, today, 'jeddah-passports')).ok).toBe(true)
    const done = await attend(test, reference, await fingerprintOfficer(test))
    expect(done).toMatchObject({ ok: true, value: { status: 'fulfilled' } })
    await test.runJobs()
    expect(await rowOf(person)).toMatchObject([
      {
        status: 'UPDATED',
        place_ar: 'جوازات جدة',
        enrolled_on: today,
        template_id: expect.stringMatching(/^.{40,}$/),
      },
    ])
    expect(await documentsOf(test.db, person)).toMatchObject([
      { document: 'fingerprint-slip', state: 'valid' },
    ])
    const told = (text: string) => text.includes('سُجّلت بصمتك في جوازات جدة')
    expect(test.sent.sms.filter(({ to, text }) => to === mobileOf(person) && told(text))).toHaveLength(1)
    const notices = await inbox(test.db, person, { limit: 10 })
    expect(notices.filter(({ body }) => told(body.ar))).toHaveLength(1)
  })

  it('is refused with the reason to one who is up to date already', async () => {
    const person = await aPerson(test.db)
    await enrol(test.db, { person, place, on: day('2020-01-01'), at: test.clock.now() })
    const verdicts = await verdictsOf(test, person, slug, 'self')
    expect(reasonsOf(verdicts)).toEqual(['FINGERPRINT_ALREADY_ENROLLED'])
    expect(verdicts.find((one) => one.outcome === 'unmet')?.reason?.ar).toContain(
      'البصمة محدثة منذ 1 يناير 2020',
    )
    await expect(sendRequest(test, person, slug, 'self')).rejects.toThrow('conditions-unmet')
  })

  it('is open again to one who was enrolled before April 2014', async () => {
    const person = await aPerson(test.db)
    await enrol(test.db, { person, place, on: day('2013-01-01'), at: test.clock.now() })
    expect(reasonsOf(await verdictsOf(test, person, slug, 'self'))).toEqual([])
  })

  it('enrols nobody twice: what came in between ends the request', async () => {
    const person = await aPerson(test.db)
    const reference = await sendRequest(test, person, slug, 'self')
    await enrol(test.db, { person, place, on: day('2026-11-01'), at: test.clock.now() })
    const done = await attend(test, reference, await fingerprintOfficer(test))
    expect(done).toMatchObject({ ok: true, value: { status: 'rejected' } })
    expect(await rowOf(person)).toMatchObject([{ enrolled_on: '2026-11-01' }])
    expect(await enrol(test.db, { person, place, on: today, at: test.clock.now() })).toBe(false)
  })

  it('sent twice is one request', async () => {
    const person = await aPerson(test.db)
    const reference = await sendRequest(test, person, slug, 'self')
    expect(await submit(test.platform, signedIn(person), reference)).toMatchObject({ ok: true })
    const again = await startDraft(test.platform, signedIn(person), {
      service: slug,
      subject: 'self',
      key: 'another',
    })
    if (!again.ok) throw new Error(again.error.code)
    expect(await submit(test.platform, signedIn(person), again.value.reference)).toMatchObject({
      ok: false,
      error: { code: 'already-open' },
    })
  })

  it('is for activated accounts, and closed by officers of the unit only', async () => {
    const person = await aPerson(test.db)
    const tried = await startDraft(test.platform, signedIn(person, 'registered'), {
      service: slug,
      subject: 'self',
      key: 'k',
    })
    expect(tried).toMatchObject({ ok: false, error: { status: 403 } })
    const visitor = await aPerson(test.db, { kind: 'visitor' })
    expect(
      await startDraft(test.platform, signedIn(visitor), { service: slug, subject: 'self', key: 'k' }),
    ).toMatchObject({ ok: false, error: { status: 403 } })
    const reference = await sendRequest(test, person, slug, 'self')
    await expect(attend(test, reference, await fingerprintOfficer(test, ['traffic']))).rejects.toThrow()
    expect(await fingerprintOf(test.db, person, today)).toMatchObject({ status: 'NOT_UPDATED' })
    expect(await rowOf(person)).toEqual([])
  })
})
