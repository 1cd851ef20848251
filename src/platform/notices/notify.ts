import { type HolderNumber, isEstablishment } from '#kernel/holder-number.ts'
import type { Text } from '#kernel/text.ts'
import { wantsRoutineSms } from '#platform/contacts/contact.ts'
import { newId } from '#platform/database/ids.ts'
import type { Tx } from '#platform/database/tables.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import type { Channel } from '#platform/notices/tables.ts'
import { answerable } from '#platform/people/holder.ts'
import { workspaceLink } from './workspace-link.ts'

/** The task that carries a notice over each channel. */
export const taskOf = { sms: 'notices.send-sms', email: 'notices.send-mail' } as const

/**
 * Tells a person something, or an establishment by its owner: in the inbox always, by text message and mail as asked, in the person's own
 * language. Everything is written with the caller's transaction; what is sent goes out after it commits.
 * A second notice with the same key to the same person is the first one: nothing is written or sent.
 */
export async function notify(
  tx: Tx,
  notice: {
    readonly to: HolderNumber
    readonly key: string
    readonly title: Text
    /** Also the whole text message: short and complete in itself. */
    readonly body: Text
    /** A path in the portal. */
    readonly link?: string
    readonly sms: boolean
    readonly mail?: boolean
    /** How things go along, which its reader may want in the inbox alone. Never what concerns their safety. */
    readonly routine?: boolean
    readonly at: Date
  },
): Promise<void> {
  const { key, title, body, at } = notice
  const to = await answerable(tx, notice.to)
  const link = notice.link && isEstablishment(notice.to) ? workspaceLink(notice.to, notice.link) : notice.link
  const written = await tx
    .insertInto('notice')
    .values({ person_id: to, id: newId(at), key, title, body, link: link ?? null, at, read_at: null })
    .onConflict((conflict) => conflict.columns(['person_id', 'key']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!written) return

  const sms = notice.sms && (!notice.routine || (await wantsRoutineSms(tx, to)))
  const channels: Channel[] = [...(sms ? ['sms' as const] : []), ...(notice.mail ? ['email' as const] : [])]
  if (channels.length === 0) return
  await tx
    .insertInto('notice_delivery')
    .values(
      channels.map((channel) => ({
        person_id: to,
        notice_id: written.id,
        channel,
        state: 'queued' as const,
        reference: null,
        error: null,
        changed_at: at,
      })),
    )
    .execute()
  for (const channel of channels) {
    await enqueue(tx, { task: taskOf[channel], payload: { person: to, notice: written.id } })
  }
}
