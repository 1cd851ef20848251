import type { Recurring, Tasks } from '#platform/jobs/job.ts'
import type { Platform } from '#platform/platform.ts'
import './tables.ts'

/** An answer is kept for the partner to fetch, and no longer. */
const answerKeptMs = 24 * 60 * 60_000

/** Removes what has run out. What a person carries elsewhere stays, as long as its document does. */
async function sweep({ db, clock }: Pick<Platform, 'db' | 'clock'>): Promise<void> {
  const at = clock.now()
  for (const table of [
    'credential_offer_code',
    'credential_access',
    'credential_nonce',
    'dpop_proof',
  ] as const)
    await db.deleteFrom(table).where('expires_at', '<=', at).execute()
  const over = new Date(at.getTime() - answerKeptMs)
  const gone = await db
    .deleteFrom('presentation_request')
    .where('expires_at', '<=', over)
    .returning('id')
    .execute()
  if (gone.length)
    await db
      .deleteFrom('presentation_key')
      .where(
        'id',
        'in',
        gone.map((one) => one.id),
      )
      .execute()
}

export const tasks: Tasks = { 'openid4vc.sweep': sweep }
export const recurring: readonly Recurring[] = [{ task: 'openid4vc.sweep', cron: '*/10 * * * *' }]
