import type { Generated, Insertable, Selectable } from 'kysely'
import type { Day } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Text } from '#kernel/text.ts'
import { isId } from '#platform/database/ids.ts'
import type { Db } from '#platform/database/tables.ts'

/** `performed`: the pilgrim entered with it, which counts for the years until the next one. */
export type PermitState = 'issued' | 'performed' | 'cancelled'

export interface HajjPermitTable {
  /** The pilgrim: a permit is personal. */
  person_id: PersonNumber
  id: Generated<string>
  /** The Hijri year of the season. */
  season: number
  number: string
  campaign_ar: string
  campaign_en: string
  campaign_licence: string
  issued_on: Day
  state: PermitState
}

/** Index of permit numbers across persons. */
export interface HajjPermitNumberTable {
  number: string
  person_id: PersonNumber
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    hajj_permit: HajjPermitTable
    hajj_permit_number: HajjPermitNumberTable
  }
}

export interface HajjPermit {
  readonly id: string
  readonly pilgrim: PersonNumber
  readonly season: number
  readonly number: string
  /** Who takes the pilgrim there and back. */
  readonly campaign: Text
  readonly campaignLicence: string
  readonly issuedOn: Day
  readonly state: PermitState
}

/** A person's permits, the latest season first. */
export async function permitsOf(db: Db, pilgrim: PersonNumber): Promise<readonly HajjPermit[]> {
  const rows = await db
    .selectFrom('hajj_permit')
    .selectAll()
    .where('person_id', '=', pilgrim)
    .orderBy('season', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(asPermit)
}

/** One of a person's permits; nothing for an id that is not theirs. */
export async function findPermit(db: Db, pilgrim: PersonNumber, id: string): Promise<HajjPermit | undefined> {
  if (!isId(id)) return undefined
  return (await permitsOf(db, pilgrim)).find((one) => one.id === id)
}

/** The permit of a season that was not cancelled. */
export const permitOf = async (
  db: Db,
  pilgrim: PersonNumber,
  season: number,
): Promise<HajjPermit | undefined> =>
  (await permitsOf(db, pilgrim)).find((one) => one.season === season && one.state !== 'cancelled')

/** Enters a permit and its index row; answers its id. Throws when there is one for the season. */
export async function enterPermit(tx: Db, permit: Insertable<HajjPermitTable>): Promise<string> {
  await tx
    .insertInto('hajj_permit_number')
    .values({ number: permit.number, person_id: permit.person_id })
    .execute()
  const row = await tx.insertInto('hajj_permit').values(permit).returning('id').executeTakeFirstOrThrow()
  return row.id
}

const asPermit = (row: Selectable<HajjPermitTable>): HajjPermit => ({
  id: row.id,
  pilgrim: row.person_id,
  season: row.season,
  number: row.number,
  campaign: { ar: row.campaign_ar, en: row.campaign_en },
  campaignLicence: row.campaign_licence,
  issuedOn: row.issued_on,
  state: row.state,
})
