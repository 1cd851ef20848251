import { z } from 'zod'
import { personNumber } from '#kernel/person-number.ts'
import { transact } from '#platform/database/transact.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import { followLater } from '#platform/jobs/follow-later.ts'
import type { Recurring, Tasks } from '#platform/jobs/job.ts'
import { followRegistry } from './follow.ts'
import { holdersAfter } from './issued.ts'
import { forgetLiveCodes } from './live-seen.ts'

const person = z.string().transform(personNumber)
const one = z.object({ person })
/** `batch`: persons whose documents one run reads anew, each in a transaction of its own. */
const sweep = z.object({ after: person.optional(), batch: z.int().positive().default(200) })

export const tasks: Tasks = {
  'documents.follow': async (platform, payload) => {
    const it = one.parse(payload)
    await transact(platform.db, (tx) => followRegistry(tx, platform, [it.person], platform.clock.now()))
  },

  // For what changes by time alone, and for registries that others write. One run asks for the next.
  'documents.sweep': async (platform, payload) => {
    const { after, batch } = sweep.parse(payload)
    const holders = await holdersAfter(platform.db, after, batch)
    for (const holder of holders)
      await transact(platform.db, (tx) => followRegistry(tx, platform, [holder], platform.clock.now())).catch(
        // What fails is tried again by itself, where an operator sees it; the others are not kept waiting.
        () => followLater(platform.db, holder),
      )
    const last = holders.at(-1)
    if (last && holders.length === batch)
      await enqueue(platform.db, {
        task: 'documents.sweep',
        payload: { after: last },
        key: 'documents.sweep',
      })
  },

  'documents.forget-live-codes': async ({ db, clock }) => forgetLiveCodes(db, clock.now()),
}

/** The sweep at twenty past midnight in Riyadh, when the day has changed. */
export const recurring: readonly Recurring[] = [
  { task: 'documents.sweep', cron: '20 21 * * *' },
  { task: 'documents.forget-live-codes', cron: '7 * * * *' },
]
