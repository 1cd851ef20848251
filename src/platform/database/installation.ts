import type { Db } from './tables.ts'

declare module '#platform/database/tables.ts' {
  interface Tables {
    installation: { key: string; at: Date }
  }
}

/** What an installation goes through once. */
export type Milestone = 'filling' | 'filled'

/** Whether a database has passed a milestone. */
export async function hasPassed(db: Db, key: Milestone): Promise<boolean> {
  const row = await db.selectFrom('installation').select('key').where('key', '=', key).executeTakeFirst()
  return row !== undefined
}

export async function pass(db: Db, key: Milestone, at: Date): Promise<void> {
  await db
    .insertInto('installation')
    .values({ key, at })
    .onConflict((on) => on.column('key').doNothing())
    .execute()
}
