import type { Text } from '#kernel/text.ts'

const damaged: Text = {
  ar: 'ملف PDF تالف أو غير مكتمل. احفظه أو امسحه ضوئيًا من جديد ثم أرفقه.',
  en: 'The PDF is damaged or incomplete. Save or scan it again, then attach it.',
}
const locked: Text = {
  ar: 'ملف PDF محمي بكلمة مرور. أزل الحماية ثم أرفقه.',
  en: 'The PDF is protected by a password. Remove the protection, then attach it.',
}
const active: Text = {
  ar: 'ملف PDF يحتوي على برامج أو ملفات مضمّنة. اطبعه إلى PDF جديد ثم أرفقه.',
  en: 'The PDF holds programs or embedded files. Print it to a new PDF, then attach that.',
}

/**
 * Why a PDF is refused, or nothing. A check of its outside only: it begins and ends as a PDF does, is not
 * locked, and shows no scripts, launches or attachments. Readers get it as a download in any case.
 */
export function checkPdf(bytes: Uint8Array): Text | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (!/^%PDF-(1\.[0-7]|2\.0)\s/.test(file.toString('latin1', 0, 16))) return damaged
  const tail = file.toString('latin1', Math.max(0, file.length - 1024))
  const start = /startxref\s+(\d{1,10})\s+%%EOF\s*$/.exec(tail)?.[1]
  if (start === undefined || !pointsAtTable(file, Number(start))) return damaged
  if (file.includes('/Encrypt')) return locked
  if (['/JavaScript', '/Launch', '/EmbeddedFile', '/RichMedia'].some((name) => file.includes(name)))
    return active
  return undefined
}

/** At the offset stands a cross-reference table, or the object of a cross-reference stream. */
const pointsAtTable = (file: Buffer, offset: number): boolean =>
  offset < file.length && /^\s*(xref|\d+ \d+ obj)/.test(file.toString('latin1', offset, offset + 32))
