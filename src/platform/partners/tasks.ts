import type { Recurring, Tasks } from '#platform/jobs/job.ts'

export const tasks: Tasks = {
  /** Forgets assertions and tokens that are worth nothing any more. */
  'partners.forget-expired': async ({ db, clock }) => {
    const now = clock.now()
    await db.deleteFrom('partner_assertion').where('expires_at', '<', now).execute()
    await db.deleteFrom('partner_token').where('expires_at', '<', now).execute()
  },
}

export const recurring: readonly Recurring[] = [{ task: 'partners.forget-expired', cron: '12 * * * *' }]
