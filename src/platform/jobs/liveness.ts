import type { Platform } from '#platform/platform.ts'

const BEAT_MS = 3000
/** A worker that was not seen for so long was killed; longer than a busy machine ever keeps one waiting. */
const DEAD_MS = 15_000

/**
 * Says that these pools of workers live, and gives the jobs that dead ones held to whoever is free: the queue itself
 * would keep them locked for four hours.
 */
export function keepAlive(
  { pool, clock, log }: Pick<Platform, 'pool' | 'clock' | 'log'>,
  workers: readonly string[],
): { stop(): Promise<void> } {
  const beat = async (): Promise<void> => {
    const at = clock.now()
    await pool.query(
      `insert into job_worker (id, seen_at) select unnest($1::text[]), $2
       on conflict (id) do update set seen_at = excluded.seen_at`,
      [workers, at],
    )
    const { rows } = await pool.query<{ id: string }>(
      `select distinct job.locked_by as id
         from graphile_worker.jobs job left join job_worker worker on worker.id = job.locked_by
        where job.locked_by is not null and coalesce(worker.seen_at, job.locked_at) < $1`,
      [new Date(at.getTime() - DEAD_MS)],
    )
    const dead = rows.map(({ id }) => id)
    if (dead.length > 0) {
      await pool.query('select graphile_worker.force_unlock_workers($1::text[])', [dead])
      log.warn({ room: 'jobs', workers: dead.length }, 'jobs of killed workers are taken up again')
    }
    await pool.query('delete from job_worker where seen_at < $1', [new Date(at.getTime() - 4 * DEAD_MS)])
  }
  const attempt = (): Promise<void> =>
    beat().catch((error: unknown) => {
      log.warn({ room: 'jobs', err: error }, 'the workers could not say that they live')
    })
  let beating = attempt()
  const timer = setInterval(() => {
    beating = beating.then(attempt)
  }, BEAT_MS)
  return {
    async stop() {
      clearInterval(timer)
      await beating
      await pool.query('delete from job_worker where id = any($1)', [workers]).catch(() => undefined)
    },
  }
}
