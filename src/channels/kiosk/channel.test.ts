import { beforeEach, describe, expect, it } from 'vitest'
import { mobile } from '#kernel/mobile.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { heldUntil } from '#platform/accounts/hold.ts'
import { terms } from '#platform/accounts/terms.ts'
import { drawDocument } from '#platform/documents/draw.ts'
import { renewCode, revokeKiosk } from '#platform/kiosks/registry.ts'
import { anAccount } from '#tests/support/accounts.ts'
import { testPlatform } from '#tests/support/database.ts'
import { aDevice, aMatcher, aRegisteredKiosk, fingerOf, operator } from '#tests/support/kiosk.ts'
import { aPerson, freshNumber, mobileOf } from '#tests/support/people.ts'
import { race } from '#tests/support/race.ts'
import { aLicence } from '#tests/support/traffic.ts'
import { aServer } from '#tests/support/visitor.ts'
import { kioskChannel } from './channel.ts'

const { matcher, fingerprints } = aMatcher()
const test = await testPlatform({ fingerprints })
const { platform, db, pool, clock, sent, runJobs } = test
const app = await aServer(platform)
await app.register(kioskChannel(platform))

beforeEach(() => {
  clock.set('2026-11-23T08:00:00Z')
  matcher.outcome = 'match'
  matcher.asked.length = 0
})

/** A device in service with somebody at it. */
async function atKiosk() {
  const { kiosk, code } = await aRegisteredKiosk(platform)
  const device = await aDevice(app)
  await device.enrol(code)
  await device.open(kiosk)
  const finger = (number: PersonNumber) => device.post('finger', { number, capture: 'x' })
  return { kiosk, device, finger }
}

async function somebody(state?: 'registered' | 'activated' | 'none'): Promise<PersonNumber> {
  const person = await aPerson(db)
  await fingerOf(platform, person)
  if (state !== 'none') await anAccount(platform, person, { state: state ?? 'registered' })
  return person
}

const accountOf = (person: PersonNumber) =>
  db
    .selectFrom('account')
    .select(['state', 'activated_through', 'mobile_index'])
    .where('person_id', '=', person)
    .executeTakeFirst()
const textsTo = async (to: string) => {
  await runJobs()
  return sent.sms.filter((one) => one.to === to).map((one) => one.text)
}

describe('a device', () => {
  it('is enrolled by a code once, within the hour', async () => {
    const { kiosk, code } = await aRegisteredKiosk(platform)
    const [one, two] = await Promise.all([aDevice(app), aDevice(app)])
    const [first, second] = await Promise.all([one.enrol(code), two.enrol(code)])
    expect([first.status, second.status].sort()).toEqual([200, 422])

    const late = await renewed(kiosk)
    expect(late).toBeUndefined()
    const other = await aRegisteredKiosk(platform)
    clock.advance({ minutes: 61 })
    expect((await one.enrol(other.code)).body.code).toBe('enrolment-refused')
    const fresh = await renewed(other.kiosk)
    expect((await one.enrol(String(fresh))).status).toBe(200)
  })
  const renewed = async (kiosk: string) => {
    const made = await renewCode(platform, kiosk, operator)
    return made.ok ? made.value.code : undefined
  }

  it('opens a session with a challenge that it signed, and with nothing else', async () => {
    const { kiosk, code } = await aRegisteredKiosk(platform)
    const device = await aDevice(app)
    await device.enrol(code)
    const proof = await device.prove('sessions', kiosk)
    expect((await device.post('sessions', proof)).status).toBe(200)
    expect((await device.post('sessions', proof)).body.code).toBe('device-refused')

    const again = await device.prove('sessions', kiosk)
    const opened = await race(pool, 'kiosk_challenge', 4, () => device.post('sessions', again))
    expect(opened.map((one) => one.status).sort()).toEqual([200, 403, 403, 403])

    const heartbeat = await device.prove('heartbeat', kiosk)
    expect((await device.post('sessions', heartbeat)).body.code).toBe('device-refused')

    const stranger = await aDevice(app)
    const stolen = await stranger.prove('sessions', kiosk)
    expect((await stranger.post('sessions', stolen)).body.code).toBe('device-refused')
    // A wrong answer has used the challenge up.
    expect(
      (await device.post('sessions', await device.prove('sessions', kiosk, stolen.challenge))).status,
    ).toBe(403)

    const slow = await device.challenge(kiosk)
    clock.advance({ seconds: 61 })
    expect((await device.post('sessions', await device.prove('sessions', kiosk, slow))).status).toBe(403)
  })

  it('is refused from the moment that it is revoked, also in the middle of a session', async () => {
    const { kiosk, device, finger } = await atKiosk()
    const person = await somebody()
    expect((await finger(person)).status).toBe(200)
    const ready = await device.prove('heartbeat', kiosk)
    await revokeKiosk(platform, kiosk, operator)
    expect((await device.post('activate', { terms: terms.version })).body.code).toBe('session-ended')
    expect((await device.post('heartbeat', ready)).body.code).toBe('device-refused')
    expect((await device.post('challenge', { kiosk })).body.code).toBe('device-refused')
    expect(await accountOf(person)).toMatchObject({ state: 'registered' })
  })

  it('shows when it was last heard of', async () => {
    const { kiosk, device } = await atKiosk()
    clock.advance({ minutes: 10 })
    const beat = await device.post('heartbeat', await device.prove('heartbeat', kiosk))
    expect(beat.body).toMatchObject({ spot: 'Hall 1', place: { en: 'Self-service devices in Riyadh' } })
    const row = await db.selectFrom('kiosk').select('seen_at').where('id', '=', kiosk).executeTakeFirst()
    expect(row?.seen_at).toEqual(clock.now())
  })
})

