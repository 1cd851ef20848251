import { z } from 'zod'
import { input } from '#channels/api/input.ts'
import { type Operation, operation } from '#channels/api/operation.ts'
import { err, ok } from '#kernel/result.ts'
import type { Platform } from '#platform/platform.ts'
import { problems } from '#platform/problem.ts'
import { billAhead, feesAhead } from '#platform/requests/ahead.ts'
import { access, due, dueOf, tag, words } from './bank-bill.ts'

const code = z.string().regex(/^\d{2}$/)
const duration = z.string().min(1).max(40)

/** Fees that a bank's customer pays before asking for the service (register pay-through-bank, bank-wallet-sadad). */
export const bankFees = (platform: Platform): readonly Operation[] => [
  operation({
    id: 'bank-fees',
    method: 'GET',
    path: '/fees',
    tag,
    title: { ar: 'خدمات تُسدَّد رسومها سلفًا', en: 'Services whose fees are paid ahead' },
    summary: {
      ar: 'برموزها لدى المصارف، والمدد التي لكل منها.',
      en: 'By their codes in banks, each with the durations that it has.',
    },
    access,
    answer: {
      status: 200,
      description: { ar: 'الخدمات', en: 'The services' },
      schema: z.object({
        fees: z.array(
          z.object({ code, title: words, durations: z.array(z.object({ duration, title: words })) }),
        ),
      }),
    },
    run: async ({ principal }) => {
      if (principal.kind !== 'partner') return err(problems.notYours)
      const fees = feesAhead(platform).map(({ code, title, choices }) => ({
        code,
        title: { ar: title.ar, en: title.en },
        durations: choices.map(({ value, label }) => ({
          duration: value,
          title: { ar: label.ar, en: label.en },
        })),
      }))
      return ok({ body: { fees } })
    },
  }),
  operation({
    id: 'bank-wallet-sadad',
    method: 'POST',
    path: '/fees/bill',
    tag,
    title: { ar: 'فاتورة برمز الخدمة والهوية والمدة', en: 'A bill by service, ID and duration' },
    summary: {
      ar: 'لعميل أثبت المصرف هويته، قبل أن يطلب الخدمة. تُسدَّد كأي فاتورة، ويأخذها أول طلب يطابقها. والطلب نفسه مرة أخرى هو الفاتورة نفسها.',
      en: 'For a customer whose identity the bank has proven, before the service is asked for. It is paid as any bill; the first request that fits takes it. Asked again, it is the same bill.',
    },
    access,
    body: z.strictObject({ person: input.personNumber, code, duration }),
    answer: { status: 200, description: { ar: 'الفاتورة', en: 'The bill' }, schema: due },
    run: async ({ principal, body }) => {
      if (principal.kind !== 'partner') return err(problems.notYours)
      const { person, code, duration } = body
      const raised = await billAhead(platform, { person, code, choice: duration }, principal)
      return raised.ok ? ok({ body: dueOf(raised.value) }) : raised
    },
  }),
]
