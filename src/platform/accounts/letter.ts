import type { Email } from '#kernel/email.ts'
import type { Mobile } from '#kernel/mobile.ts'
import type { Locale, Text } from '#kernel/text.ts'
import type { Tx } from '#platform/database/tables.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import { Undeliverable } from '#platform/notices/undeliverable.ts'
import type { Platform } from '#platform/platform.ts'

export const letterTask = 'accounts.letter'

/** A message to one address, whoever's it is by now: the address that an account had, or is to have. */
export interface Letter {
  readonly to: { readonly mobile: Mobile } | { readonly email: Email }
  readonly language: Locale
  readonly title: Text
  readonly body: Text
}

/** Sends a letter when the transaction commits; address and text are sealed while they wait. */
export function sendLetter(
  tx: Tx,
  vault: Pick<Platform['vault'], 'seal'>,
  { to, language, title, body }: Letter,
): Promise<void> {
  const [channel, address] = 'mobile' in to ? (['sms', to.mobile] as const) : (['email', to.email] as const)
  return enqueue(tx, {
    task: letterTask,
    payload: {
      channel,
      to: vault.seal(address),
      subject: title[language],
      text: vault.seal(body[language]),
      language,
    },
  })
}

/** The job behind `sendLetter`. Throws when it should be tried again. */
export async function deliverLetter(
  { vault, sms, mail, log }: Pick<Platform, 'vault' | 'sms' | 'mail' | 'log'>,
  payload: Readonly<Record<string, unknown>>,
): Promise<void> {
  const to = vault.open(String(payload.to))
  const text = vault.open(String(payload.text))
  try {
    if (payload.channel === 'sms') await sms.send({ to, text, key: String(payload.text) })
    else
      await mail.send({
        to,
        subject: String(payload.subject),
        text: `${text}\n`,
        language: String(payload.language),
      })
  } catch (error) {
    if (!(error instanceof Undeliverable)) throw error
    log.error({ why: error.message, channel: payload.channel }, 'a letter could not be delivered')
  }
}