describe('a session', () => {
  it('sets no cookie, is kept by no cache, and knows nobody by the portal’s cookies', async () => {
    const { device, finger } = await atKiosk()
    const answer = await finger(await somebody())
    expect(answer.headers['set-cookie']).toBeUndefined()
    expect(answer.headers['cache-control']).toBe('no-store')
    expect((await device.post('documents', {}, 'x'.repeat(43))).body.code).toBe('session-ended')
  })
  it('ends by silence, by its length, by being ended, and when the next person comes', async () => {
    const { kiosk, device } = await atKiosk()
    clock.advance({ seconds: 91 })
    expect((await device.post('documents', {})).body.code).toBe('session-ended')

    await device.open(kiosk)
    for (let at = 0; at < 10; at++) {
      clock.advance({ seconds: 61 })
      await device.post('documents', {})
    }
    expect((await device.post('documents', {})).body.code).toBe('session-ended')

    await device.open(kiosk)
    expect((await device.post('documents', {})).body.code).toBe('identify-first')
    await device.post('end', {})
    expect((await device.post('documents', {})).body.code).toBe('session-ended')
  })
  it('is for one person, whose finger is compared anew each time', async () => {
    const { finger } = await atKiosk()
    const person = await somebody()
    expect((await finger(person)).status).toBe(200)
    expect((await finger(await somebody())).body.code).toBe('other-person')
    matcher.outcome = 'no-match'
    expect((await finger(person)).body.code).toBe('finger-no-match')
  })
  it('never opens what needs a finger without one', async () => {
    const { device } = await atKiosk()
    for (const [path, body] of [
      ['activate', { terms: terms.version }],
      ['mobile', { mobile: '0521111111' }],
      ['mobile/confirm', { code: '123456' }],
      ['documents', {}],
      ['print', { id: '0192f0c1-2f6e-7d3a-8000-000000000000' }],
    ] as const)
      expect((await device.post(path, body)).body.code, path).toBe('identify-first')
  })
})

describe('a finger', () => {
  it('of nobody enrolled and of a number that nobody has are answered alike, and sent to an office', async () => {
    const { finger } = await atKiosk()
    const unenrolled = await finger(await aPerson(db))
    const unknown = await finger(freshNumber())
    expect(unenrolled.body.code).toBe('not-enrolled')
    expect(unknown.body).toEqual(unenrolled.body)
    expect(matcher.asked).toEqual([])
  })
  it('that does not match is refused, counted, logged and told to the holder', async () => {
    const { device, finger } = await atKiosk()
    const person = await somebody()
    matcher.outcome = 'no-match'
    const codes = []
    for (let at = 0; at < 7; at++) codes.push((await finger(person)).body.code)
    expect(codes).toEqual([...Array(5).fill('finger-no-match'), 'tries-over', 'tries-over'])
    const suspected = await db
      .selectFrom('suspicion')
      .select(['kind', 'state', 'opened_by'])
      .where('person_id', '=', person)
      .execute()
    expect(suspected).toEqual([{ kind: 'fingerprint', state: 'open', opened_by: null }])
    expect(matcher.asked).toHaveLength(6)
    matcher.outcome = 'match'
    expect((await finger(person)).body.code).toBe('tries-over')
    expect((await device.post('documents', {})).body.code).toBe('identify-first')
    const warned = (await textsTo(mobileOf(person))).filter((text) => text.includes('لم تطابق'))
    expect(warned).toHaveLength(1)
    const log = await db
      .selectFrom('audit_event')
      .select('action')
      .where('person_id', '=', person)
      .where('action', '=', 'account.refuse')
      .execute()
    expect(log).toHaveLength(6)
  })
  it('that cannot be read, and a matcher that is silent, say so', async () => {
    const { finger } = await atKiosk()
    const person = await somebody()
    matcher.outcome = 'unreadable'
    expect((await finger(person)).body.code).toBe('finger-unreadable')
    matcher.outcome = 'silent'
    const silent = await finger(person)
    expect([silent.status, silent.body.code]).toEqual([503, 'matcher-silent'])
  })
  it('is compared with the template alone: the matcher is told no number', async () => {
    const { finger } = await atKiosk()
    const person = await somebody()
    await finger(person)
    const { template_id } = await db
      .selectFrom('biometric_status')
      .select('template_id')
      .where('person_id', '=', person)
      .executeTakeFirstOrThrow()
    expect(matcher.asked).toEqual([template_id])
  })
})

