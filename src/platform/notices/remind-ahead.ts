import { addDays, type Day, dayOf } from '#kernel/day.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import { transact } from '#platform/database/transact.ts'
import type { Platform } from '#platform/platform.ts'

/** A day on which nothing ran is made up for within this many days. */
const catchUpDays = 3
const batch = 500

/** What runs out, and who hears of it how many days before. */
export interface Reminders<Row, Place> {
  readonly daysAhead: readonly number[]
  /** Those that run out on a day, in the order of their places, `limit` at most, behind `after`. */
  expiringOn(
    db: Db,
    expiry: Day,
    page: { readonly limit: number; readonly after?: Place },
  ): Promise<readonly Row[]>
  placeOf(row: Row): Place
  /** Its notices need keys of row, expiry and `days`: it may be called again for the same. */
  tell(
    tx: Tx,
    row: Row,
    it: { readonly expiry: Day; readonly days: number; readonly at: Date },
  ): Promise<unknown>
}

/** Tells everybody of what runs out on each of the days ahead, in batches that are whole or not at all. */
export async function remindAhead<Row, Place>(
  { db, clock }: Pick<Platform, 'db' | 'clock'>,
  { daysAhead, expiringOn, placeOf, tell }: Reminders<Row, Place>,
): Promise<void> {
  const today = dayOf(clock.now())
  for (const days of daysAhead)
    for (let late = 0; late < catchUpDays; late += 1) {
      const expiry = addDays(today, days - late)
      let after: Place | undefined
      do {
        const rows = await expiringOn(db, expiry, { limit: batch, ...(after === undefined ? {} : { after }) })
        await transact(db, async (tx) => {
          for (const row of rows) await tell(tx, row, { expiry, days, at: clock.now() })
        })
        const last = rows.at(-1)
        after = rows.length === batch && last !== undefined ? placeOf(last) : undefined
      } while (after !== undefined)
    }
}
