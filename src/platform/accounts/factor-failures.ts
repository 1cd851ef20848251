import { sql } from 'kysely'
import type { PersonNumber } from '#kernel/person-number.ts'
import { anonymous } from '#platform/authority/principal.ts'
import type { Config } from '#platform/config.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import { noteChange } from './changes.ts'
import { factorTexts } from './factor-texts.ts'
import './second-factor-tables.ts'

/** What a guess can be made at; a passkey cannot be guessed. */
export type Factor = 'password' | 'sms' | 'app' | 'recovery'

/** Failures in a row that turn a factor off (NIST SP 800-63B-4, 3.2.2). */
export const mostFailures = 100

/**
 * Counts a wrong guess at a factor. The hundredth in a row turns the factor off, and its holder is told how
 * to have it back: a password is reset, a mobile confirmed anew, an app set up and recovery codes made again.
 */
export async function countFailure(
  tx: Tx,
  config: Pick<Config, 'origin'>,
  { person, factor }: { readonly person: PersonNumber; readonly factor: Factor },
  at: Date,
): Promise<void> {
  const failures = sql<number>`factor_failure.failures + 1`
  const counted = await tx
    .insertInto('factor_failure')
    .values({ person_id: person, factor, failures: 1, disabled_at: null })
    .onConflict((conflict) =>
      conflict.columns(['person_id', 'factor']).doUpdateSet({
        failures,
        disabled_at: sql<Date | null>`coalesce(factor_failure.disabled_at,
          case when ${failures} >= ${mostFailures} then ${at}::timestamptz end)`,
      }),
    )
    .returning('failures')
    .executeTakeFirstOrThrow()
  if (counted.failures !== mostFailures) return
  // What can be made anew by its holder goes for good; the others stay, turned off.
  if (factor === 'app') await tx.deleteFrom('authenticator_app').where('person_id', '=', person).execute()
  if (factor === 'recovery') await tx.deleteFrom('recovery_code').where('person_id', '=', person).execute()
  if (factor === 'app' || factor === 'recovery') await clearFailures(tx, person, factor)
  await noteChange(tx, config, {
    person,
    by: anonymous,
    action: 'account.disable-factor',
    about: factor,
    notice: factorTexts.off[factor],
    at,
  })
}

/** Whether a factor was turned off. */
export async function isOff(db: Db, person: PersonNumber, factor: Factor): Promise<boolean> {
  const row = await db
    .selectFrom('factor_failure')
    .select('disabled_at')
    .where('person_id', '=', person)
    .where('factor', '=', factor)
    .executeTakeFirst()
  return row?.disabled_at != null
}

/** Forgets the failures: the factor was used, or has been made anew. */
export async function clearFailures(tx: Db, person: PersonNumber, factor: Factor): Promise<void> {
  await tx.deleteFrom('factor_failure').where('person_id', '=', person).where('factor', '=', factor).execute()
}
