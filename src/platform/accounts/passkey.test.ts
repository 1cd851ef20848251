import { describe, expect, it } from 'vitest'
import {
  aHolder,
  anAccount,
  anOfficerSession,
  aVisualAnswer,
  confirmAct,
  testPassword,
} from '#tests/support/accounts.ts'
import { anAuthenticator } from '#tests/support/authenticator.ts'
import { testPlatform } from '#tests/support/database.ts'
import { noCatalogue } from '#tests/support/no-catalogue.ts'
import { aPerson, mobileOf } from '#tests/support/people.ts'
import { addPasskey, newPasskeyOptions, passkeysOf, removePasskey } from './passkey.ts'
import { sessionOf } from './session.ts'
import { signIn } from './sign-in.ts'
import { confirmByPasskey, passkeyOptions, signInByPasskey } from './sign-in-by-passkey.ts'
import { stepUpStage } from './step-up.ts'
import { suspendOwn } from './suspend.ts'

const world = await testPlatform({ catalogue: noCatalogue })
const { platform, db, clock, sent, runJobs } = world
const { origin } = platform.config
const ip = '203.0.113.9'
const codeOf = (outcome: { ok: true } | { ok: false; error: { code: string } }) =>
  outcome.ok ? 'done' : outcome.error.code

type Holder = Awaited<ReturnType<typeof aHolder>>

/** Somebody with an account and a passkey to it. */
async function someone() {
  const person = await aPerson(db)
  await anAccount(platform, person)
  const holder = await aHolder(platform, person)
  const key = anAuthenticator()
  expect(codeOf(await add(holder, key))).toBe('done')
  return { ...holder, person, key }
}
async function add(holder: Holder, key: ReturnType<typeof anAuthenticator>) {
  await confirmAct(world, holder, 'passkeys')
  const { challenge } = await newPasskeyOptions(platform, holder.by)
  clock.advance({ minutes: 2 })
  return addPasskey(platform, holder.by, { answer: key.create({ challenge, origin }), name: 'My phone' })
}
async function challengeFor(door: 'person' | 'officer' = 'person') {
  const options = await passkeyOptions(platform, { door, ip })
  if (!options.ok) throw new Error(options.error.code)
  return options.value.challenge
}
const enterBy = (answer: string, door: 'person' | 'officer' = 'person') =>
  signInByPasskey(platform, { answer, door })

