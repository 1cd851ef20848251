import { dayOf } from '#kernel/day.ts'
import { isEstablishment } from '#kernel/holder-number.ts'
import type { Locale } from '#kernel/text.ts'
import { v } from '#platform/catalogue/value.ts'
import { documentPdf, pdfName } from '#platform/documents/document-pdf.ts'
import { drawDocument } from '#platform/documents/draw.ts'
import { renderPdf } from '#platform/documents/pdf.ts'
import { type Bill, receiptOf } from '#platform/payments/bill.ts'
import { receiptDocument } from '#platform/payments/receipt-document.ts'
import type { Platform } from '#platform/platform.ts'

/**
 * The receipt of a bill on paper; nothing until it is paid. A person’s is a document of theirs, with a code that
 * anyone can check; an establishment carries no documents, and what was paid back proves nothing: those are plain.
 */
export async function receiptPdf(
  platform: Platform,
  bill: Bill,
  language: Locale,
): Promise<{ readonly name: string; readonly pdf: Uint8Array } | undefined> {
  const receipt = receiptOf(bill)
  if (!receipt) return undefined
  const definition = platform.catalogue.document(receiptDocument)
  const drawn =
    definition && !isEstablishment(bill.payer) && !receipt.refunded
      ? await drawDocument(platform, definition, bill.payer, bill.id)
      : undefined
  if (drawn) return { name: pdfName(drawn), pdf: await documentPdf(platform, drawn, language) }
  const refunded = { ar: 'أُعيد المبلغ إلى الدافع.', en: 'The amount was paid back.' }
  return {
    name: `receipt-${receipt.number}.pdf`,
    pdf: renderPdf({
      layout: 'receipt',
      language,
      title: { ar: 'إيصال سداد', en: 'Payment receipt' },
      number: receipt.number,
      ...(receipt.refunded ? { note: refunded } : {}),
      facts: [
        { key: 'for', label: { ar: 'عن', en: 'For' }, value: v.text(receipt.title) },
        { key: 'paidAt', label: { ar: 'وقت السداد', en: 'Paid at' }, value: v.instant(receipt.paidAt) },
        { key: 'day', label: { ar: 'التاريخ', en: 'Date' }, value: v.day(dayOf(receipt.paidAt)) },
      ],
      amounts: {
        lines: [
          ...receipt.lines.map((line) => ({ title: line.title, amount: line.net })),
          ...(receipt.vat
            ? [{ title: { ar: 'ضريبة القيمة المضافة 15٪', en: 'VAT 15%' }, amount: receipt.vat }]
            : []),
        ],
        total: receipt.total,
      },
      madeAt: platform.clock.now(),
      demo: platform.config.sandbox !== undefined,
    }),
  }
}
