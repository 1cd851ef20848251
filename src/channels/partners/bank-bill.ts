import { z } from 'zod'
import type { Tag } from '#channels/api/operation.ts'
import { instant } from '#channels/api/value.ts'
import { isEstablishment } from '#kernel/holder-number.ts'
import { maskPersonNumber } from '#kernel/person-number.ts'
import type { Bill } from '#platform/payments/bill.ts'

export const tag: Tag = {
  name: 'bills',
  description: { ar: 'سداد الفواتير واستردادها', en: 'Paying bills, and giving money back' },
}
export const access = { scope: 'bills:write' } as const
export const number = z.string().regex(/^\d{12}$/)
export const amount = z
  .int()
  .positive()
  .max(Number.MAX_SAFE_INTEGER)
  .meta({ description: 'Halalas: 100 make a riyal.' })
/** What a thing is called, in both languages. */
export const words = z.object({ ar: z.string(), en: z.string() })
/** A bill as a bank sees it. */
export const due = z.object({
  number,
  title: words,
  amount: z.int(),
  due: instant,
  payer: z.string().meta({ description: 'A person’s number is masked.' }),
})

export const dueOf = (bill: Bill) => ({
  number: bill.number,
  title: { ar: bill.title.ar, en: bill.title.en },
  amount: bill.total,
  due: bill.due.toISOString(),
  payer: isEstablishment(bill.payer) ? bill.payer : maskPersonNumber(bill.payer),
})
