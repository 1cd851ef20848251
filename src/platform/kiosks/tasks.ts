import type { Recurring, Tasks } from '#platform/jobs/job.ts'
import type { Platform } from '#platform/platform.ts'
import './tables.ts'

/** Removes what has run out; nothing of it is anybody's record. */
async function sweep({ db, clock }: Pick<Platform, 'db' | 'clock'>): Promise<void> {
  const at = clock.now()
  await db.deleteFrom('kiosk_challenge').where('expires_at', '<=', at).execute()
  await db.deleteFrom('kiosk_session').where('ends_at', '<=', at).execute()
}

export const tasks: Tasks = { 'kiosks.sweep': sweep }

export const recurring: readonly Recurring[] = [{ task: 'kiosks.sweep', cron: '*/10 * * * *' }]
