import type { EstablishmentNumber } from '#kernel/establishment-number.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Db, Tx } from '#platform/database/tables.ts'

export interface RegisteredEstablishmentTable {
  /** The owner on record. */
  person_id: PersonNumber
  establishment_id: EstablishmentNumber
  registered_at: Date
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    registered_establishment: RegisteredEstablishmentTable
  }
}

/** Whether the owner manages an establishment here. */
export async function isRegistered(
  db: Db,
  owner: PersonNumber,
  establishment: EstablishmentNumber,
): Promise<boolean> {
  const row = await db
    .selectFrom('registered_establishment')
    .select('establishment_id')
    .where('person_id', '=', owner)
    .where('establishment_id', '=', establishment)
    .executeTakeFirst()
  return row !== undefined
}

/** Puts an establishment under its owner's management; twice is once. */
export async function register(
  tx: Tx,
  it: { readonly owner: PersonNumber; readonly establishment: EstablishmentNumber; readonly at: Date },
): Promise<void> {
  await tx
    .insertInto('registered_establishment')
    .values({ person_id: it.owner, establishment_id: it.establishment, registered_at: it.at })
    .onConflict((conflict) => conflict.columns(['person_id', 'establishment_id']).doNothing())
    .execute()
}
