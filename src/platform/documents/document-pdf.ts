import { plus } from '#kernel/money.ts'
import type { Locale } from '#kernel/text.ts'
import type { Fact } from '#platform/catalogue/block.ts'
import type { Platform } from '#platform/platform.ts'
import { codeAddress } from './credential/qr.ts'
import type { IssuedDocument } from './issued.ts'
import { type PdfAsk, renderPdf } from './pdf.ts'
import { issuerCertificate } from './pdf-signature/issuer-certificate.ts'
import { machineCopy } from './pdf-signature/machine-copy.ts'
import { signPdf } from './pdf-signature/sign-pdf.ts'
import { pdfWords } from './pdf-words.ts'

/**
 * An issued document on paper, as it was issued: with the code to scan, a copy for programs inside, and a signature
 * over the whole file.
 */
export async function documentPdf(
  { issuers, config }: Pick<Platform, 'issuers' | 'config'>,
  document: IssuedDocument,
  language: Locale,
): Promise<Uint8Array> {
  const { certificate, sign } = issuerCertificate(issuers)
  const { title, issuer } = document.content
  return signPdf(pageOf(document, language, config), {
    certificate: await certificate,
    sign,
    at: document.issuedAt,
    name: `Diwan, ${issuer.en}`,
    reason: title.en,
    attachment: machineCopy(document, config.origin),
  })
}

function pageOf(
  document: IssuedDocument,
  language: Locale,
  { origin, sandbox }: Pick<Platform['config'], 'origin' | 'sandbox'>,
): Uint8Array {
  const { content, number, code, validUntil } = document
  const { look } = content
  return renderPdf({
    layout: look.kind,
    language,
    title: content.title,
    issuer: content.issuer,
    holder: content.holder,
    number,
    code,
    portrait: content.portrait,
    validFrom: content.validFrom,
    validUntil,
    ...(look.kind === 'receipt' ? asBill(content.facts) : { facts: content.facts }),
    blocks: content.blocks ?? [],
    qr: { content: codeAddress(origin, document.packed), caption: pdfWords.check },
    checkAt: `${origin.replace(/^https?:\/\//, '')}/verify`,
    madeAt: document.issuedAt,
    colours: look.kind === 'card' ? look : { from: look.accent, to: look.accent, ink: 'light' },
    demo: sandbox !== undefined,
  })
}

/** The facts that are money as the lines of a bill, `total` at its end. */
function asBill(facts: readonly Fact[]): Pick<PdfAsk, 'facts' | 'amounts'> {
  const lines = facts.flatMap(({ key, label, value }) =>
    value.kind === 'money' && key !== 'total' ? [{ title: label, amount: value.value }] : [],
  )
  const total = facts.find((one) => one.key === 'total')?.value
  return {
    facts: facts.filter((one) => one.value.kind !== 'money'),
    amounts: {
      lines,
      total: total?.kind === 'money' ? total.value : plus(...lines.map((one) => one.amount)),
    },
  }
}

/** What the file is called when it is saved: `driving-licence-DL-1448-4KQ7M2-C.pdf`. */
export const pdfName = (document: Pick<IssuedDocument, 'document' | 'number'>): string =>
  `${document.document}-${document.number.replace(/[^\w-]/g, '')}.pdf`
