import { collectTasks } from '#platform/jobs/collect.ts'
import type { Platform } from '#platform/platform.ts'

export interface JobRun {
  /** The names of the tasks that ran to their end, in order. */
  readonly ran: readonly string[]
  readonly failed: readonly { readonly task: string; readonly error: unknown }[]
}

interface Row {
  readonly id: number
  readonly task: string
  readonly payload: Readonly<Record<string, unknown>>
  readonly attempts: number
  readonly max_attempts: number
}

/** A job without a time of its own is due at once, whatever year the test's clock says: its time is that of its row. */
const due = `
  select id from graphile_worker._private_jobs
  where is_available and (run_at <= $1 or run_at = updated_at)
  order by priority, run_at, id
  limit 1
  for update skip locked`

/** Held like a worker holds it: by one runner, and a task that asks for itself again makes a new job. */
const takeNext = `
  update graphile_worker._private_jobs job
  set locked_at = job.updated_at, locked_by = 'test'
  from graphile_worker._private_tasks task
  where job.id = (${due}) and task.id = job.task_id
  returning job.id, task.identifier as task, job.payload, job.attempts, job.max_attempts`

/**
 * Runs every job that is due by the platform's clock, one after the other, until none is left. A job
 * that throws stays, due again ten minutes later, and stops the test unless `tolerant`.
 */
export async function runJobs(platform: Platform, { tolerant = false } = {}): Promise<JobRun> {
  const { tasks } = await collectTasks()
  const ran: string[] = []
  const failed: { task: string; error: unknown }[] = []
  for (;;) {
    const job = (await platform.pool.query<Row>(takeNext, [platform.clock.now()])).rows[0]
    if (job === undefined) break
    const task = tasks[job.task]
    if (task === undefined) throw new Error(`No room has the task "${job.task}".`)
    try {
      await task(platform, job.payload, { last: job.attempts + 1 >= job.max_attempts })
      await platform.pool.query('delete from graphile_worker._private_jobs where id = $1', [job.id])
      ran.push(job.task)
    } catch (error) {
      await platform.pool.query(
        `update graphile_worker._private_jobs
         set locked_at = null, locked_by = null, attempts = attempts + 1, last_error = $2, run_at = $3, updated_at = '2000-01-01Z' where id = $1`,
        [job.id, String(error), new Date(platform.clock.now().getTime() + 600_000)],
      )
      failed.push({ task: job.task, error })
    }
  }
  if (failed.length > 0 && !tolerant)
    throw new AggregateError(
      failed.map(({ error }) => error),
      failed.map(({ task, error }) => `${task}: ${String(error)}`).join('\n'),
    )
  return { ran, failed }
}