describe('activation at a device', () => {
  it('activates, with the device as evidence, a receipt and a message; again is the same receipt', async () => {
    const { kiosk, device, finger } = await atKiosk()
    const person = await somebody()
    const who = await finger(person)
    expect(who.body).toMatchObject({ account: 'registered', number: `******${person.slice(-4)}` })
    expect(JSON.stringify(who.body)).not.toContain(person)
    expect((await device.post('activate', { terms: 'old' })).body.code).toBe('terms-changed')
    const done = await device.post('activate', { terms: terms.version })
    expect(done.body.receipt).toMatch(/^ACT-/)
    expect(await accountOf(person)).toMatchObject({ state: 'activated', activated_through: 'kiosk' })
    const evidence = await db
      .selectFrom('activation')
      .select(['channel', 'device', 'biometric'])
      .where('person_id', '=', person)
      .execute()
    expect(evidence).toEqual([{ channel: 'kiosk', device: kiosk, biometric: 'fingerprint' }])
    expect((await device.post('activate', { terms: terms.version })).body.receipt).toBe(done.body.receipt)
    expect((await textsTo(mobileOf(person))).filter((text) => text.includes('فُعّل حسابك'))).toHaveLength(1)
  })
  it('says what to do without an account, and to one that an officer stopped', async () => {
    const without = await atKiosk()
    expect((await without.finger(await somebody('none'))).body.account).toBe('none')
    expect((await without.device.post('activate', { terms: terms.version })).body.code).toBe('not-registered')

    const stopped = await atKiosk()
    const person = await somebody()
    await db
      .updateTable('account')
      .set({ state: 'suspended', suspended_by: 'officer' })
      .where('person_id', '=', person)
      .execute()
    await stopped.finger(person)
    expect((await stopped.device.post('activate', { terms: terms.version })).body.code).toBe(
      'account-stopped',
    )
  })
})

describe('a new mobile', () => {
  it('takes the place of the old one after its own code; both are told and high-risk acts wait', async () => {
    const { device, finger } = await atKiosk()
    const person = await somebody('activated')
    await finger(person)
    const line = mobile('0527654321')
    expect((await device.post('mobile', { mobile: '123' })).body.fields).toHaveProperty('mobile')
    await device.post('mobile', { mobile: '0527654321', language: 'en' })
    const code = /\d{6}/.exec((await textsTo(line)).join())?.[0] ?? ''
    const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0')
    expect((await device.post('mobile/confirm', { code: wrong })).body.code).toBe('code-wrong')
    expect((await accountOf(person))?.mobile_index).toBe(platform.vault.index(mobileOf(person)))

    expect((await device.post('mobile/confirm', { code })).body).toEqual({ mobile: '05*****321' })
    expect((await accountOf(person))?.mobile_index).toBe(platform.vault.index(line))
    expect((await textsTo(mobileOf(person))).at(-1)).toContain('05*****321')
    expect((await textsTo(line)).at(-1)).toContain('0527654321')
    expect(await heldUntil(db, person, clock.now())).toEqual(new Date('2026-11-24T08:00:00Z'))
    expect((await device.post('mobile/confirm', { code })).status).toBe(422)
  })
  it('is registered for somebody without an account', async () => {
    const { device, finger } = await atKiosk()
    const person = await somebody('none')
    await finger(person)
    await device.post('mobile', { mobile: '0526543210' })
    const code = /\d{6}/.exec((await textsTo(mobile('0526543210'))).join())?.[0] ?? ''
    expect((await device.post('mobile/confirm', { code })).status).toBe(200)
    const row = await db
      .selectFrom('person')
      .select('registered_mobile')
      .where('person_id', '=', person)
      .executeTakeFirst()
    expect(row?.registered_mobile).toBe('+966526543210')
  })
})

