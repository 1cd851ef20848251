import { setTimeout as sleep } from 'node:timers/promises'
import type { Db, Tx } from './tables.ts'

const ATTEMPTS = 8

/**
 * Runs `work` in one READ COMMITTED transaction, and again from the start when the database gave it
 * up for a reason that passes: a serialization failure, a deadlock, or a commit that a cluster could
 * not carry to every node. `work` may therefore run more than once: it touches nothing but `tx`.
 */
export async function transact<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction().setIsolationLevel('read committed').execute(work)
    } catch (error) {
      if (attempt === ATTEMPTS || !passes(error)) throw error
      await sleep(Math.random() * 10 * 2 ** attempt)
    }
  }
}

function passes(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false
  return (
    error.code === '40001' ||
    error.code === '40P01' ||
    (error.code === 'XX000' && error.message.includes('could not commit transaction'))
  )
}
