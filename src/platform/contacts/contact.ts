import type { Email } from '#kernel/email.ts'
import type { Mobile } from '#kernel/mobile.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Locale } from '#kernel/text.ts'
import type { Db } from '#platform/database/tables.ts'
import type { Vault } from '#platform/database/vault.ts'
import { findPerson } from '#platform/people/person.ts'

/** Where messages reach a person. */
export interface Contact {
  readonly mobile: Mobile | undefined
  readonly email: Email | undefined
  readonly language: Locale
}

/**
 * Where a person is reached: as their account says, or, without one, on the line that the telecom
 * register holds, because what is done about somebody reaches them. Unknown persons: `undefined`.
 */
export async function contactOf(db: Db, vault: Vault, person: PersonNumber): Promise<Contact | undefined> {
  const account = await db
    .selectFrom('account')
    .select(['mobile', 'email', 'language'])
    .where('person_id', '=', person)
    .where('state', '!=', 'closed')
    .executeTakeFirst()
  if (account)
    return {
      // Parsed before it was sealed.
      mobile: vault.open(account.mobile) as Mobile,
      email: vault.open(account.email) as Email,
      language: account.language,
    }
  const known = await findPerson(db, person)
  return known && { mobile: known.registeredMobile, email: undefined, language: known.language }
}

/** Whether a person wants text messages about how things go along; without an account there is no other way. */
export async function wantsRoutineSms(db: Db, person: PersonNumber): Promise<boolean> {
  const refused = await db
    .selectFrom('account')
    .select('person_id')
    .where('person_id', '=', person)
    .where('routine_sms', '=', false)
    .executeTakeFirst()
  return refused === undefined
}
