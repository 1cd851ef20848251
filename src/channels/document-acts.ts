import type { ActObject } from '#platform/accounts/require-confirmed.ts'
import type { DocumentDefinition } from '#platform/documents/document.ts'
import type { IssuedDocument } from '#platform/documents/issued.ts'

/** Downloading a document, as it is confirmed; it goes on at the document's page. */
export const downloadOf = ({ id, content: { title } }: IssuedDocument): ActObject => ({
  id,
  says: { ar: `تنزيل: ${title.ar}`, en: `download: ${title.en}` },
  page: `/documents/${id}`,
})

/** Issuing a document about a subject. */
export const issueOf = ({ name, title }: DocumentDefinition, subject: string): ActObject => ({
  id: `${name} ${subject}`,
  says: { ar: `إصدار: ${title.ar}`, en: `issue: ${title.en}` },
  page: `/documents/${name}/${encodeURIComponent(subject)}`,
})
