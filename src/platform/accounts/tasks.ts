import type { Recurring, Tasks } from '#platform/jobs/job.ts'
import type { Platform } from '#platform/platform.ts'
import { endMissed, missedTask } from './abroad-missed.ts'
import { remind, reminderTask } from './activation-reminder.ts'
import { endDeceased } from './close.ts'
import { deceasedTask } from './death.ts'
import { deliverLetter, letterTask } from './letter.ts'
import './activation-tables.ts'
import './alarm-tables.ts'
import './change-contact-tables.ts'
import './desk-mobile-tables.ts'
import './one-time-code-tables.ts'
import './passkey-tables.ts'
import './register-tables.ts'
import './reset-password-tables.ts'
import './session-tables.ts'
import './sign-in-tables.ts'
import './sign-in-approval-tables.ts'
import './step-up-tables.ts'
import '#platform/guard/tables.ts'

const HOUR_MS = 60 * 60_000
const DAY_MS = 24 * HOUR_MS

/** Removes what has run out: nothing here is anybody's record, and nothing half-made stays. */
async function sweep({ db, clock }: Pick<Platform, 'db' | 'clock'>): Promise<void> {
  const at = clock.now()
  await db.deleteFrom('registration').where('expires_at', '<=', at).execute()
  await db.deleteFrom('account_alarm').where('expires_at', '<=', at).execute()
  await db.deleteFrom('email_change').where('expires_at', '<=', at).execute()
  await db.deleteFrom('mobile_change').where('expires_at', '<=', at).execute()
  await db.deleteFrom('desk_mobile').where('state', '=', 'code').where('expires_at', '<=', at).execute()
  await db.deleteFrom('passkey_challenge').where('expires_at', '<=', at).execute()
  await db.deleteFrom('password_reset').where('expires_at', '<=', at).execute()
  await db.deleteFrom('sign_in_approval').where('expires_at', '<=', at).execute()
  await db.deleteFrom('sign_in').where('expires_at', '<=', at).execute()
  await db.deleteFrom('one_time_code').where('expires_at', '<=', at).execute()
  await db.deleteFrom('session').where('ends_at', '<=', at).execute()
  await db
    .deleteFrom('step_up')
    .where('asked_at', '<=', new Date(at.getTime() - HOUR_MS))
    .execute()
  await db.deleteFrom('activation_form').where('expires_at', '<=', at).execute()
  await db
    .deleteFrom('sign_in_failure')
    .where('last_at', '<=', new Date(at.getTime() - DAY_MS))
    .execute()
  await db.deleteFrom('throttle').where('ends_at', '<=', at).execute()
  await db.deleteFrom('visual_code').where('expires_at', '<=', at).execute()
}

export const tasks: Tasks = {
  'accounts.sweep': sweep,
  [letterTask]: deliverLetter,
  [deceasedTask]: endDeceased,
  [missedTask]: endMissed,
  [reminderTask]: remind,
}

export const recurring: readonly Recurring[] = [
  { task: 'accounts.sweep', cron: '*/10 * * * *' },
  { task: missedTask, cron: '25 * * * *' },
]
