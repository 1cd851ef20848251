import type { PersonNumber } from '#kernel/person-number.ts'
import type { Tx } from '#platform/database/tables.ts'
import { dropPasskeys } from './passkey.ts'
import { endSessions } from './session.ts'

/**
 * Takes every way into an account away: sessions, sign-ins and resets under way, the password, the passkeys,
 * the app, the recovery codes, the known devices and places and the links that were sent. Lock the account
 * first.
 */
export async function dropWaysIn(tx: Tx, person: PersonNumber): Promise<void> {
  await endSessions(tx, person)
  const tables = [
    'credential',
    'authenticator_app',
    'recovery_code',
    'known_device',
    'known_place',
    'factor_failure',
    'password_reset',
    'account_alarm',
    'email_change',
    'mobile_change',
  ] as const
  await dropPasskeys(tx, person)
  for (const table of tables) await tx.deleteFrom(table).where('person_id', '=', person).execute()
}
