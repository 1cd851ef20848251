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
  { key, limit, per }: Throttle,
  at: Date,
): Promise<Result<void, { readonly retryAfter: number }>> {
  const ends = new Date(at.getTime() + per * 1000)
  const { taken, ends_at } = await db
    .insertInto('throttle')
    .values({ key, starts_at: at, ends_at: ends, taken: 1 })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet({
        taken: sql<number>`case when throttle.ends_at <= ${at} then 1 else least(throttle.taken, ${limit}) + 1 end`,
        starts_at: sql<Date>`case when throttle.ends_at <= ${at} then ${at} else throttle.starts_at end`,
        ends_at: sql<Date>`case when throttle.ends_at <= ${at} then ${ends} else throttle.ends_at end`,
      }),
    )
    .returning(['taken', 'ends_at'])
    .executeTakeFirstOrThrow()
  if (taken <= limit) return ok(undefined)
  return err({ retryAfter: Math.max(1, Math.ceil((ends_at.getTime() - at.getTime()) / 1000)) })
}

/** Takes from each throttle in turn; the first that is used up refuses. */
export async function takeAll(
  db: Db,
  throttles: readonly Throttle[],
  at: Date,
): Promise<Result<void, Problem>> {
  for (const throttle of throttles) {
    const taken = await take(db, throttle, at)
    if (!taken.ok) return err(tooMany(taken.error.retryAfter))
  }
  return ok(undefined)
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
