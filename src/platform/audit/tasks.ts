import type { Recurring, Tasks } from '#platform/jobs/job.ts'
import { seal } from './seal.ts'
import { verifyChain } from './verify.ts'

/** `audit.seal` runs every minute; `audit.verify` once a night, and fails loudly when the chain is broken. */
export const tasks: Tasks = {
  'audit.seal': async (platform) => {
    const events = await seal(platform)
    if (events === 0) return
    const head = await platform.db
      .selectFrom('audit_batch')
      .select(['batch', 'hash'])
      .orderBy('batch', 'desc')
      .limit(1)
      .executeTakeFirst()
    // The log is kept elsewhere: with the head in it, cutting off the chain's end shows too.
    platform.log.info({ events, ...head }, 'audit sealed')
  },
  'audit.verify': async ({ db }) => {
    const state = await verifyChain(db)
    if (!state.ok) throw new Error(`the audit chain is broken: ${JSON.stringify(state.broken)}`)
  },
}

export const recurring: readonly Recurring[] = [
  { task: 'audit.seal', cron: '* * * * *' },
  { task: 'audit.verify', cron: '40 23 * * *' },
]
