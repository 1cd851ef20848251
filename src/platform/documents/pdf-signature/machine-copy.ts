import { bareCode } from '../credential/qr.ts'
import type { IssuedDocument } from '../issued.ts'

/** The document for programs, inside its own PDF: what is printed, and the credential that the code holds. */
export const machineCopy = (document: IssuedDocument, origin: string) => ({
  name: 'document.json',
  mediaType: 'application/json',
  content: JSON.stringify(
    {
      issuer: origin,
      document: document.document,
      number: document.number,
      code: document.code,
      title: document.content.title,
      issuedBy: document.content.issuer,
      holder: document.content.holder,
      birth: document.content.birth,
      validFrom: document.content.validFrom,
      validUntil: document.validUntil,
      issuedAt: document.issuedAt.toISOString(),
      facts: document.content.facts.map(({ key, label, value }) => ({ key, label, value })),
      blocks: document.content.blocks,
      /** Base 45 over a packed CWT, as in the printed code. */
      credential: bareCode(document.packed),
    },
    null,
    1,
  ),
})
