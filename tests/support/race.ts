import type { Pool } from 'pg'
import { expect } from 'vitest'
import type { Tables } from '#platform/database/tables.ts'

/**
 * Does the same several times at once, so that it is one race whatever the machine: the rows of a table are held
 * until all of them wait for one.
 */
export async function race<T>(
  pool: Pool,
  table: keyof Tables,
  attempts: number,
  attempt: (index: number) => Promise<T>,
): Promise<readonly T[]> {
  const holding = await pool.connect()
  await holding.query(`begin; select 1 from ${table} for update`)
  const outcomes = Promise.all(Array.from({ length: attempts }, (_, index) => attempt(index)))
  try {
    await expect.poll(() => waiting(pool), { timeout: 20_000 }).toBe(attempts)
  } finally {
    await holding.query('commit')
    holding.release()
  }
  return outcomes
}

async function waiting(pool: Pool): Promise<number | null> {
  const { rowCount } = await pool.query(
    `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  )
  return rowCount
}
