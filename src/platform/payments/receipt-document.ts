import { dayOf } from '#kernel/day.ts'
import type { Text } from '#kernel/text.ts'
import type { Fact } from '#platform/catalogue/block.ts'
import { v } from '#platform/catalogue/value.ts'
import { type DocumentDefinition, document } from '#platform/documents/document.ts'
import { nameOf } from '#platform/people/holder.ts'
import { findBill, type Receipt, receiptOf } from './bill.ts'
import type { LineKind } from './lines.ts'

/** The document that proves a payment, under whichever sector puts it into its `documents/`. */
export const receiptDocument = 'payment-receipt'

/**
 * The receipt of a settled bill, whose subject is the bill: each fee by its kind, the VAT apart (register F-17).
 * One that was paid back is taken back.
 */
export const paymentReceipt = (sector: string): DocumentDefinition =>
  document(receiptDocument, {
    sector,
    title: { ar: 'إيصال سداد', en: 'Payment receipt' },
    issuer: { ar: 'ديوان', en: 'Diwan' },
    look: { kind: 'receipt', accent: '#2d2a6e' },
    prefix: 'PR',
    codeWords: {
      total: { label: { ar: 'المبلغ بالريال', en: 'Amount in SAR' } },
      paid: { label: { ar: 'يوم السداد', en: 'Paid on' } },
    },
    follows: true,
    claims: async ({ db }, payer, billId) => {
      const bill = await findBill(db, payer, billId)
      const receipt = bill && receiptOf(bill)
      if (!receipt || receipt.refunded) return undefined
      const paidOn = dayOf(receipt.paidAt)
      return {
        holderName: await nameOf(db, payer),
        validFrom: paidOn,
        facts: factsOf(receipt),
        qr: { total: (receipt.total / 100).toFixed(2), paid: paidOn },
      }
    },
  })

const factsOf = (receipt: Receipt): readonly Fact[] => [
  { key: 'for', label: { ar: 'عن', en: 'For' }, value: v.text(receipt.title) },
  { key: 'bill', label: { ar: 'رقم الفاتورة', en: 'Bill number' }, value: v.code(receipt.number) },
  { key: 'paidAt', label: { ar: 'وقت السداد', en: 'Paid at' }, value: v.instant(receipt.paidAt) },
  { key: 'day', label: { ar: 'التاريخ', en: 'Date' }, value: v.day(dayOf(receipt.paidAt)) },
  ...receipt.lines.map((line, at) => ({
    key: `line${at + 1}`,
    label: {
      ar: `${line.title.ar} (${kinds[line.kind].ar})`,
      en: `${line.title.en} (${kinds[line.kind].en})`,
    },
    value: v.money(line.net),
  })),
  ...(receipt.vat
    ? [{ key: 'vat', label: { ar: 'ضريبة القيمة المضافة 15٪', en: 'VAT 15%' }, value: v.money(receipt.vat) }]
    : []),
  { key: 'total', label: { ar: 'المجموع', en: 'Total' }, value: v.money(receipt.total) },
]

const kinds: Readonly<Record<LineKind, Text>> = {
  'government-fee': { ar: 'رسم حكومي', en: 'government fee' },
  'platform-fee': { ar: 'مقابل المنصة قبل الضريبة', en: 'platform fee before VAT' },
  fine: { ar: 'غرامة', en: 'fine' },
  escrow: { ar: 'أمانة للبائع', en: 'held for the seller' },
}
