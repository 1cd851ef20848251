import { transact } from '#platform/database/transact.ts'
import type { Recurring, Tasks } from '#platform/jobs/job.ts'
import type { Platform } from '#platform/platform.ts'
import { endWalletDevice } from './end.ts'
import './tables.ts'
import '#platform/accounts/account-tables.ts'

/** Removes challenges that nobody answered. */
async function sweep({ db, clock }: Pick<Platform, 'db' | 'clock'>): Promise<void> {
  await db.deleteFrom('wallet_challenge').where('expires_at', '<=', clock.now()).execute()
}

/**
 * Ends phones whose holder has died or whose account is not active, whatever made it so: closing an account and
 * "this wasn't me" end them at once, and this is for every other way.
 */
async function follow({ db, clock }: Pick<Platform, 'db' | 'clock'>): Promise<void> {
  const rows = await db
    .selectFrom('wallet_device')
    .innerJoin('person', 'person.person_id', 'wallet_device.person_id')
    .leftJoin('account', 'account.person_id', 'wallet_device.person_id')
    .select('wallet_device.person_id')
    .where('wallet_device.state', '=', 'active')
    .where((eb) =>
      eb.or([eb('person.alive', '=', false), eb('account.state', 'is distinct from', 'activated')]),
    )
    .execute()
  for (const { person_id: person } of rows)
    await transact(db, (tx) => endWalletDevice(tx, person, 'account', clock.now()))
}

export const tasks: Tasks = { 'wallets.sweep': sweep, 'wallets.follow': follow }

export const recurring: readonly Recurring[] = [
  { task: 'wallets.sweep', cron: '*/10 * * * *' },
  { task: 'wallets.follow', cron: '*/10 * * * *' },
]
