import type { Insertable, Selectable } from 'kysely'
import type { Day } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Text } from '#kernel/text.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import type { ResidencyKind, ResidencyPermitTable, ResidencyState, SponsorNumber } from './tables.ts'

/** A residency permit (iqama); its number is its holder's. */
export interface Residency {
  readonly holder: PersonNumber
  readonly kind: ResidencyKind
  readonly occupation: Text
  readonly sponsor: SponsorNumber | undefined
  readonly issuedOn: Day
  /** The last day on which it is valid. */
  readonly expiresOn: Day
  readonly place: Text
  readonly state: ResidencyState
  /** Why it is suspended or cancelled. */
  readonly reason: Text | undefined
}

/** How it stands on a day: what was decided about it goes before whether it has run out. */
export type ResidencyStatus = ResidencyState | 'expired'
export const residencyStatus = (it: Residency, today: Day): ResidencyStatus =>
  it.state === 'valid' && it.expiresOn < today ? 'expired' : it.state

/** The permit of a person; nothing for who never had one. */
export async function residencyOf(db: Db, person: PersonNumber): Promise<Residency | undefined> {
  const row = await db
    .selectFrom('residency_permit')
    .selectAll()
    .where('person_id', '=', person)
    .executeTakeFirst()
  return row && residency(row)
}

/** The permits of several persons, by their numbers. */
export async function residenciesOf(
  db: Db,
  persons: readonly PersonNumber[],
): Promise<ReadonlyMap<PersonNumber, Residency>> {
  if (persons.length === 0) return new Map()
  const rows = await db.selectFrom('residency_permit').selectAll().where('person_id', 'in', persons).execute()
  return new Map(rows.map((row) => [row.person_id, residency(row)]))
}

/** Permits that run out on a day, by their holders' numbers: a page of them after the one that is named. */
export async function residenciesExpiringOn(
  db: Db,
  on: Day,
  page: { readonly limit: number; readonly after?: PersonNumber },
): Promise<readonly Residency[]> {
  let query = db
    .selectFrom('residency_permit')
    .selectAll()
    .where('expires_on', '=', on)
    .where('state', '<>', 'cancelled')
    .orderBy('person_id')
    .limit(page.limit)
  if (page.after) query = query.where('person_id', '>', page.after)
  return (await query.execute()).map(residency)
}

/** Enters a permit; throws when the person has one. The base register carries its last day from then on. */
export async function enterResidency(tx: Db, row: Insertable<ResidencyPermitTable>): Promise<void> {
  await tx.insertInto('residency_permit').values(row).execute()
  await carryExpiry(tx, row.person_id, row.expires_on)
}

/** Moves the last day from the one that the caller saw. False: somebody else moved it first, or it is cancelled. */
export async function renewResidency(
  tx: Tx,
  it: Pick<Residency, 'holder' | 'expiresOn'>,
  { until, at }: { readonly until: Day; readonly at: Date },
): Promise<boolean> {
  const moved = await tx
    .updateTable('residency_permit')
    .set({ expires_on: until, changed_at: at })
    .where('person_id', '=', it.holder)
    .where('expires_on', '=', it.expiresOn)
    .where('state', '<>', 'cancelled')
    .executeTakeFirst()
  if (moved.numUpdatedRows !== 1n) return false
  await carryExpiry(tx, it.holder, until)
  return true
}

/** Suspends a permit, lifts that, or cancels it for good; says whether anything changed. */
export async function decideResidency(
  tx: Tx,
  person: PersonNumber,
  to: ({ readonly state: 'valid' } | { readonly state: 'suspended' | 'cancelled'; readonly reason: Text }) & {
    readonly at: Date
  },
): Promise<boolean> {
  const reason = to.state === 'valid' ? undefined : to.reason
  const changed = await tx
    .updateTable('residency_permit')
    .set({
      state: to.state,
      reason_ar: reason?.ar ?? null,
      reason_en: reason?.en ?? null,
      changed_at: to.at,
    })
    .where('person_id', '=', person)
    .where('state', 'not in', ['cancelled', to.state])
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}

const carryExpiry = (tx: Db, person: PersonNumber, until: Day) =>
  tx.updateTable('person').set({ id_expiry: until }).where('person_id', '=', person).execute()

const residency = (row: Selectable<ResidencyPermitTable>): Residency => ({
  holder: row.person_id,
  kind: row.kind,
  occupation: { ar: row.occupation_ar, en: row.occupation_en },
  sponsor: row.sponsor_id ?? undefined,
  issuedOn: row.issued_on,
  expiresOn: row.expires_on,
  place: { ar: row.place_ar, en: row.place_en },
  state: row.state,
  reason:
    row.reason_ar !== null && row.reason_en !== null ? { ar: row.reason_ar, en: row.reason_en } : undefined,
})
