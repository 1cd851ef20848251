import type { PersonNumber } from '#kernel/person-number.ts'
import type { Text } from '#kernel/text.ts'
import { contactOf } from '#platform/contacts/contact.ts'
import type { Tx } from '#platform/database/tables.ts'
import { notify } from '#platform/notices/notify.ts'
import { findPerson } from '#platform/people/person.ts'
import type { Platform } from '#platform/platform.ts'
import { sendLetter } from './letter.ts'

/**
 * Tells a person something about their identity by every way that is known, and on the line that the register
 * holds for them besides: the account’s own may be somebody else’s.
 */
export async function tellHolder(
  tx: Tx,
  vault: Platform['vault'],
  it: {
    readonly person: PersonNumber
    readonly key: string
    readonly title: Text
    readonly body: Text
    readonly link?: string
    readonly at: Date
  },
): Promise<void> {
  const { person, key, title, body, link, at } = it
  const [contact, holder] = [await contactOf(tx, vault, person), await findPerson(tx, person)]
  const written = await tx
    .selectFrom('notice')
    .select('id')
    .where('person_id', '=', person)
    .where('key', '=', key)
    .executeTakeFirst()
  if (written) return
  await notify(tx, { to: person, key, title, body, ...(link ? { link } : {}), sms: true, mail: true, at })
  const mobile = holder?.registeredMobile
  if (mobile !== undefined && mobile !== contact?.mobile)
    await sendLetter(tx, vault, { to: { mobile }, language: holder?.language ?? 'ar', title, body })
}
