import { EventEmitter } from 'node:events'
import { Logger, parseCronItems, run, type TaskList, type WorkerEvents } from 'graphile-worker'
import type { Platform } from '#platform/platform.ts'
import type { Collected } from './collect.ts'
import { keepAlive } from './liveness.ts'

export interface Worker {
  /** Takes no new jobs and waits for those that run. */
  stop(): Promise<void>
}

/** Runs jobs as they come due, `config.workers` side by side. A job that throws is tried again, later and later. */
export async function startWorker(platform: Platform, { tasks, recurring }: Collected): Promise<Worker> {
  const taskList: TaskList = Object.fromEntries(
    Object.entries(tasks).map(([name, task]) => [
      name,
      (payload: unknown, { job }: { job: { attempts: number; max_attempts: number } }) =>
        task(platform, asRecord(payload), { last: job.attempts >= job.max_attempts }),
    ]),
  )
  const workers: string[] = []
  const events: WorkerEvents = new EventEmitter()
  events.on('worker:create', ({ worker }) => void workers.push(worker.workerId))
  const runner = await run({
    events,
    pgPool: platform.pool,
    concurrency: platform.config.workers,
    noHandleSignals: true,
    pollInterval: 1000,
    taskList,
    parsedCronItems: parseCronItems(
      recurring.map(({ task, cron }) => ({ task, match: cron, options: { backfillPeriod: 0 } })),
    ),
    logger: new Logger(() => (level, message) => {
      const line = { room: 'jobs' }
      if (level === 'error') platform.log.error(line, message)
      else if (level === 'warning') platform.log.warn(line, message)
      else platform.log.debug(line, message)
    }),
  })
  runner.promise.catch((error: unknown) => platform.log.error({ room: 'jobs', error }, 'the worker ended'))
  const life = await keepAlive(platform, workers)
  return {
    async stop() {
      await runner.stop()
      await life.stop()
    },
  }
}

const asRecord = (payload: unknown): Readonly<Record<string, unknown>> =>
  typeof payload === 'object' && payload !== null ? { ...payload } : {}
