import { sql } from 'kysely'
import { plural } from '#kernel/format.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import type { Db } from '#platform/database/tables.ts'
import type { Problem } from '#platform/problem.ts'
import './tables.ts'

/** So many times in so many seconds, for whoever the key names. */
export interface Throttle {
  /** `purpose:who`. A personal value goes in as its blind index, never as itself. */
  readonly key: string
  readonly limit: number
  /** Seconds. */
  readonly per: number
}

/**
 * Takes one of what the throttle allows, in one statement: of any number of calls at once exactly
 * `limit` succeed in a window. `retryAfter` is in seconds, at least 1.
 */
export async function take(
  db: Db,
  throttle: Throttle,
  at: Date,
): Promise<Result<void, { readonly retryAfter: number }>> {
  const usedUp = await takeEach(db, [throttle], at)
  return usedUp === undefined ? ok(undefined) : err(usedUp)
}

/**
 * Takes from each throttle, in one statement too; the first that is used up refuses. The keys of one call
 * must differ.
 */
export async function takeAll(
  db: Db,
  throttles: readonly Throttle[],
  at: Date,
): Promise<Result<void, Problem>> {
  const usedUp = await takeEach(db, throttles, at)
  return usedUp === undefined ? ok(undefined) : err(tooMany(usedUp.retryAfter))
}

/** Above every limit; a counter that is hammered stops here. */
const MOST = 1_000_000

/** When to come back to the first that is used up. */
async function takeEach(
  db: Db,
  throttles: readonly Throttle[],
  at: Date,
): Promise<{ readonly retryAfter: number } | undefined> {
  if (throttles.length === 0) return undefined
  const rows = await db
    .insertInto('throttle')
    .values(
      throttles
        .map(({ key, per }) => ({
          key,
          starts_at: at,
          ends_at: new Date(at.getTime() + per * 1000),
          taken: 1,
        }))
        // Always in the same order, so that two calls never wait for each other.
        .sort((a, b) => (a.key < b.key ? -1 : 1)),
    )
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet({
        taken: sql<number>`case when throttle.ends_at <= ${at} then 1 else least(throttle.taken, ${MOST}) + 1 end`,
        starts_at: sql<Date>`case when throttle.ends_at <= ${at} then excluded.starts_at else throttle.starts_at end`,
        ends_at: sql<Date>`case when throttle.ends_at <= ${at} then excluded.ends_at else throttle.ends_at end`,
      }),
    )
    .returning(['key', 'taken', 'ends_at'])
    .execute()
  for (const { key, limit } of throttles) {
    const row = rows.find((one) => one.key === key)
    if (row && row.taken > limit)
      return { retryAfter: Math.max(1, Math.ceil((row.ends_at.getTime() - at.getTime()) / 1000)) }
  }
  return undefined
}

/** What a person is told when a throttle refuses. */
export function tooMany(retryAfter: number): Problem {
  const minutes = Math.ceil(retryAfter / 60)
  const wait = {
    ar: plural('ar', minutes, { one: 'دقيقة', two: 'دقيقتين', few: '{n} دقائق', other: '{n} دقيقة' }),
    en: plural('en', minutes, { one: 'a minute', other: '{n} minutes' }),
  }
  return {
    status: 429,
    code: 'too-many-tries',
    title: { ar: 'محاولات كثيرة في وقت قصير', en: 'Too many tries in a short time' },
    detail: {
      ar: `انتظر قليلًا، ثم حاول من جديد بعد ${wait.ar}.`,
      en: `Please wait, and try again in ${wait.en}.`,
    },
    retryAfter,
  }
}
