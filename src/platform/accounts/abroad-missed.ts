import { record } from '#platform/audit/record.ts'
import { system } from '#platform/authority/principal.ts'
import { transact } from '#platform/database/transact.ts'
import { notify } from '#platform/notices/notify.ts'
import type { Platform } from '#platform/platform.ts'
import { abroadUnit, endAbroad } from './abroad-end.ts'
import { abroadTexts as texts } from './abroad-texts.ts'

export const missedTask = 'accounts.abroad-missed'

/** An officer may still decide on the day; after this nobody came, or nobody was there [assumed]. */
const GRACE_MS = 24 * 60 * 60_000

/** Ends requests whose time went by without a decision, so that their holders can ask for another. */
export async function endMissed({ db, clock }: Pick<Platform, 'db' | 'clock'>): Promise<void> {
  const at = clock.now()
  const missed = await db
    .selectFrom('abroad_case')
    .select('person_id')
    .where('unit', '=', abroadUnit)
    .where('slot', '<=', new Date(at.getTime() - GRACE_MS))
    .orderBy('slot')
    .limit(500)
    .execute()
  for (const { person_id: person } of missed)
    await transact(db, async (tx) => {
      const ended = await endAbroad(tx, person, { state: 'missed', at })
      if (ended === undefined) return
      await record(tx, { subject: person, by: system(missedTask), action: 'activation.miss', at })
      await notify(tx, {
        to: person,
        key: `abroad-missed-${ended}`,
        ...texts.missed,
        link: '/activate/abroad',
        sms: true,
        mail: true,
        at,
      })
    })
}
