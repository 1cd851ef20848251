import { ok, type Result } from '#kernel/result.ts'
import { isId } from '#platform/database/ids.ts'
import type { Tx } from '#platform/database/tables.ts'
import { transact } from '#platform/database/transact.ts'
import type { Platform } from '#platform/platform.ts'
import type { Problem } from '#platform/problem.ts'
import { type ProviderEvent, readEvent } from './event.ts'
import { payoutFailed, payoutSettled } from './payout.ts'
import { refunded, refundFailed } from './refund.ts'
import { failed, settled } from './settle.ts'
import { raiseTrouble } from './trouble.ts'

/**
 * Takes a provider's webhook: proves who sent it, and books it once, however late, often or out of
 * order it comes. An error is for the sender to read; after `ok` it need not send it again.
 */
export async function handleProviderEvent(
  platform: Pick<Platform, 'db' | 'clock'>,
  from: { readonly provider: string; readonly secret: string },
  body: string,
  signature: string | undefined,
): Promise<Result<'applied' | 'known', Problem>> {
  const event = readEvent(from.secret, body, signature, platform.clock.now())
  if (!event.ok) return event
  return ok(
    await transact(platform.db, async (tx) => {
      const at = platform.clock.now()
      const fresh = await tx
        .insertInto('provider_event')
        .values({ id: `${from.provider}:${event.value.id}`, type: event.value.type, received_at: at })
        .onConflict((conflict) => conflict.doNothing())
        .returning('id')
        .executeTakeFirst()
      if (!fresh) return 'known'
      await apply(tx, event.value, at)
      return 'applied'
    }),
  )
}

async function apply(tx: Tx, event: ProviderEvent, at: Date): Promise<void> {
  const about = 'payout' in event ? event.payout : event.payment
  const owner = isId(about)
    ? await tx.selectFrom('payment_owner').select('person_id').where('id', '=', about).executeTakeFirst()
    : undefined
  if (!owner) {
    const amount = 'amount' in event ? event.amount : 0
    return raiseTrouble(tx, { kind: 'unknown-payment', payment: about, amount, at })
  }
  const it = { person: owner.person_id, id: about, at }
  switch (event.type) {
    case 'payment.settled':
      return settled(tx, { ...it, amount: event.amount, reference: event.reference })
    case 'payment.failed':
      return failed(tx, it)
    case 'payment.refunded':
      return refunded(tx, { ...it, amount: event.amount })
    case 'refund.failed':
      return refundFailed(tx, it)
    case 'payout.settled':
      return payoutSettled(tx, it)
    case 'payout.failed':
      return payoutFailed(tx, it)
  }
}
