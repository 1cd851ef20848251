import { randomBytes } from 'node:crypto'
import { dayOf } from '#kernel/day.ts'
import type { Email } from '#kernel/email.ts'
import { hijriOf } from '#kernel/hijri.ts'
import type { Mobile } from '#kernel/mobile.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { newReference } from '#kernel/reference.ts'
import type { Locale } from '#kernel/text.ts'
import type { Tx } from '#platform/database/tables.ts'
import { transact } from '#platform/database/transact.ts'
import type { Platform } from '#platform/platform.ts'
import { hashPassword } from './password.ts'
import { terms, termsHash } from './terms.ts'
import { usernameKey } from './username.ts'
import './account-tables.ts'
import './activation-tables.ts'

export interface DemoAccount {
  readonly person: PersonNumber
  readonly username: string
  readonly mobile: Mobile
  readonly email: Email
  readonly language: Locale
  /** Waits for activation. */
  readonly registered?: true
}

const BATCH = 500

/**
 * Ready-made accounts for synthetic persons, all with one password; persons who have an
 * account keep theirs. For demonstrations only: refuses in production.
 * @throws in production mode.
 */
export async function openDemoAccounts(
  { db, clock, vault, config }: Pick<Platform, 'db' | 'clock' | 'vault' | 'config'>,
  { accounts, password }: { readonly accounts: readonly DemoAccount[]; readonly password: string },
): Promise<void> {
  if (config.mode === 'production') throw new Error('Ready-made accounts are for demonstrations only.')
  const hash = await hashPassword(vault, password)
  if (!hash.ok) throw new Error(hash.error.title.en)
  const at = clock.now()
  for (let from = 0; from < accounts.length; from += BATCH)
    await transact(db, (tx) => openBatch(tx, vault, accounts.slice(from, from + BATCH), hash.value, at))
}

async function openBatch(
  tx: Tx,
  vault: Platform['vault'],
  accounts: readonly DemoAccount[],
  hash: string,
  at: Date,
): Promise<void> {
  const opened = await tx
    .insertInto('account')
    .values(
      accounts.map(({ person, username, mobile, email, language, registered }) => ({
        person_id: person,
        state: registered ? ('registered' as const) : ('activated' as const),
        username,
        mobile: vault.seal(mobile),
        mobile_index: vault.index(mobile),
        email: vault.seal(email),
        language,
        registered_at: at,
        activated_at: registered ? null : at,
        activated_through: registered ? null : ('bank-app' as const),
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning(['person_id', 'username', 'state'])
    .execute()
  if (opened.length === 0) return
  await tx
    .insertInto('account_username')
    .values(opened.map(({ person_id, username }) => ({ username: usernameKey(username), person_id })))
    .execute()
  await tx
    .insertInto('credential')
    .values(opened.map(({ person_id }) => ({ person_id, hash, changed_at: at })))
    .execute()
  await tx
    .insertInto('terms_acceptance')
    .values(
      opened.map(({ person_id }) => ({
        person_id,
        version: terms.version,
        operation: 'registration',
        hash: termsHash,
        accepted_at: at,
      })),
    )
    .execute()
  const year = hijriOf(dayOf(at)).year
  const activated = opened.filter((one) => one.state === 'activated')
  if (activated.length === 0) return
  await tx
    .insertInto('activation')
    .values(
      activated.map(({ person_id }) => ({
        person_id,
        channel: 'bank-app' as const,
        receipt: newReference('ACT', year, randomBytes(8)),
        client: 'population',
        client_receipt: person_id,
        at,
      })),
    )
    .execute()
}
