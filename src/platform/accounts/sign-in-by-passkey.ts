import {
  generateAuthenticationOptions,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server'
import { err, ok, type Result } from '#kernel/result.ts'
import { transact } from '#platform/database/transact.ts'
import { takeAll } from '#platform/guard/throttle.ts'
import { findPerson } from '#platform/people/person.ts'
import type { Platform } from '#platform/platform.ts'
import { type Problem, problems } from '#platform/problem.ts'
import { lockAccount } from './activation.ts'
import { actKey, type ToConfirm } from './acts.ts'
import { reportDeath } from './death.ts'
import { enter, type SignedIn } from './enter.ts'
import { officerOf } from './officer.ts'
import { domainOf, holderOfAnswer } from './passkey.ts'
import { keepChallenge } from './passkey-challenge.ts'
import { passkeyTexts as texts } from './passkey-texts.ts'
import type { Door } from './sign-in-pending.ts'
import { confirm, type Holder, stepUpAsked } from './step-up.ts'

type World = Pick<Platform, 'db' | 'clock' | 'vault' | 'config'>

/** What a browser needs to ask for a passkey; it shows its user the ones that it has, and names nobody. */
export async function passkeyOptions(
  { db, clock, vault, config }: World,
  purpose: { readonly door: Door; readonly ip: string } | { readonly by: Holder; readonly act: ToConfirm },
): Promise<Result<PublicKeyCredentialRequestOptionsJSON, Problem>> {
  const at = clock.now()
  if ('ip' in purpose) {
    const key = `passkey-from:${vault.index(purpose.ip)}`
    const allowed = await takeAll(db, [{ key, limit: 600, per: 600 }], at)
    if (!allowed.ok) return allowed
  }
  const options = await generateAuthenticationOptions({
    rpID: domainOf(config),
    userVerification: 'required',
  })
  const name = 'door' in purpose ? doorOf(purpose.door) : actOf(purpose.by, purpose.act)
  await keepChallenge(db, options.challenge, name, at)
  return ok(options)
}

/**
 * Signs somebody in by a passkey alone: the key and the finger, face or PIN that opens it are two factors,
 * and no other site can ask for it. Whatever is wrong, the answer is the same.
 */
export async function signInByPasskey(
  platform: World,
  {
    answer,
    door,
    device,
    agent,
    ip,
    replaces,
  }: {
    readonly answer: string
    readonly door: Door
    readonly device?: string | undefined
    readonly agent?: string | undefined
    readonly ip?: string | undefined
    readonly replaces?: string | undefined
  },
): Promise<Result<SignedIn, Problem>> {
  const { db, clock } = platform
  const person = await holderOfAnswer(platform, answer, doorOf(door))
  if (person === undefined) return err(texts.wrong)
  const at = clock.now()
  return transact(db, async (tx) => {
    const account = await lockAccount(tx, person)
    if (account?.state !== 'registered' && account?.state !== 'activated') return err(texts.wrong)
    if (!(await findPerson(tx, person))?.alive) {
      await reportDeath(tx, person)
      return err(texts.wrong)
    }
    const officer = door === 'officer' ? await officerOf(tx, person) : undefined
    if (door === 'officer' && officer === undefined) return err(texts.wrong)
    const who = {
      person,
      account: account.state,
      officer: officer?.officer,
      units: officer?.units ?? [],
      methods: ['passkey'] as const,
      agent,
      replaces,
    }
    return ok(await enter(tx, platform, who, { device, ip }, at))
  })
}

/** Confirms an act by a passkey of the holder's; the session goes on under the new token that comes back. */
export async function confirmByPasskey(
  platform: World,
  by: Holder,
  act: ToConfirm,
  { answer, token }: { readonly answer: string; readonly token: string },
): Promise<Result<{ readonly token: string }, Problem>> {
  const { db, clock } = platform
  if (!(await stepUpAsked(db, by, act))) return err(problems.notFound)
  const person = await holderOfAnswer(platform, answer, actOf(by, act))
  if (person !== by.person) return err(texts.wrong)
  return transact(db, async (tx) => ok({ token: await confirm(tx, by, act, token, clock.now()) }))
}

const doorOf = (door: Door) => `sign-in:${door}`
function actOf(by: Holder, what: ToConfirm): string {
  const { act, object } = actKey(what)
  return `confirm:${by.session}:${act}:${object}`
}
