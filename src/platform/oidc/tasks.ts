import type { Recurring, Tasks } from '#platform/jobs/job.ts'
import type { Platform } from '#platform/platform.ts'
import { tellSignedOut } from './log-out.ts'
import { followSignOuts } from './site-session.ts'

/** Removes what has run out. */
async function sweep({ db, clock }: Pick<Platform, 'db' | 'clock'>): Promise<void> {
  const at = clock.now()
  await db.deleteFrom('oidc_artifact').where('expires_at', '<=', at).execute()
  await db.deleteFrom('site_session').where('ends_at', '<=', at).execute()
  await db.deleteFrom('site_consent').where('ends_at', '<=', at).execute()
}

export const tasks: Tasks = {
  'oidc.sweep': sweep,
  'oidc.follow-sign-outs': followSignOuts,
  'oidc.tell-signed-out': tellSignedOut,
}

export const recurring: readonly Recurring[] = [
  { task: 'oidc.sweep', cron: '*/10 * * * *' },
  { task: 'oidc.follow-sign-outs', cron: '* * * * *' },
]
