import type { PersonNumber } from '#kernel/person-number.ts'
import type { Tx } from '#platform/database/tables.ts'
import type { AbroadState } from './abroad-tables.ts'

/** The unit whose officers check people abroad. */
export const abroadUnit = 'activation'

/** Ends what waits for a person, whoever ended it, and frees its time; answers which one it was. */
export async function endAbroad(
  tx: Tx,
  person: PersonNumber,
  it: {
    readonly state: Exclude<AbroadState, 'waiting'>
    readonly at: Date
    /** The officer who decided, and why. */
    readonly by?: string
    readonly reason?: string
  },
): Promise<string | undefined> {
  const ended = await tx
    .updateTable('abroad_activation')
    .set({ state: it.state, decided_at: it.at, decided_by: it.by ?? null, reason: it.reason ?? null })
    .where('person_id', '=', person)
    .where('state', '=', 'waiting')
    .returning('id')
    .executeTakeFirst()
  if (!ended) return undefined
  await tx
    .deleteFrom('abroad_case')
    .where('unit', '=', abroadUnit)
    .where('abroad_id', '=', ended.id)
    .execute()
  await tx.deleteFrom('abroad_slot').where('abroad_id', '=', ended.id).execute()
  return ended.id
}
