import { z } from 'zod'
import { type Operation, operation } from '#channels/api/operation.ts'
import { err, ok } from '#kernel/result.ts'
import { transact } from '#platform/database/transact.ts'
import { moveDelivery } from '#platform/deliveries/move.ts'
import type { Platform } from '#platform/platform.ts'
import { type Problem, problems } from '#platform/problem.ts'
import { tags } from './tags.ts'

export const delivery = (platform: Platform): Operation =>
  operation({
    id: 'report-delivery',
    method: 'POST',
    path: '/deliveries/{tracking}',
    tag: tags.deliveries,
    title: { ar: 'أين وصلت الشحنة', en: 'Report where a delivery is' },
    summary: {
      ar: 'خرجت، أو سُلّمت، أو عادت. يُخبر صاحبها. البلاغ نفسه مرة أخرى لا يغيّر شيئًا.',
      en: 'Dispatched, delivered or returned; the person is told. The same report again changes nothing.',
    },
    access: { scope: 'deliveries:write' },
    params: z.object({ tracking: z.string().regex(/^[A-Z0-9]{13}$/) }),
    body: z.strictObject({
      state: z.enum(['dispatched', 'delivered', 'returned']),
      reason: z.string().trim().min(1).max(200).optional().meta({ description: 'Why it came back.' }),
    }),
    answer: {
      status: 200,
      description: { ar: 'سُجّل', en: 'Recorded' },
      schema: z.object({ tracking: z.string(), state: z.string() }),
    },
    run: async ({ principal, params: { tracking }, body: { state, reason } }) => {
      const moved = await transact(platform.db, (tx) =>
        moveDelivery(tx, {
          tracking,
          to: state,
          by: principal,
          ...(reason === undefined ? {} : { reason }),
          at: platform.clock.now(),
        }),
      )
      if (moved.ok) return ok({ body: { tracking, state: moved.value.state } })
      return err(moved.error === 'unknown' ? trackingUnknown : outOfOrder)
    },
  })

const trackingUnknown: Problem = {
  status: 404,
  code: 'tracking-unknown',
  title: { ar: 'لا شحنة بهذا الرقم', en: 'There is no delivery of this number' },
}

const outOfOrder: Problem = problems.tooLate(
  'delivery-out-of-order',
  'لا تنتقل الشحنة من حالها الآن إلى هذه الحال.',
  'The delivery cannot go from where it is now to this state.',
)