describe('fingerprint status and paper', () => {
  it('says where fingerprints stand', async () => {
    const { device } = await atKiosk()
    const { body } = await device.post('status', { number: await somebody('none') })
    expect(body.said).toMatchObject([{ tone: 'good' }])
    expect((await device.post('status', { number: '1' })).body.fields).toHaveProperty('number')
  })
  it('prints one’s own documents, each address once', async () => {
    const { device, finger } = await atKiosk()
    const person = await somebody('activated')
    const slip = platform.catalogue.document('fingerprint-slip')
    const own = slip && (await drawDocument(platform, slip, person, 'self'))
    await finger(person)
    const { body } = await device.post('documents', {})
    expect(body.documents).toMatchObject([{ id: own?.id }])
    expect((await device.post('print', { id: 'fingerprint-slip:self' })).status).toBe(404)
    const { ticket } = (await device.post('print', { id: own?.id })).body
    const sheet = await app.inject(`/kiosk/sheets/${ticket}?lang=en`)
    expect([sheet.statusCode, sheet.headers['content-type']]).toEqual([200, 'application/pdf'])
    expect(sheet.headers['cache-control']).toBe('no-store')
    expect(sheet.headers['content-security-policy']).toContain("frame-ancestors 'self'")
    expect((await app.inject(`/kiosk/sheets/${ticket}`)).statusCode).toBe(404)
  })
  it('prints for one of several that come with a ticket at once', async () => {
    const { device, finger } = await atKiosk()
    const person = await somebody('activated')
    const licence = await aLicence(test, person)
    await finger(person)
    const { ticket } = (await device.post('print', { id: `driving-licence:${licence}` })).body
    const sheets = await race(pool, 'kiosk_session', 4, () => app.inject(`/kiosk/sheets/${ticket}`))
    expect(sheets.map((one) => one.statusCode).sort()).toEqual([200, 404, 404, 404])
  })
  it('prints what the registry holds, though no service issued it', async () => {
    const { device, finger } = await atKiosk()
    const person = await somebody('activated')
    const licence = await aLicence(test, person)
    await finger(person)
    const id = `driving-licence:${licence}`
    const { body } = await device.post('documents', {})
    const whose = { en: expect.stringContaining('Alrayhani') }
    expect(body.documents).toMatchObject([{ id, title: { en: 'Driving licence' }, holder: whose }])
    const { ticket } = (await device.post('print', { id })).body
    expect((await app.inject(`/kiosk/sheets/${ticket}`)).headers['content-type']).toBe('application/pdf')
    expect((await device.post('print', { id: 'driving-licence:none' })).status).toBe(404)
    await runJobs()
    expect(sent.sms.findLast(({ to }) => to === mobileOf(person))?.text).toContain('طُبعت عند جهاز خدمة ذاتية')
  })
  it('prints nobody else’s', async () => {
    const { device, finger } = await atKiosk()
    const other = await somebody('activated')
    const slip = platform.catalogue.document('fingerprint-slip')
    const theirs = slip && (await drawDocument(platform, slip, other, 'self'))
    await finger(await somebody('activated'))
    expect((await device.post('print', { id: theirs?.id })).body.code).toBe('not-found')
  })
})

describe('whatever is sent', () => {
  it('is answered with a refusal and never with a fault', async () => {
    const device = await aDevice(app)
    const odd = [
      null,
      [],
      'x',
      1,
      {},
      { kiosk: 1 },
      { kiosk: "' or 1=1", challenge: '\u0000' },
      { code: '\ud800' },
    ]
    for (const path of ['enrol', 'challenge', 'heartbeat', 'sessions', 'status', 'finger', 'print'])
      for (const body of odd) {
        const { status } = await device.post(path, body)
        expect([400, 401, 403, 422], `${path} ${JSON.stringify(body)}`).toContain(status)
      }
    // A key on no curve signs nothing.
    const point = 'A'.repeat(43)
    const key = { kty: 'EC', crv: 'P-256', x: point, y: point }
    const bad = await device.post('enrol', { code: '000000000000', key, signature: 'A'.repeat(86) })
    expect(bad.body.code).toBe('enrolment-refused')
  })
})
