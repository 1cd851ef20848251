import type { PersonNumber } from '#kernel/person-number.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import type { Principal } from '#platform/authority/principal.ts'
import type { Tx } from '#platform/database/tables.ts'
import { transact } from '#platform/database/transact.ts'
import type { Platform } from '#platform/platform.ts'
import { type Problem, problems } from '#platform/problem.ts'
import { noteChange } from './changes.ts'
import type { Holder } from './step-up.ts'
import './devices-tables.ts'
import './session-tables.ts'

/** A device that its owner no longer holds. */
export interface LostDevice {
  readonly person: PersonNumber
  /** The hash of the device's token; absent: any of this person’s devices may be in other hands. */
  readonly device: string | undefined
  readonly by: Principal
  readonly at: Date
}

/**
 * What another room does when a device is lost, in the same transaction: what it keeps on that device stops
 * being good. `main.ts` puts these in `Platform.whenDeviceLost`.
 */
export type WhenDeviceLost = (tx: Tx, lost: LostDevice) => Promise<void>

/** Tells every room that a device is lost. */
export async function deviceLost(
  tx: Tx,
  { whenDeviceLost }: Pick<Platform, 'whenDeviceLost'>,
  lost: LostDevice,
): Promise<void> {
  for (const act of whenDeviceLost) await act(tx, lost)
}

/**
 * Reports a device of one's own as lost: it is signed out and forgotten, and what other rooms keep on it is
 * stopped in the same act. The device that one is on right now cannot be the lost one.
 */
export function loseDevice(
  platform: Pick<Platform, 'db' | 'clock' | 'config' | 'whenDeviceLost'>,
  device: string,
  by: Holder,
): Promise<Result<void, Problem>> {
  const at = platform.clock.now()
  return transact(platform.db, async (tx) => {
    const here = await tx
      .selectFrom('session')
      .select('device')
      .where('person_id', '=', by.person)
      .where('id', '=', by.session)
      .executeTakeFirst()
    if (here?.device === device) return err(hereNow)
    const gone = await tx
      .deleteFrom('known_device')
      .where('person_id', '=', by.person)
      .where('device', '=', device)
      .returning('agent')
      .executeTakeFirst()
    if (!gone) return err(problems.notFound)
    await tx.deleteFrom('session').where('person_id', '=', by.person).where('device', '=', device).execute()
    await deviceLost(tx, platform, { person: by.person, device, by, at })
    await noteChange(tx, platform.config, {
      person: by.person,
      by,
      action: 'account.lose-device',
      ...(gone.agent ? { about: gone.agent } : {}),
      notice: lost,
      at,
    })
    return ok(undefined)
  })
}

const lost = {
  title: { ar: 'أُبلغ عن جهاز مفقود', en: 'A device was reported lost' },
  body: {
    ar: 'ديوان: أُخرج جهازك المفقود من حسابك وأُوقف ما عليه من وثائق.',
    en: 'Diwan: your lost device is signed out, and the documents on it are stopped.',
  },
}

const hereNow: Problem = {
  status: 409,
  code: 'device-in-hand',
  title: { ar: 'هذا هو الجهاز الذي تستعمله الآن', en: 'This is the device that you are using now' },
  detail: {
    ar: 'ادخل من جهاز آخر ثم أبلغ عن الجهاز المفقود.',
    en: 'Sign in on another device, and report the lost one there.',
  },
  next: { label: { ar: 'حسابك وأمانه', en: 'Your account' }, page: '/account' },
}
