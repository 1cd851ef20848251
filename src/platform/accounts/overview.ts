import type { Email } from '#kernel/email.ts'
import { type Mobile, maskMobile } from '#kernel/mobile.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Platform } from '#platform/platform.ts'
import { hasApp } from './authenticator-app.ts'
import { passkeysOf } from './passkey.ts'
import { recoveryCodesLeft } from './recovery-codes.ts'
import './account-tables.ts'

/** An account as its holder sees it at a glance. */
export interface Overview {
  readonly username: string
  /** Masked. */
  readonly mobile: string
  readonly email: Email
  readonly heldUntil: Date | undefined
  readonly passwordSince: Date | undefined
  /** How many. */
  readonly passkeys: number
  /** Whether an app shows the codes. */
  readonly app: boolean
  /** How many are left. */
  readonly recoveryCodes: number
}

/** How a person gets in and is reached. @throws when there is no account */
export async function overviewOf(
  { db, clock, vault }: Pick<Platform, 'db' | 'clock' | 'vault'>,
  person: PersonNumber,
): Promise<Overview> {
  const account = await db
    .selectFrom('account')
    .select(['username', 'mobile', 'email', 'held_until'])
    .where('person_id', '=', person)
    .executeTakeFirstOrThrow()
  const credential = await db
    .selectFrom('credential')
    .select('changed_at')
    .where('person_id', '=', person)
    .executeTakeFirst()
  const held = account.held_until
  return {
    username: account.username,
    // Both were parsed before they were sealed.
    mobile: maskMobile(vault.open(account.mobile) as Mobile),
    email: vault.open(account.email) as Email,
    heldUntil: held && held > clock.now() ? held : undefined,
    passwordSince: credential?.changed_at,
    passkeys: (await passkeysOf(db, person)).length,
    app: await hasApp(db, person),
    recoveryCodes: await recoveryCodesLeft(db, person),
  }
}
