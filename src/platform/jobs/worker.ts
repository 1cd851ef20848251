import { EventEmitter } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { Logger, parseCronItems, run, type TaskList, type WorkerEvents } from 'graphile-worker'
import type { Platform } from '#platform/platform.ts'
import type { Collected } from './collect.ts'
import { keepAlive } from './liveness.ts'
import { patientPool } from './patient-pool.ts'

export interface Worker {
  /** Takes no new jobs and waits for those that run. */
  stop(): Promise<void>
}

/** Between the end of a runner that lost its database and the start of the next. Milliseconds. */
const pause = 1000

/**
 * Runs jobs as they come due, `config.workers` side by side. A job that throws is tried again, later and later.
 * A runner that gives up, because the database was away, is followed by another.
 */
export async function startWorker(platform: Platform, collected: Collected): Promise<Worker> {
  let stopping = false
  let current = await startRunner(platform, collected)
  const follow = async (): Promise<void> => {
    while (!stopping) {
      await current.ended
      if (stopping) return
      platform.log.warn({ room: 'jobs' }, 'the worker ended, and is started again')
      await current.stop().catch(() => undefined)
      await sleep(pause)
      await startRunner(platform, collected).then(
        async (next) => {
          current = next
          if (stopping) await next.stop()
        },
        (error: unknown) => platform.log.warn({ room: 'jobs', err: error }, 'the worker did not start'),
      )
    }
  }
  const following = follow()
  return {
    async stop() {
      stopping = true
      await current.stop()
      await following
    },
  }
}

async function startRunner(platform: Platform, { tasks, recurring }: Collected) {
  const taskList: TaskList = Object.fromEntries(
    Object.entries(tasks).map(([name, task]) => [
      name,
      (payload: unknown, { job }: { job: { attempts: number; max_attempts: number } }) =>
        task(platform, asRecord(payload), { last: job.attempts >= job.max_attempts }),
    ]),
  )
  // What jobs are locked by.
  const pools: string[] = []
  const events: WorkerEvents = new EventEmitter()
  events.on('pool:create', ({ workerPool }) => void pools.push(workerPool.id))
  const runner = await run({
    events,
    pgPool: patientPool(platform.pool),
    concurrency: platform.config.workers,
    noHandleSignals: true,
    pollInterval: 1000,
    // Written down in batches, because only then is a database that is away waited for, and not fatal.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
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
  const ended = runner.promise.catch((error: unknown) =>
    platform.log.error({ room: 'jobs', err: error }, 'the worker ended'),
  )
  const life = keepAlive(platform, pools)
  let stopped: Promise<void> | undefined
  return {
    ended,
    stop: (): Promise<void> => {
      stopped ??= runner
        .stop()
        .catch(() => undefined)
        .then(life.stop)
      return stopped
    },
  }
}

const asRecord = (payload: unknown): Readonly<Record<string, unknown>> =>
  typeof payload === 'object' && payload !== null ? { ...payload } : {}
