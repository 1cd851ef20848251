import { beforeAll, describe, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import { type PersonNumber, withCheckDigit } from '#kernel/person-number.ts'
import { anonymous, type Principal } from '#platform/authority/principal.ts'
import { ask } from '#platform/inquiries/ask.ts'
import { type TestPlatform, testPlatform } from '#tests/support/database.ts'
import { signedIn } from '#tests/support/enrolment.ts'
import { aPassport, aPerson } from '#tests/support/people.ts'
import { enrol } from '../registry.ts'

let test: TestPlatform
let updated: PersonNumber
let enrolledLongAgo: PersonNumber
let never: PersonNumber
let child: PersonNumber
let dead: PersonNumber

const place = { ar: 'جوازات الرياض', en: 'Riyadh Passports' }

beforeAll(async () => {
  test = await testPlatform()
  const at = test.clock.now()
  updated = await aPerson(test.db)
  await enrol(test.db, { person: updated, place, on: day('2014-04-01'), at })
  enrolledLongAgo = await aPerson(test.db, { kind: 'resident' })
  await enrol(test.db, { person: enrolledLongAgo, place, on: day('2014-03-31'), at })
  never = await aPerson(test.db, { kind: 'resident' })
  child = await aPerson(test.db, { born: day('2019-05-05'), kind: 'resident' })
  dead = await aPerson(test.db, { diedOn: day('2020-01-01') })
  await enrol(test.db, { person: dead, place, on: day('2018-01-01'), at })
})

async function blocks(slug: string, raw: Record<string, unknown>, by: Principal = anonymous) {
  const inquiry = test.platform.catalogue.inquiry(slug)
  if (!inquiry) throw new Error(slug)
  const answer = await ask(test.platform, by, inquiry, { raw })
  if (!answer.ok) throw new Error(JSON.stringify(answer.error))
  return answer.value.blocks
}

const status = async (number: string) => blocks('query-fingerprint-status', { number })

describe('the general inquiry', () => {
  it('says البصمة محدثة in exactly these words, and nothing about the person', async () => {
    const answer = await status(updated)
    expect(answer).toHaveLength(1)
    expect(answer[0]).toMatchObject({ code: 'UPDATED', title: { ar: 'البصمة محدثة' } })
    expect(JSON.stringify(answer)).not.toMatch(/سالم|Salem|2014|جوازات الرياض/)
  })
  it('says البصمة غير محدثة with a way to book, to those never enrolled and those from before April 2014', async () => {
    for (const number of [never, enrolledLongAgo])
      expect(await status(number)).toMatchObject([
        { code: 'NOT_UPDATED', title: { ar: 'البصمة غير محدثة' }, next: { service: 'enrol-fingerprint' } },
      ])
  })
  it('gives a child, a dead person, an unknown number and an unknown passport one and the same answer', async () => {
    const third = await status(child)
    expect(third).toMatchObject([{ code: 'NO_ID_CARD', next: { service: 'enrol-child-fingerprint' } }])
    for (const number of [
      dead,
      withCheckDigit('199876543'),
      withCheckDigit('299876543'),
      '3911111111',
      'Z99999999',
    ])
      expect(await status(number)).toEqual(third)
  })
  it('takes no less time to say that there is nobody', async () => {
    const times: number[] = []
    for (const number of [updated, withCheckDigit('199876543')]) {
      const began = performance.now()
      await status(number)
      times.push(performance.now() - began)
    }
    for (const time of times) expect(time).toBeGreaterThanOrEqual(149)
  })
  it('finds a passport number that one country has given, and not one that two have', async () => {
    const one = await aPassport(test.db, updated)
    expect(await status(one)).toMatchObject([{ code: 'UPDATED' }])
    await test.db
      .insertInto('passport_holder')
      .values({ number: one, nationality: 'IND', person_id: never })
      .execute()
    expect(await status(one)).toMatchObject([{ code: 'NO_ID_CARD' }])
  })
  it('tells the field when a digit is wrong', async () => {
    const inquiry = test.platform.catalogue.inquiry('query-fingerprint-status')
    if (!inquiry) throw new Error('missing')
    expect(await ask(test.platform, anonymous, inquiry, { raw: { number: '1912345670' } })).toMatchObject({
      ok: false,
      error: { status: 422, fields: { number: expect.anything() } },
    })
  })
  it('answers one who is signed in about themselves without any number', async () => {
    expect(await blocks('query-fingerprint-status', {}, signedIn(updated))).toMatchObject([
      { code: 'UPDATED' },
    ])
  })
})

describe('the inquiries by one kind of number', () => {
  it('answer a national ID, an iqama, and a border number', async () => {
    expect(await blocks('query-fingerprint-by-national-id', { nationalId: updated })).toEqual(
      await status(updated),
    )
    expect(await blocks('query-fingerprint-by-iqama', { iqama: never })).toEqual(await status(never))
    const visitor = await aPerson(test.db, { kind: 'visitor' })
    expect(await blocks('query-fingerprint-by-iqama', { iqama: visitor })).toMatchObject([
      { code: 'NOT_UPDATED' },
    ])
  })
  it('take no number of another kind', async () => {
    const inquiry = test.platform.catalogue.inquiry('query-fingerprint-by-national-id')
    if (!inquiry) throw new Error('missing')
    expect(await ask(test.platform, anonymous, inquiry, { raw: { nationalId: never } })).toMatchObject({
      ok: false,
    })
  })
  it('answer a passport of the nationality that was given, and of no other', async () => {
    const passport = await aPassport(test.db, never, { nationality: 'EGY' })
    const by = (nationality: string) => blocks('query-fingerprint-by-passport', { passport, nationality })
    expect(await by('EGY')).toMatchObject([{ code: 'NOT_UPDATED' }])
    expect(await by('IND')).toMatchObject([{ code: 'NO_ID_CARD' }])
  })
  it('are open to everybody, behind the visual code', () => {
    for (const kind of ['status', 'by-national-id', 'by-iqama', 'by-passport'])
      expect(test.platform.catalogue.inquiry(`query-fingerprint-${kind}`)).toMatchObject({
        access: 'public',
        guard: 'visual-code',
      })
  })
})
