import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#platform/database/tables.ts'
import type { Job } from './job.ts'

/** Asks for work; it starts once the caller's transaction has committed, and not at all when it rolls back. */
export async function enqueue(tx: Db, job: Job): Promise<void> {
  await sql`select 1 from ${addJob(job)}`.execute(tx)
}

/** The same as a part of a statement: whoever selects from it asks for the work. */
export const addJob = (job: Job): RawBuilder<unknown> => sql`graphile_worker.add_job(
    ${job.task}::text,
    payload => ${JSON.stringify(job.payload)}::json,
    run_at => ${job.runAt ?? null}::timestamptz,
    job_key => ${job.key ?? null}::text,
    max_attempts => ${job.attempts ?? null}::int
  )`

/** Takes back a job that has not started, by its key; one that is gone or runs already is left alone. */
export async function cancelJob(tx: Db, key: string): Promise<void> {
  await sql`select 1 from graphile_worker.remove_job(${key}::text)`.execute(tx)
}
