import { sql } from 'kysely'
import type { Db } from '#platform/database/tables.ts'
import './sign-in-tables.ts'

/** Register sign-in: locked after 5 failures; then 30 s, doubling to an hour. A day without one forgets them. */
const FREE = 5
const FIRST_SECONDS = 30
const LONGEST_SECONDS = 3600
const FORGET_MS = 24 * 60 * 60_000

/**
 * Counts a try before its outcome is known, so that guesses at once cannot slip past the lock; a success
 * clears it. Answers whether the try may go on, and else in how many seconds.
 */
export async function countTry(
  db: Db,
  keys: readonly string[],
  at: Date,
): Promise<{ readonly allowed: true } | { readonly allowed: false; readonly retryAfter: number }> {
  const forgotten = new Date(at.getTime() - FORGET_MS)
  const failures = sql<number>`case when sign_in_failure.last_at < ${forgotten} then 1 else sign_in_failure.failures + 1 end`
  const counted = await db
    .insertInto('sign_in_failure')
    .values([...keys].sort().map((key) => ({ key, failures: 1, locked_until: null, last_at: at })))
    .onConflict((conflict) =>
      conflict
        .column('key')
        .doUpdateSet({
          failures,
          last_at: at,
          locked_until: sql<Date | null>`case when ${failures} >= ${FREE} then ${at}::timestamptz
            + make_interval(secs => least(${LONGEST_SECONDS}, ${FIRST_SECONDS} * power(2, least(${failures} - ${FREE}, 20)))) end`,
        })
        .where((where) =>
          where.or([
            where('sign_in_failure.locked_until', 'is', null),
            where('sign_in_failure.locked_until', '<=', at),
          ]),
        ),
    )
    .returning('key')
    .execute()
  if (counted.length === keys.length) return { allowed: true }
  const locks = await db
    .selectFrom('sign_in_failure')
    .select('locked_until')
    .where('key', 'in', keys)
    .where('locked_until', '>', at)
    .execute()
  const until = Math.max(at.getTime(), ...locks.map((lock) => lock.locked_until?.getTime() ?? 0))
  return { allowed: false, retryAfter: Math.max(1, Math.ceil((until - at.getTime()) / 1000)) }
}

/** Forgets the failures after a success. */
export async function clearTries(db: Db, keys: readonly string[]): Promise<void> {
  await db.deleteFrom('sign_in_failure').where('key', 'in', keys).execute()
}
