import { system } from '#platform/authority/principal.ts'
import { transact } from '#platform/database/transact.ts'
import type { Recurring, Tasks } from '#platform/jobs/job.ts'
import type { Platform } from '#platform/platform.ts'
import { endCarried } from './carried.ts'
import './tables.ts'
import '#platform/accounts/account-tables.ts'

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

/**
 * Ends what wallets of others carry of whom no account is active, whatever made it so: closing an account and
 * "this wasn't me" end it at once, and this is for every other way.
 */
async function follow({ db, clock }: Pick<Platform, 'db' | 'clock'>): Promise<void> {
  const at = clock.now()
  const rows = await db
    .selectFrom('carried_credential')
    .leftJoin('account', 'account.person_id', 'carried_credential.person_id')
    .select('carried_credential.person_id')
    .distinct()
    .where('ends_at', '>', at)
    .where('account.state', 'is distinct from', 'activated')
    .execute()
  for (const { person_id: person } of rows)
    await transact(db, (tx) => endCarried(tx, { person, by: system('openid4vc.follow'), at }))
}

export const tasks: Tasks = { 'openid4vc.sweep': sweep, 'openid4vc.follow': follow }

export const recurring: readonly Recurring[] = [
  { task: 'openid4vc.sweep', cron: '*/10 * * * *' },
  { task: 'openid4vc.follow', cron: '*/10 * * * *' },
]
