import { type PersonNumber, personNumber } from '#kernel/person-number.ts'
import type { Locale } from '#kernel/text.ts'
import { contactOf } from '#platform/contacts/contact.ts'
import { transact } from '#platform/database/transact.ts'
import { expectReceipt, outcome } from '#platform/notices/receipts.ts'
import type { Channel } from '#platform/notices/tables.ts'
import { Undeliverable } from '#platform/notices/undeliverable.ts'
import type { Platform } from '#platform/platform.ts'

/** With the queue's growing waits, ten attempts take about half a day. */
export const maxAttempts = 10

type World = Pick<Platform, 'db' | 'vault' | 'clock' | 'sms' | 'mail' | 'log' | 'config'>

interface Message {
  readonly person: PersonNumber
  readonly notice: string
  readonly channel: Channel
}

/**
 * One attempt to carry a notice over a channel. Throws when it should be tried again; gives up, and shows
 * it in the delivery's state and to the operator, when it was refused for good or tried often enough.
 */
export async function deliver(platform: World, message: Message): Promise<void> {
  const pending = await platform.db
    .selectFrom('notice_delivery as d')
    .innerJoin('notice as n', (join) =>
      join.onRef('n.person_id', '=', 'd.person_id').onRef('n.id', '=', 'd.notice_id'),
    )
    .select(['n.title', 'n.body', 'n.link', 'd.attempts'])
    .where('d.person_id', '=', message.person)
    .where('d.notice_id', '=', message.notice)
    .where('d.channel', '=', message.channel)
    .where('d.state', '=', 'queued')
    .executeTakeFirst()
  if (!pending) return
  let reference: string
  try {
    const sent = await send(platform, message, pending)
    // Whoever gave no address expects nothing there: nothing is owed, and nothing has failed.
    if (!sent) return await forget(platform, message)
    reference = sent.reference
  } catch (error) {
    const attempts = pending.attempts + 1
    const gaveUp = error instanceof Undeliverable || attempts >= maxAttempts
    const why = error instanceof Error ? error.message : String(error)
    await update(platform, message, { state: gaveUp ? 'failed' : 'queued', error: why })
    if (!gaveUp) throw error
    platform.log.error(
      { notice: message.notice, channel: message.channel, attempts, why },
      'a notice could not be delivered',
    )
    return
  }
  await succeed(platform, message, reference)
}

async function send(
  platform: World,
  { person, channel, notice }: Message,
  { title, body, link }: { title: Record<Locale, string>; body: Record<Locale, string>; link: string | null },
): Promise<{ reference: string } | undefined> {
  const contact = await contactOf(platform.db, platform.vault, person)
  if (!contact) throw new Undeliverable('the person is not known')
  const { mobile, email, language } = contact
  if (channel === 'sms') {
    if (mobile === undefined) throw new Undeliverable('no mobile number is known')
    return platform.sms.send({ to: mobile, text: body[language], key: notice })
  }
  if (email === undefined) return undefined
  const more = link === null ? '' : `\n\n${new URL(link, platform.config.origin)}`
  return platform.mail.send({
    to: email,
    subject: title[language],
    text: `${body[language]}${more}\n`,
    language,
  })
}

async function forget({ db }: World, { person, notice, channel }: Message): Promise<void> {
  await db
    .deleteFrom('notice_delivery')
    .where('person_id', '=', person)
    .where('notice_id', '=', notice)
    .where('channel', '=', channel)
    .execute()
}

async function succeed(platform: World, message: Message, reference: string): Promise<void> {
  const at = platform.clock.now()
  await transact(platform.db, async (tx) => {
    const receipt =
      message.channel === 'sms' && reference !== ''
        ? await expectReceipt(tx, { reference, message, at })
        : undefined
    await update({ ...platform, db: tx }, message, {
      reference,
      ...(receipt ? outcome(receipt.delivered) : { state: 'sent', error: null }),
    })
  })
}

async function update(
  { db, clock }: Pick<Platform, 'db' | 'clock'>,
  { person, notice, channel }: Message,
  change: { state: 'queued' | 'sent' | 'delivered' | 'failed'; error: string | null; reference?: string },
): Promise<void> {
  await db
    .updateTable('notice_delivery')
    .set((eb) => ({ ...change, attempts: eb('attempts', '+', 1), changed_at: clock.now() }))
    .where('person_id', '=', person)
    .where('notice_id', '=', notice)
    .where('channel', '=', channel)
    .execute()
}

/** The message that a job's payload names. */
export const messageIn = (payload: Readonly<Record<string, unknown>>, channel: Channel): Message => ({
  person: personNumber(String(payload.person)),
  notice: String(payload.notice),
  channel,
})
