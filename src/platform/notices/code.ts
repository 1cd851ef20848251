import type { Mobile } from '#kernel/mobile.ts'
import { transact } from '#platform/database/transact.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import type { Job } from '#platform/jobs/job.ts'
import { expectReceipt } from '#platform/notices/receipts.ts'
import { Undeliverable } from '#platform/notices/undeliverable.ts'
import type { Platform } from '#platform/platform.ts'

const minutes = 60_000

/**
 * Sends a one-time code by text message. It is in no inbox, and sealed while it waits to be sent. After
 * `until` (ten minutes from now when not given) it is not sent any more: a code that comes late confuses.
 * Pass a transaction as `db` to send only if it commits.
 */
export async function sendCode(
  platform: Pick<Platform, 'db' | 'vault' | 'clock'>,
  code: CodeMessage,
): Promise<void> {
  await enqueue(platform.db, codeJob(platform, code))
}

/** A message with a code in it, and until when it is of use. */
export interface CodeMessage {
  readonly mobile: Mobile
  readonly text: string
  readonly until?: Date
}

/** The work of sending it, for a statement that does something else besides. */
export const codeJob = (
  { vault, clock }: Pick<Platform, 'vault' | 'clock'>,
  { mobile, text, until }: CodeMessage,
): Job => ({
  task: 'notices.send-code',
  payload: {
    mobile: vault.seal(mobile),
    text: vault.seal(text),
    until: (until ?? new Date(clock.now().getTime() + 10 * minutes)).toISOString(),
  },
})

/** The job behind `sendCode`. Throws when it should be tried again. */
export async function deliverCode(
  platform: Pick<Platform, 'db' | 'vault' | 'clock' | 'sms' | 'log'>,
  payload: Readonly<Record<string, unknown>>,
): Promise<void> {
  const at = platform.clock.now()
  if (at > new Date(String(payload.until))) {
    platform.log.warn('a one-time code expired before the message centre took it')
    return
  }
  try {
    const { reference } = await platform.sms.send({
      to: platform.vault.open(String(payload.mobile)),
      text: platform.vault.open(String(payload.text)),
      // Sealed anew for each sending, so no two codes share it.
      key: String(payload.text),
    })
    if (reference !== '') await transact(platform.db, (tx) => expectReceipt(tx, { reference, at }))
  } catch (error) {
    if (!(error instanceof Undeliverable)) throw error
    platform.log.error({ why: error.message }, 'a one-time code could not be delivered')
  }
}
