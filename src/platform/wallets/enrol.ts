import { err, ok, type Result } from '#kernel/result.ts'
import { lockAccount } from '#platform/accounts/activation.ts'
import { noteChange } from '#platform/accounts/changes.ts'
import { heldBack, heldUntil } from '#platform/accounts/hold.ts'
import {
  type ActObject,
  askToConfirm,
  isConfirmed,
  requireConfirmed,
} from '#platform/accounts/require-confirmed.ts'
import type { Holder } from '#platform/accounts/step-up.ts'
import { transact } from '#platform/database/transact.ts'
import { type DeviceKey, signedText, thumbprintOf } from '#platform/guard/device-key.ts'
import { takeAll } from '#platform/guard/throttle.ts'
import type { Platform } from '#platform/platform.ts'
import { type Problem, problems } from '#platform/problem.ts'
import { giveChallenge, useChallenge } from './challenge.ts'
import { enterWalletDevice, type WalletDevice, walletDeviceOf } from './device.ts'
import { endWalletDevice } from './end.ts'
import { walletProblems } from './problems.ts'
import { proofText } from './proof-text.ts'

type World = Pick<Platform, 'db' | 'clock' | 'config'>

/** All of one's documents at once, onto the phone that one is on: what is confirmed before it. */
const wholeWallet: ActObject = {
  id: 'wallet',
  says: { ar: 'تنزيل وثائقك على هذا الجوال', en: 'download your documents to this phone' },
  page: '/wallet/',
}

/** Whether somebody has just confirmed that they want their documents on the phone that they are on. */
export const walletConfirmed = (platform: Pick<Platform, 'db' | 'clock'>, by: Holder): Promise<boolean> =>
  isConfirmed(platform, by, 'document.download', wholeWallet)

/** A challenge for what is about to become the phone of who is signed in; the refusal leads to the step-up. */
export async function challengeNewPhone(
  platform: Pick<Platform, 'db' | 'clock' | 'vault'>,
  by: Holder,
): Promise<Result<{ readonly challenge: string }, Problem>> {
  const { db, clock, vault } = platform
  const throttle = { key: `wallet-enrol:${vault.index(by.person)}`, limit: 30, per: 3600 }
  const allowed = await takeAll(db, [throttle], clock.now())
  if (!allowed.ok) return allowed
  if (!(await walletConfirmed(platform, by)))
    return err(await askToConfirm(platform, by, 'document.download', wholeWallet))
  return ok({ challenge: await giveChallenge(db, sessionOf(by), clock.now()) })
}

/**
 * Makes a phone the one that carries a person's documents (register activate-digital-identity and
 * download-digital-resident-id): after a step-up, against a proof of the key that it made. The one before stops
 * at once; `replaces` says which one that is, as the person saw it, so that of two phones at once one wins.
 */
export function enrolWallet(
  { db, clock, config }: World,
  by: Holder,
  it: {
    readonly key: DeviceKey
    readonly challenge: string
    readonly signature: string
    /** The phone that carries them now; absent: there is none. */
    readonly replaces: string | undefined
    /** `Chrome · Android`. */
    readonly name: string
    /** The hash by which the account knows this browser. */
    readonly browser: string | undefined
  },
): Promise<Result<WalletDevice, Problem>> {
  const { person } = by
  const at = clock.now()
  return transact(db, async (tx) => {
    const fresh = await useChallenge(tx, sessionOf(by), it.challenge, at)
    const text = proofText('enrol', thumbprintOf(it.key), it.challenge)
    if (!fresh || !signedText(it.key, text, it.signature)) return err(walletProblems.unproven)
    const account = await lockAccount(tx, person)
    if (account?.state !== 'activated') return err(problems.activateFirst)
    const held = await heldUntil(tx, person, at)
    if (held) return err(heldBack(held))
    const before = await walletDeviceOf(tx, person)
    if (before?.id !== it.replaces) return err(walletProblems.movedMeanwhile)
    const confirmed = await requireConfirmed({ db: tx, clock }, by, 'document.download', wholeWallet)
    if (!confirmed.ok) return confirmed
    if (before) await endWalletDevice(tx, person, 'replaced', at)
    const { key, name, browser } = it
    const device = await enterWalletDevice(tx, { person, key, name, browser, at })
    // Only a key that was made elsewhere could be known; nothing may stay of a try with one.
    if (!device) throw new Error('a phone came with a key that is in use')
    await noteChange(tx, config, {
      person,
      by,
      action: 'account.add-wallet',
      about: name,
      notice: before ? moved(before.name, name) : added(name),
      at,
    })
    return ok(device)
  })
}

const sessionOf = ({ session }: Holder): string => `session:${session}`

const added = (name: string) => ({
  title: { ar: 'وثائقك على جوالك', en: 'Your documents are on your phone' },
  body: {
    ar: `ديوان: نُزّلت وثائقك على ${name}.`,
    en: `Diwan: your documents were downloaded to ${name}.`,
  },
})

const moved = (before: string, now: string) => ({
  title: { ar: 'انتقلت وثائقك إلى جوال آخر', en: 'Your documents moved to another phone' },
  body: {
    ar: `ديوان: نُزّلت وثائقك على ${now}، وتوقفت على ${before}.`,
    en: `Diwan: your documents were downloaded to ${now}, and stopped on ${before}.`,
  },
})
