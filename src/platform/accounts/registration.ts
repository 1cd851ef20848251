import type { Mobile } from '#kernel/mobile.ts'
import { maskMobile } from '#kernel/mobile.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import type { Locale } from '#kernel/text.ts'
import { newToken } from '#platform/database/ids.ts'
import type { Db } from '#platform/database/tables.ts'
import type { Platform } from '#platform/platform.ts'
import type { Problem } from '#platform/problem.ts'
import type { AccountState } from './account-tables.ts'
import { registrationTexts as texts } from './register-texts.ts'
import { terms } from './terms.ts'
import { tokenHash } from './token.ts'
import './register-tables.ts'

const LIFE_MS = 30 * 60_000

/** What a registration needs of the platform. */
export type World = Pick<Platform, 'db' | 'clock' | 'vault' | 'config'>

/** Where a registration stands, for the page that shows its next step. */
export interface RegistrationState {
  readonly stage: 'terms' | 'details' | 'code-sent' | 'verified'
  /** Where the code goes, masked; once the details are given. */
  readonly mobile: string | undefined
  readonly language: Locale
}

/**
 * Begins a registration with the terms accepted (register accept-terms). The handle that comes back is
 * all that leads to it, for 30 minutes. A version that is not the current one is refused.
 */
export async function beginRegistration(
  { db, clock }: World,
  { version, language }: { readonly version: string; readonly language: Locale },
): Promise<Result<{ readonly registration: string }, Problem>> {
  if (version !== terms.version) return err(texts.termsChanged)
  const at = clock.now()
  const registration = newToken()
  await db
    .insertInto('registration')
    .values({
      id: tokenHash(registration),
      stage: 'terms',
      language,
      terms_version: version,
      terms_at: at,
      expires_at: new Date(at.getTime() + LIFE_MS),
    })
    .execute()
  return ok({ registration })
}

/** Where a registration stands; unknown and expired handles are `undefined`. */
export async function registrationState(
  { db, clock, vault }: World,
  registration: string,
): Promise<RegistrationState | undefined> {
  const row = await findRegistration(db, registration, clock.now())
  return (
    row && {
      stage: row.stage,
      language: row.language,
      // Sealed after it was parsed.
      mobile: row.mobile === null ? undefined : maskMobile(vault.open(row.mobile) as Mobile),
    }
  )
}

/** Somebody whose account was closed may have one again. */
export const isFree = (account: AccountState | undefined): boolean =>
  account === undefined || account === 'closed'

/** A registration under way, by its handle. */
export const findRegistration = (db: Db, registration: string, at: Date, how?: 'locked') =>
  db
    .selectFrom('registration')
    .selectAll()
    .where('id', '=', tokenHash(registration))
    .where('expires_at', '>', at)
    .$if(how === 'locked', (query) => query.forUpdate())
    .executeTakeFirst()
