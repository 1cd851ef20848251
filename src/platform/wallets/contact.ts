import type { PersonNumber } from '#kernel/person-number.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import '#platform/accounts/account-tables.ts'
import type { Tx } from '#platform/database/tables.ts'
import { keyOfPoint, signedText } from '#platform/guard/device-key.ts'
import { takeAll } from '#platform/guard/throttle.ts'
import type { Platform } from '#platform/platform.ts'
import type { Problem } from '#platform/problem.ts'
import { giveChallenge, useChallenge } from './challenge.ts'
import { type WalletDevice, walletDevice } from './device.ts'
import { endWalletDevice } from './end.ts'
import { walletProblems } from './problems.ts'
import { type Purpose, proofText } from './proof-text.ts'

/** What a phone sends to show that it holds its key. */
export interface Proof {
  /** The key's thumbprint. */
  readonly key: string
  readonly challenge: string
  /** base64url, the two numbers one after another. */
  readonly signature: string
}

/** A challenge for a phone, known or not. */
export async function challengePhone(
  { db, clock, vault }: Pick<Platform, 'db' | 'clock' | 'vault'>,
  key: string,
  ip: string,
): Promise<Result<{ readonly challenge: string }, Problem>> {
  const at = clock.now()
  const allowed = await takeAll(
    db,
    [
      { key: `wallet-from:${vault.index(ip)}`, limit: 600, per: 60 },
      { key: `wallet-key:${key}`, limit: 30, per: 60 },
    ],
    at,
  )
  return allowed.ok ? ok({ challenge: await giveChallenge(db, key, at) }) : allowed
}

/**
 * Checks an answered challenge and uses it up, whether the answer is right or wrong, so that a proof that was
 * overheard is worth nothing. The phone's row stays locked against its end until the transaction is over. A
 * phone whose holder has died or whose account is not active ends here, whoever else has not noticed yet.
 */
export async function meetPhone(
  tx: Tx,
  purpose: Purpose,
  { key, challenge, signature }: Proof,
  at: Date,
): Promise<Result<WalletDevice, Problem>> {
  if (!(await useChallenge(tx, key, challenge, at))) return err(walletProblems.unproven)
  const known = await tx
    .selectFrom('wallet_key')
    .select(['person_id', 'device_id'])
    .where('thumbprint', '=', key)
    .executeTakeFirst()
  if (!known) return err(walletProblems.unproven)
  const device = await lockPhone(tx, known.person_id, known.device_id)
  if (!device || !signedText(keyOfPoint(device.key), proofText(purpose, key, challenge), signature))
    return err(walletProblems.unproven)
  if (device.ended) return err(walletProblems.ended(device.ended.because))
  if (!(await mayCarry(tx, device.person))) {
    await endWalletDevice(tx, device.person, 'account', at)
    return err(walletProblems.ended('account'))
  }
  await tx
    .updateTable('wallet_device')
    .set({ seen_at: at })
    .where('person_id', '=', device.person)
    .where('id', '=', device.id)
    .execute()
  return ok(device)
}

/** A phone, locked against its end until the transaction is over. */
export async function lockPhone(tx: Tx, person: PersonNumber, id: string): Promise<WalletDevice | undefined> {
  const row = await tx
    .selectFrom('wallet_device')
    .selectAll()
    .where('person_id', '=', person)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
  return row && walletDevice(row)
}

/** A living person with an account that is active. */
async function mayCarry(tx: Tx, person: PersonNumber): Promise<boolean> {
  const found = await tx
    .selectFrom('account')
    .innerJoin('person', 'person.person_id', 'account.person_id')
    .select('account.person_id')
    .where('account.person_id', '=', person)
    .where('account.state', '=', 'activated')
    .where('person.alive', '=', true)
    .executeTakeFirst()
  return found !== undefined
}
