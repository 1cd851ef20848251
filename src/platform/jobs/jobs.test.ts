import { afterEach, describe, expect, it } from 'vitest'
import { systemClock } from '#kernel/clock.ts'
import { transact } from '#platform/database/transact.ts'
import { testPlatform } from '#tests/support/database.ts'
import { cancelJob, enqueue } from './enqueue.ts'
import { listFailures, retry } from './failures.ts'
import { startWorker, type Worker } from './worker.ts'

// The queue goes by the database's clock: what is locked must be so by the same one.
const { platform, db, pool } = await testPlatform({ clock: systemClock })
const done: unknown[] = []
let broken = true
const tasks = {
  'test.note': async (_platform: unknown, payload: Readonly<Record<string, unknown>>) => {
    if (broken && payload.breaks === true) throw new Error('the other side is down')
    done.push(payload.n)
  },
}
const until = (condition: () => Promise<boolean> | boolean) =>
  expect.poll(condition, { timeout: 30_000 }).toBe(true)

let worker: Worker | undefined
const work = async (): Promise<void> => {
  worker = await startWorker(platform, { tasks, recurring: [] })
}
afterEach(async () => {
  await worker?.stop()
  worker = undefined
  done.length = 0
})

describe('jobs', () => {
  it('run after the commit, once for one key, and not at all after a rollback', async () => {
    await transact(db, async (tx) => {
      await enqueue(tx, { task: 'test.note', payload: { n: 1 }, key: 'one' })
      await enqueue(tx, { task: 'test.note', payload: { n: 2 }, key: 'one' })
    })
    await transact(db, async (tx) => {
      await enqueue(tx, { task: 'test.note', payload: { n: 3 } })
      throw new Error('no')
    }).catch(() => undefined)
    await enqueue(db, { task: 'test.note', payload: { n: 4 } })
    await work()
    await until(() => done.length === 2)
    // Two that are due at once may run at once.
    expect(done.toSorted()).toEqual([2, 4])
  })

  it('wait for their time, and can be taken back until then', async () => {
    await enqueue(db, {
      task: 'test.note',
      payload: { n: 5 },
      key: 'later',
      runAt: new Date(Date.now() + 3_600_000),
    })
    await cancelJob(db, 'later')
    await enqueue(db, { task: 'test.note', payload: { n: 6 } })
    await work()
    await until(() => done.length === 1)
    expect(done).toEqual([6])
  })

  it('that fail are seen by the operator, who has them tried again', async () => {
    await enqueue(db, { task: 'test.note', payload: { n: 7, breaks: true } })
    await work()
    await until(async () => (await listFailures(db)).length === 1)
    const [failure] = await listFailures(db)
    expect(failure).toMatchObject({ task: 'test.note', attempts: 1, givenUp: false })
    expect(failure?.error).toContain('the other side is down')
    expect(failure?.next.getTime()).toBeGreaterThan(Date.now())
    broken = false
    await until(() => retry(db, failure?.id ?? ''))
    await until(() => done.length === 1)
    await until(async () => (await listFailures(db)).length === 0)
    expect(await retry(db, failure?.id ?? '')).toBe(false)
  })

  it('that a killed worker held are taken up by another', async () => {
    await enqueue(db, { task: 'test.note', payload: { n: 7 } })
    const held = (seconds: number) => new Date(platform.clock.now().getTime() - seconds * 1000)
    const lock = (by: string, at: Date) =>
      pool.query(`update graphile_worker._private_jobs set locked_by = $1, locked_at = $2`, [by, at])
    await lock('worker-of-a-killed-server', held(60))
    await work()
    await until(() => done.length === 1)
    expect(done).toEqual([7])
    await worker?.stop()
    expect((await pool.query('select id from job_worker')).rows).toEqual([])

    await enqueue(db, { task: 'test.note', payload: { n: 8 } })
    await lock('worker-that-lives-elsewhere', held(60))
    await pool.query('insert into job_worker (id, seen_at) values ($1, $2)', [
      'worker-that-lives-elsewhere',
      held(1),
    ])
    await work()
    await new Promise((later) => setTimeout(later, 1500))
    expect(done).toEqual([7])
  })
})
