import { sql } from 'kysely'
import type { Db } from '#platform/database/tables.ts'

/** A job that threw at least once and is not through yet. */
export interface Failure {
  readonly id: string
  readonly task: string
  readonly attempts: number
  /** Out of attempts: it waits for the operator. */
  readonly givenUp: boolean
  readonly error: string
  /** When it is tried again, unless given up. */
  readonly next: Date
  readonly since: Date
}

/** The failing jobs, given-up ones first, then the oldest. */
export async function listFailures(db: Db, limit = 100): Promise<Failure[]> {
  const { rows } = await sql<Failure>`
    select id::text as id, task_identifier as task, attempts, attempts >= max_attempts as "givenUp",
           last_error as error, run_at as next, created_at as since
    from graphile_worker.jobs
    where last_error is not null
    order by attempts >= max_attempts desc, created_at
    limit ${limit}`.execute(db)
  return rows
}

/** Has a failing job tried again at once, with its attempts given back. False when it is through by now, or runs. */
export async function retry(db: Db, id: string): Promise<boolean> {
  if (!/^\d{1,18}$/.test(id)) return false
  const { rows } = await sql<{ id: string }>`
    select id::text as id from graphile_worker.reschedule_jobs(array[${id}::bigint], attempts => 0)`.execute(
    db,
  )
  return rows.length === 1
}