describe('a passkey', () => {
  it('is made after a confirmation, told of, and signs its holder in without a password', async () => {
    const { person, key } = await someone()
    await runJobs()
    expect(sent.sms.findLast(({ to }) => to === mobileOf(person))?.text).toContain('أُضيف مفتاح مرور')
    const done = await enterBy(key.get({ challenge: await challengeFor(), origin }))
    if (!done.ok) throw new Error(done.error.code)
    expect((await sessionOf(platform, done.value.token))?.person).toBe(person)
    expect(await passkeysOf(db, person)).toMatchObject([{ name: 'My phone', lastUsedAt: clock.now() }])
  })

  it('is not made without a confirmation, for another site, twice, or from nonsense', async () => {
    const { by, person, key, token } = await someone()
    const options = () => newPasskeyOptions(platform, by)
    const fresh = anAuthenticator()
    const answers = [
      fresh.create({ challenge: (await options()).challenge, origin }),
      fresh.create({ challenge: (await options()).challenge, origin: 'https://evil.example' }),
      fresh.create({ challenge: (await options()).challenge, origin }, 'evil.example'),
      fresh.create({ challenge: 'x'.repeat(43), origin }),
      '{}',
      'nonsense',
      '',
    ]
    const outcomes: string[] = []
    for (const answer of answers) outcomes.push(codeOf(await addPasskey(platform, by, { answer, name: '' })))
    expect(outcomes).toEqual(['confirm-first', ...Array(6).fill('passkey-not-made')])
    expect(codeOf(await add({ token, by }, key))).toBe('passkey-not-made')
    expect(await passkeysOf(db, person)).toHaveLength(1)
  })

  it('answers a challenge once, in five minutes, on this site, for this door, its user verified', async () => {
    const { key } = await someone()
    const challenge = await challengeFor()
    const answer = key.get({ challenge, origin })
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => enterBy(answer)))
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
    const late = await challengeFor()
    const wrong = [
      key.get({ challenge: await challengeFor(), origin: 'https://evil.example' }),
      key.get({ challenge: await challengeFor(), origin }, { domain: 'evil.example' }),
      key.get({ challenge: await challengeFor(), origin }, { verified: false }),
      key.get({ challenge: await challengeFor('officer'), origin }),
      anAuthenticator().get({ challenge: await challengeFor(), origin }),
      key.get({ challenge: await challengeFor(), origin }).replace(/"signature":"..../, '"signature":"AAAA'),
    ]
    clock.advance({ minutes: 5 })
    for (const each of [...wrong, key.get({ challenge: late, origin })])
      expect(codeOf(await enterBy(each))).toBe('passkey-wrong')
    key.rewind()
    const copied = key.get({ challenge: await challengeFor(), origin })
    expect(codeOf(await enterBy(copied))).toBe('passkey-wrong')
  })

  it('confirms an act of its holder, and nobody else’s', async () => {
    const [mine, theirs] = [await someone(), await someone()]
    const ask = async (by: Holder['by']) => {
      const options = await passkeyOptions(platform, { by, act: 'change-password' })
      if (!options.ok) throw new Error(options.error.code)
      return options.value.challenge
    }
    const foreign = theirs.key.get({ challenge: await ask(mine.by), origin })
    const { token, by } = mine
    const attempt = (answer: string) => confirmByPasskey(platform, by, 'change-password', { answer, token })
    expect(codeOf(await attempt(foreign))).toBe('passkey-wrong')
    const bySignIn = mine.key.get({ challenge: await challengeFor(), origin })
    expect(codeOf(await attempt(bySignIn))).toBe('passkey-wrong')
    expect(codeOf(await attempt(mine.key.get({ challenge: await ask(by), origin })))).toBe('done')
    expect(await stepUpStage(db, by, 'change-password', clock.now())).toBe('confirmed')
  })

  it('opens nothing once it is removed, or the account is stopped', async () => {
    const [one, two] = [await someone(), await someone()]
    expect(codeOf(await removePasskey(platform, one.by, one.key.id))).toBe('confirm-first')
    await confirmAct(world, one, 'passkeys')
    expect(codeOf(await removePasskey(platform, one.by, two.key.id))).toBe('not-found')
    expect(codeOf(await removePasskey(platform, one.by, one.key.id))).toBe('done')
    await suspendOwn(platform, two.by)
    for (const { key } of [one, two])
      expect(codeOf(await enterBy(key.get({ challenge: await challengeFor(), origin })))).toBe(
        'passkey-wrong',
      )
  })

  it('lets officers in by their door, and is the only way where the configuration says so', async () => {
    const { person, key } = await someone()
    const asOfficer = async () =>
      enterBy(key.get({ challenge: await challengeFor('officer'), origin }), 'officer')
    expect(codeOf(await asOfficer())).toBe('passkey-wrong')
    await anOfficerSession(platform, person, ['desk'])
    const done = await asOfficer()
    if (!done.ok) throw new Error(done.error.code)
    expect(done.value.session.units).toEqual(['desk'])
    const strict = { ...platform, config: { ...platform.config, officerPasskey: true } }
    const visual = await aVisualAnswer(platform)
    const typed = { name: person, password: testPassword, visual, door: 'officer' } as const
    expect(codeOf(await signIn(strict, typed))).toBe('passkey-required')
    expect(codeOf(await signIn(strict, { ...typed, name: 'nobody' }))).toBe('passkey-required')
  })
})
