import { execFile } from 'node:child_process'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import { sar } from '#kernel/money.ts'
import { v } from '#platform/catalogue/value.ts'
import { type PdfAsk, renderPdf } from './pdf.ts'

const ask: PdfAsk = {
  layout: 'certificate',
  language: 'ar',
  title: { ar: 'سجل البصمة', en: 'Fingerprint record' },
  holder: { ar: 'نورة آل مثال', en: 'Noura Al Mithal' },
  number: 'FP-1448-4KQ7M2-C',
  code: '7K4MXP',
  validFrom: day('2026-11-23'),
  facts: [
    { key: 'born', label: { ar: 'تاريخ الميلاد', en: 'Date of birth' }, value: v.day(day('1990-05-17')) },
    { key: 'prints', label: { ar: 'عدد البصمات', en: 'Prints' }, value: v.number(10) },
    { key: 'kept', label: { ar: 'محدّثة', en: 'Up to date' }, value: v.yesNo(true) },
  ],
  qr: { content: 'HTTPS://DIWAN.EXAMPLE/V/ABC', caption: { ar: 'رمز', en: 'Code' } },
  checkAt: 'diwan.example/verify',
  madeAt: new Date('2026-11-23T08:00:00Z'),
  demo: false,
}
const latin = (pdf: Uint8Array) => Buffer.from(pdf).toString('latin1')

describe('a page as PDF', () => {
  it.each(['certificate', 'card', 'receipt', 'form'] as const)(
    'is set in the layout %s, with its fonts in it',
    (layout) => {
      const amounts = { lines: [{ title: ask.title, amount: sar(200) }], total: sar(200) }
      const pdf = latin(renderPdf({ ...ask, layout, amounts, note: ask.title, demo: true }))
      expect(pdf.startsWith('%PDF-1.')).toBe(true)
      expect(pdf).toMatch(/IBMPlexSansArabic/)
      expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1)
    },
  )

  it('names its language and title, and is tagged for readers', () => {
    const arabic = latin(renderPdf(ask))
    expect(arabic).toContain('/Lang (ar)')
    expect(arabic).toContain('/StructTreeRoot')
    expect(arabic).not.toContain('(Fingerprint record)')
    expect(latin(renderPdf({ ...ask, language: 'en' }))).toContain('(Fingerprint record)')
  })

  it('is the same file for the same question', () => {
    expect(renderPdf(ask)).toEqual(renderPdf(ask))
  })

  it('does without what a document may not have', () => {
    const { holder, number, code, qr, checkAt, validFrom, ...least } = ask
    expect(() => renderPdf({ ...least, facts: [] })).not.toThrow()
    expect(() => renderPdf({ ...least, layout: 'receipt', facts: [] })).not.toThrow()
    expect(() => renderPdf({ ...least, layout: 'form', facts: [] })).not.toThrow()
    expect([holder, number, code, qr, checkAt, validFrom]).toHaveLength(6)
  })

  it('takes every text as text', async () => {
    const hostile = '#panic("x") $ \\ ] [ " #read("house.typ") <b>'
    const text = await textOf(renderPdf({ ...ask, holder: { ar: hostile, en: hostile }, number: hostile }))
    if (text !== undefined) expect(text).toContain('#read("house.typ")')
  })

  it('runs on when there is more than a page holds', () => {
    const facts = Array.from({ length: 60 }, (_, n) => ({
      key: `f${n}`,
      label: ask.title,
      value: v.number(n),
    }))
    expect(latin(renderPdf({ ...ask, facts })).match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(1)
  })
})

/** What a reader of PDF sees, where poppler is installed. */
async function textOf(pdf: Uint8Array): Promise<string | undefined> {
  const path = join(await mkdtemp(join(tmpdir(), 'pdf-')), 'it.pdf')
  await writeFile(path, pdf)
  const read = promisify(execFile)('pdftotext', ['-layout', path, '-']).catch(() => undefined)
  return (await read)?.stdout
}
