import { z } from 'zod'
import type { Bill, Receipt } from '#platform/payments/bill.ts'
import { act, action, instant, money, presentMoney, text } from './value.ts'

const line = z
  .object({
    title: text,
    kind: z.enum(['government-fee', 'platform-fee', 'fine', 'escrow']),
    amount: money.meta({ description: 'VAT included.' }),
    vat: money,
  })
  .meta({ id: 'BillLine' })

export const bill = z
  .object({
    id: z.string(),
    number: z.string().meta({ description: 'As typed at a bank.' }),
    title: text,
    state: z.string().meta({ description: '`due`, `paid`, `cancelled`, `refunding`, `refunded`.' }),
    lines: z.array(line),
    total: money,
    due: instant,
    raisedAt: instant,
    paidAt: instant.optional(),
    actions: z.array(action),
  })
  .meta({ id: 'Bill' })

const presentLines = (lines: Bill['lines']): z.output<typeof line>[] =>
  lines.map(({ title, kind, amount, vat }) => ({
    title,
    kind,
    amount: presentMoney(amount),
    vat: presentMoney(vat),
  }))

export const presentBill = (it: Bill): z.output<typeof bill> => ({
  id: it.id,
  number: it.number,
  title: it.title,
  state: it.state,
  lines: presentLines(it.lines),
  total: presentMoney(it.total),
  due: it.due.toISOString(),
  raisedAt: it.raisedAt.toISOString(),
  ...(it.paidAt ? { paidAt: it.paidAt.toISOString() } : {}),
  actions: [
    ...(it.state === 'due' ? [act('pay-bill', 'POST', `/bills/${it.id}/pay`)] : []),
    ...(it.paidAt ? [act('get-receipt', 'GET', `/bills/${it.id}/receipt`)] : []),
  ],
})

export const receipt = z
  .object({
    number: z.string(),
    title: text,
    paidAt: instant,
    lines: z.array(line),
    government: money,
    fines: money,
    escrow: money,
    platform: money.meta({ description: 'Without VAT.' }),
    vat: money,
    total: money,
    refunded: z.boolean().meta({ description: 'The money is on its way back, or back.' }),
  })
  .meta({ id: 'Receipt' })

export const presentReceipt = (it: Receipt): z.output<typeof receipt> => ({
  number: it.number,
  title: it.title,
  paidAt: it.paidAt.toISOString(),
  lines: presentLines(it.lines),
  government: presentMoney(it.government),
  fines: presentMoney(it.fines),
  escrow: presentMoney(it.escrow),
  platform: presentMoney(it.platformNet),
  vat: presentMoney(it.vat),
  total: presentMoney(it.total),
  refunded: it.refunded,
})
