import type { Insertable, Selectable } from 'kysely'
import type { Day } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import type { SponsorNumber, VisaKind, VisaState, VisaTable } from './tables.ts'

export interface Visa {
  readonly id: string
  readonly holder: PersonNumber
  readonly number: string
  readonly kind: VisaKind
  readonly multiple: boolean
  readonly issuedOn: Day
  readonly validFrom: Day
  /** The last day to come in with it; for one that leads out, to leave. */
  readonly validUntil: Day
  /** How many days one may then stay, or stay away. */
  readonly durationDays: number | undefined
  /** The last of those days, once it is known; the day on which they were over, when that came sooner. */
  readonly endsOn: Day | undefined
  readonly host: SponsorNumber | undefined
  readonly state: VisaState
}

export const visitKinds: readonly VisaKind[] = ['family-visit', 'business-visit', 'tourist', 'umrah']
/** Leads out of the Kingdom; the others lead in. */
export const leadsOut = (kind: VisaKind): boolean => kind === 'exit-reentry' || kind === 'final-exit'

/** The last day on which it is good for what it is used for now; of a journey that is over, the day of its end. */
export const lastDayOf = (it: Visa): Day =>
  it.state === 'issued' ? it.validUntil : (it.endsOn ?? it.validUntil)

export type VisaStatus = VisaState | 'expired'
export const visaStatus = (it: Visa, today: Day): VisaStatus =>
  (it.state === 'issued' || it.state === 'used') && lastDayOf(it) < today ? 'expired' : it.state

/** A person's visas, the newest first. */
export async function visasOf(db: Db, person: PersonNumber): Promise<readonly Visa[]> {
  const rows = await db
    .selectFrom('visa')
    .selectAll()
    .where('person_id', '=', person)
    .orderBy('issued_on', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(visa)
}

/** Finds a visa by its number; unknown numbers are `undefined`. */
export async function visaByNumber(db: Db, number: string): Promise<Visa | undefined> {
  const index = await db
    .selectFrom('visa_number')
    .select(['person_id', 'visa_id'])
    .where('number', '=', number)
    .executeTakeFirst()
  const row =
    index &&
    (await db
      .selectFrom('visa')
      .selectAll()
      .where('person_id', '=', index.person_id)
      .where('id', '=', index.visa_id)
      .executeTakeFirst())
  return row && visa(row)
}

/** Enters a visa and its index row; answers its id. Throws when its number is taken. */
export async function enterVisa(tx: Db, row: Insertable<VisaTable>): Promise<string> {
  const { id } = await tx.insertInto('visa').values(row).returning('id').executeTakeFirstOrThrow()
  await tx
    .insertInto('visa_number')
    .values({ number: row.number, person_id: row.person_id, visa_id: id })
    .execute()
  return id
}

/** Moves a visa on from the state that the caller saw; false when it is not in that state any more. */
export async function moveVisa(
  tx: Tx,
  it: Pick<Visa, 'holder' | 'id' | 'state'>,
  to: { readonly state: VisaState; readonly endsOn?: Day | null; readonly at: Date },
): Promise<boolean> {
  const moved = await tx
    .updateTable('visa')
    .set({ state: to.state, changed_at: to.at, ...(to.endsOn === undefined ? {} : { ends_on: to.endsOn }) })
    .where('person_id', '=', it.holder)
    .where('id', '=', it.id)
    .where('state', '=', it.state)
    .executeTakeFirst()
  return moved.numUpdatedRows === 1n
}

const visa = (row: Selectable<VisaTable>): Visa => ({
  id: row.id,
  holder: row.person_id,
  number: row.number,
  kind: row.kind,
  multiple: row.multiple,
  issuedOn: row.issued_on,
  validFrom: row.valid_from,
  validUntil: row.valid_until,
  durationDays: row.duration_days ?? undefined,
  endsOn: row.ends_on ?? undefined,
  host: row.host_id ?? undefined,
  state: row.state,
})
