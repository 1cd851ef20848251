import { err, ok, type Result } from '#kernel/result.ts'
import { say, type Text } from '#kernel/text.ts'
import { record } from '#platform/audit/record.ts'
import type { Principal } from '#platform/authority/principal.ts'
import type { Tx } from '#platform/database/tables.ts'
import { notify } from '#platform/notices/notify.ts'
import { type Delivery, deliveryOf } from './delivery.ts'
import type { DeliveryState } from './tables.ts'
import { isTracking } from './tracking.ts'

/** From which states one comes into another. */
const before: Readonly<Record<Exclude<DeliveryState, 'ordered'>, readonly DeliveryState[]>> = {
  dispatched: ['ordered'],
  delivered: ['dispatched'],
  returned: ['dispatched'],
}

const words: Readonly<Record<keyof typeof before, { readonly title: Text; readonly body: Text }>> = {
  dispatched: {
    title: { ar: 'خرجت شحنتك للتوصيل', en: 'Your delivery is on its way' },
    body: {
      ar: '{what} في الطريق إليك. رقم التتبع {tracking}.',
      en: '{what} is on its way to you. Tracking number {tracking}.',
    },
  },
  delivered: {
    title: { ar: 'وصلت شحنتك', en: 'Your delivery has arrived' },
    body: {
      ar: 'سُلّمت إليك: {what}. إن لم تستلمها فتواصل معنا، ورقم التتبع {tracking}.',
      en: '{what} was handed to you. If you did not receive it, contact us with tracking number {tracking}.',
    },
  },
  returned: {
    title: { ar: 'تعذّر توصيل شحنتك', en: 'Your delivery could not be made' },
    body: {
      ar: 'أعاد المندوب {what}. تأكد من عنوانك الوطني ثم تواصل معنا لإعادة التوصيل. رقم التتبع {tracking}.',
      en: 'The courier brought {what} back. Check your national address, then contact us to send it again. Tracking number {tracking}.',
    },
  },
}

export interface DeliveryMove {
  readonly tracking: string
  readonly to: Exclude<DeliveryState, 'ordered'>
  /** The courier. */
  readonly by: Principal
  /** Why it came back. */
  readonly reason?: string
  readonly at: Date
}

/**
 * A courier reports where a delivery is; the person is told. The same report twice changes nothing.
 * Errors: `unknown` tracking number; `order`: not from the state that it is in.
 */
export async function moveDelivery(
  tx: Tx,
  { tracking, to, by, reason, at }: DeliveryMove,
): Promise<Result<Delivery, 'unknown' | 'order'>> {
  const place = isTracking(tracking)
    ? await tx.selectFrom('delivery_tracking').selectAll().where('tracking', '=', tracking).executeTakeFirst()
    : undefined
  if (!place) return err('unknown')
  const now = await tx
    .selectFrom('delivery')
    .selectAll()
    .where('person_id', '=', place.person_id)
    .where('id', '=', place.delivery_id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (now.state === to) return ok(deliveryOf(now))
  if (!before[to].includes(now.state)) return err('order')
  const moved = await tx
    .updateTable('delivery')
    .set({
      state: to,
      reason: reason ?? null,
      ...(to === 'dispatched' ? { dispatched_at: at } : { ended_at: at }),
    })
    .where('person_id', '=', place.person_id)
    .where('id', '=', place.delivery_id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await record(tx, { subject: place.person_id, by, action: 'delivery.move', about: tracking, at })
  const { title, body } = words[to]
  await notify(tx, {
    to: place.person_id,
    key: `delivery:${place.delivery_id}:${to}`,
    title,
    body: {
      ar: say(body, 'ar', { what: now.what.ar, tracking }),
      en: say(body, 'en', { what: now.what.en, tracking }),
    },
    sms: true,
    routine: true,
    at,
  })
  return ok(deliveryOf(moved))
}
