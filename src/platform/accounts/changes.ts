import type { PersonNumber } from '#kernel/person-number.ts'
import type { Text } from '#kernel/text.ts'
import { record } from '#platform/audit/record.ts'
import type { Principal } from '#platform/authority/principal.ts'
import type { Config } from '#platform/config.ts'
import { newId } from '#platform/database/ids.ts'
import type { Tx } from '#platform/database/tables.ts'
import { notify } from '#platform/notices/notify.ts'
import { withAlarm } from './alarm.ts'

/** Writes a change of an account down for good, and tells its holder by every way that is known, with a link that stops it. */
export async function noteChange(
  tx: Tx,
  { origin }: Pick<Config, 'origin'>,
  it: {
    readonly person: PersonNumber
    readonly by: Principal
    /** `account.change-password`. */
    readonly action: string
    readonly about?: string
    readonly notice: { readonly title: Text; readonly body: Text }
    readonly at: Date
  },
): Promise<void> {
  const { person, by, action, about, notice, at } = it
  await record(tx, { subject: person, by, action, ...(about ? { about } : {}), ground: 'self', at })
  await notify(tx, {
    to: person,
    key: `${action}-${newId(at)}`,
    title: notice.title,
    body: await withAlarm(tx, { origin, person, body: notice.body, at }),
    link: '/account',
    sms: true,
    mail: true,
    at,
  })
}
