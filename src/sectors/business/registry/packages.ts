import type { Generated } from 'kysely'
import { addDays, addYears, type Day } from '#kernel/day.ts'
import type { EstablishmentNumber } from '#kernel/establishment-number.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import type { Tier } from '../packages.ts'

interface BusinessPackageTable {
  establishment_id: EstablishmentNumber
  id: Generated<string>
  tier: Tier
  valid_from: Day
  valid_until: Day
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    business_package: BusinessPackageTable
  }
}

export interface BusinessPackage {
  readonly tier: Tier
  readonly from: Day
  readonly until: Day
}

/** The package that lasts longest, the one that holds now or one that is still to begin; none when all are over. */
export async function packageOf(
  db: Db,
  establishment: EstablishmentNumber,
  today: Day,
): Promise<BusinessPackage | undefined> {
  const row = await db
    .selectFrom('business_package')
    .selectAll()
    .where('establishment_id', '=', establishment)
    .where('valid_until', '>=', today)
    .orderBy('valid_until', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && { tier: row.tier, from: row.valid_from, until: row.valid_until }
}

/**
 * Enters a year of a package, from today or from the day after the present one. Of two for the same year at once
 * the second is undefined, and nothing is entered for it.
 */
export async function enterPackage(
  tx: Tx,
  it: { readonly establishment: EstablishmentNumber; readonly tier: Tier; readonly today: Day },
): Promise<BusinessPackage | undefined> {
  const present = await packageOf(tx, it.establishment, it.today)
  const from = present ? addDays(present.until, 1) : it.today
  const until = addDays(addYears(from, 1), -1)
  const entered = await tx
    .insertInto('business_package')
    .values({ establishment_id: it.establishment, tier: it.tier, valid_from: from, valid_until: until })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return entered && { tier: it.tier, from, until }
}

/** Packages that run out on a day, by establishment. */
export async function packagesExpiringOn(
  db: Db,
  expiry: Day,
  { limit, after }: { readonly limit: number; readonly after?: EstablishmentNumber },
): Promise<readonly { readonly establishment: EstablishmentNumber; readonly tier: Tier }[]> {
  let query = db
    .selectFrom('business_package')
    .select(['establishment_id', 'tier'])
    .where('valid_until', '=', expiry)
  if (after) query = query.where('establishment_id', '>', after)
  const rows = await query.orderBy('establishment_id').limit(limit).execute()
  return rows.map((row) => ({ establishment: row.establishment_id, tier: row.tier }))
}
