import { sql } from 'kysely'
import { hasPassed, pass } from '#platform/database/installation.ts'
import { discoverMigrations, migrate } from '#platform/database/migrate.ts'
import type { Db } from '#platform/database/tables.ts'
import type { Platform } from '#platform/platform.ts'

/**
 * Fills an empty database with `persons` synthetic persons; false when it holds people already. A
 * filling that was killed opened no door to anyone: the embedded database starts over.
 */
export async function fill(platform: Platform, persons: number): Promise<boolean> {
  const { db, clock, pool, config } = platform
  if (persons === 0 || (await hasPassed(db, 'filled'))) return false
  if (config.mode === 'production')
    throw new Error('Synthetic persons have no place in production (DIWAN_MODE=production).')
  if (await hasPassed(db, 'filling')) {
    await alone(db, async () => undefined)
    if (config.databaseUrl !== undefined)
      throw new Error(
        'Filling this database with synthetic persons was interrupted. Empty it (drop and create it again), then start again.',
      )
    for (const schema of ['public', 'graphile_worker'])
      await pool.query(`drop schema if exists ${schema} cascade`)
    await pool.query('create schema public')
    await migrate(pool, await discoverMigrations())
  } else if (await db.selectFrom('person').select('person_id').limit(1).executeTakeFirst()) {
    return false
  }
  await pass(db, 'filling', clock.now())
  await alone(db, async () => {
    // A real installation never loads the synthetic country.
    const { populate } = await import('#population/populate.ts')
    const { openOfficeCases } = await import('#population/office-cases.ts')
    await populate(platform, { persons })
    await openOfficeCases(platform)
    await pass(db, 'filled', clock.now())
  })
  return true
}

/** Holds the row that says filling has begun while `work` runs; refuses when another program holds it. */
async function alone(db: Db, work: () => Promise<void>): Promise<void> {
  await db.transaction().execute(async (lock) => {
    await sql`set local idle_in_transaction_session_timeout = 0`.execute(lock)
    const row = await lock
      .selectFrom('installation')
      .select('key')
      .where('key', '=', 'filling')
      .forUpdate()
      .skipLocked()
      .executeTakeFirst()
    if (row === undefined)
      throw new Error('Another program is filling this database right now. Wait until it is through.')
    await work()
  })
}
