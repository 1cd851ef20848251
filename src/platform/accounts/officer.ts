import type { PersonNumber } from '#kernel/person-number.ts'
import type { Db } from '#platform/database/tables.ts'
import './officer-tables.ts'
import './session-tables.ts'

/** A person who works for one or more units. */
export interface Officer {
  /** The staff number: `OF-1001`. */
  readonly officer: string
  readonly person: PersonNumber
  readonly units: readonly string[]
}

/** The officer that a person is, while on the duty roster. */
export async function officerOf(db: Db, person: PersonNumber): Promise<Officer | undefined> {
  const row = await db
    .selectFrom('officer')
    .select(['officer', 'units'])
    .where('person_id', '=', person)
    .where('on_duty', '=', true)
    .executeTakeFirst()
  return row && { officer: row.officer, person, units: row.units }
}

/** Puts a person on the duty roster of units, or changes which; the sessions that are open follow. */
export async function appointOfficer(tx: Db, { officer, person, units }: Officer): Promise<void> {
  await tx
    .insertInto('officer')
    .values({ officer, person_id: person, units: [...units], on_duty: true })
    .onConflict((conflict) => conflict.column('officer').doUpdateSet({ units: [...units], on_duty: true }))
    .execute()
  await tx
    .updateTable('session')
    .set({ units: [...units] })
    .where('officer', '=', officer)
    .execute()
}

/** Takes an officer off the roster and ends their sessions. */
export async function relieveOfficer(tx: Db, officer: string): Promise<void> {
  await tx.updateTable('officer').set({ on_duty: false }).where('officer', '=', officer).execute()
  await tx.deleteFrom('session').where('officer', '=', officer).execute()
}
