import type { Locale } from '#kernel/text.ts'
import { codeAddress } from './credential/qr.ts'
import type { IssuedDocument } from './issued.ts'
import { renderPdf } from './pdf.ts'
import { pdfWords } from './pdf-words.ts'

/** An issued document on paper, as it was signed. `origin` is the platform's. */
export function documentPdf(
  document: IssuedDocument,
  options: { readonly origin: string; readonly language: Locale; readonly demo: boolean },
): Uint8Array {
  const { content, number, code, validUntil } = document
  const { look } = content
  return renderPdf({
    layout: look.kind,
    language: options.language,
    title: content.title,
    issuer: content.issuer,
    holder: content.holder,
    number,
    code,
    validFrom: content.validFrom,
    validUntil,
    facts: content.facts,
    qr: { content: codeAddress(options.origin, document.packed), caption: pdfWords.check },
    checkAt: `${options.origin.replace(/^https?:\/\//, '')}/verify`,
    madeAt: document.issuedAt,
    colours: look.kind === 'card' ? look : { from: look.accent, to: look.accent, ink: 'light' },
    demo: options.demo,
  })
}

/** What the file is called when it is saved: `driving-licence-DL-1448-4KQ7M2-C.pdf`. */
export const pdfName = (document: Pick<IssuedDocument, 'document' | 'number'>): string =>
  `${document.document}-${document.number.replace(/[^\w-]/g, '')}.pdf`
