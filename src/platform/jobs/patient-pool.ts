import { setTimeout as sleep } from 'node:timers/promises'
import type { Pool, PoolClient } from 'pg'

// https://www.postgresql.org/docs/current/errcodes-appendix.html: cannot_connect_now.
const startingUp = '57P03'
const longest = 30_000

type Taken = (error: Error | undefined, client?: PoolClient, release?: PoolClient['release']) => void

/**
 * The same pool for the queue, which waits for a database that is starting: refused, the queue itself rests for three
 * seconds, and half as long again each time, up to two minutes. Of what else goes wrong it hears at once.
 */
export function patientPool(pool: Pool, { pause = 200 } = {}): Pool {
  async function connect(): Promise<PoolClient> {
    for (const end = Date.now() + longest; ; await sleep(pause)) {
      try {
        return await pool.connect()
      } catch (error) {
        if (!isStartingUp(error) || Date.now() > end) throw error
      }
    }
  }
  const connectFor = (taken?: Taken) =>
    taken
      ? void connect().then((client) => taken(undefined, client, client.release.bind(client)), taken)
      : connect()
  return new Proxy(pool, {
    get(target, name) {
      if (name === 'connect') return connectFor
      const value: unknown = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}

const isStartingUp = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === startingUp
