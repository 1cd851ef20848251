import { z } from 'zod'
import { downloadOf } from '#channels/document-acts.ts'
import { err, ok } from '#kernel/result.ts'
import { requireConfirmed } from '#platform/accounts/require-confirmed.ts'
import { codeAddress } from '#platform/documents/credential/qr.ts'
import { documentPdf, pdfName } from '#platform/documents/document-pdf.ts'
import { documentsOf, findDocument, type IssuedDocument } from '#platform/documents/issued.ts'
import { largestUpload } from '#platform/files/accept.ts'
import { findFile, readFile, type StoredFile, storeUpload } from '#platform/files/file.ts'
import { fileHeaders } from '#platform/files/headers.ts'
import type { Platform } from '#platform/platform.ts'
import { problems } from '#platform/problem.ts'
import { activated } from '#platform/requests/act.ts'
import { idInPath } from './input.ts'
import { type Operation, operation } from './operation.ts'
import { refusals } from './problem-json.ts'
import { tags } from './tags.ts'
import { base, day, fact, instant, presentFacts, text } from './value.ts'

const document = z
  .object({
    id: z.string(),
    document: z.string().meta({ description: 'Which kind: `driving-licence`.' }),
    number: z.string(),
    verificationCode: z.string(),
    title: text,
    issuer: text,
    holder: text,
    state: z.enum(['valid', 'suspended', 'superseded', 'revoked']),
    validFrom: day,
    validUntil: day.optional(),
    issuedAt: instant,
    facts: z.array(fact),
    qr: z.string().meta({ description: 'What the QR code holds: the signed credential, as an address.' }),
    pdf: z.string(),
  })
  .meta({ id: 'Document' })

const file = z
  .object({
    id: z.string(),
    name: z.string(),
    type: z.string(),
    size: z.int().meta({ description: 'Bytes.' }),
    uploadedAt: instant,
    href: z.string(),
  })
  .meta({ id: 'File' })

const params = z.object({ id: idInPath })
const uploads = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf', 'application/octet-stream']

/** What was issued to a person, and what they attach. */
export function documentOperations(platform: Platform): Operation[] {
  const { db, config } = platform
  return [
    operation({
      id: 'list-documents',
      method: 'GET',
      path: '/documents',
      tag: tags.documents,
      title: { ar: 'وثائقي', en: 'List my documents' },
      summary: { ar: 'السارية أولًا، ثم الأحدث.', en: 'What is valid first, then the newest.' },
      access: 'activated',
      answer: {
        status: 200,
        description: { ar: 'الوثائق', en: 'The documents' },
        schema: z.object({ documents: z.array(document) }),
      },
      run: async ({ principal }) => {
        const person = activated(principal)
        if (!person.ok) return person
        const all = await documentsOf(db, person.value)
        return ok({ body: { documents: all.map((one) => present(one, config.origin)) } })
      },
    }),
    operation({
      id: 'get-document',
      method: 'GET',
      path: '/documents/{id}',
      tag: tags.documents,
      title: { ar: 'وثيقة', en: 'Read a document' },
      summary: { ar: 'كما صدرت، مع رمزها الموقّع.', en: 'As it was issued, with its signed code.' },
      access: 'activated',
      params,
      answer: { status: 200, description: { ar: 'الوثيقة', en: 'The document' }, schema: document },
      run: async ({ principal, params: { id } }) => {
        const person = activated(principal)
        if (!person.ok) return person
        const found = await findDocument(db, person.value, id)
        return found ? ok({ body: present(found, config.origin) }) : err(refusals.notFound)
      },
    }),
    operation({
      id: 'get-document-pdf',
      method: 'GET',
      path: '/documents/{id}/pdf',
      tag: tags.documents,
      title: { ar: 'وثيقة بصيغة PDF', en: 'Download a document' },
      summary: {
        ar: 'للطباعة، وفيها رمز التحقق. يُؤكَّد التنزيل أولًا.',
        en: 'For printing, with the code to check it by. It is confirmed first.',
      },
      access: 'activated',
      params,
      answer: { status: 200, description: { ar: 'الملف', en: 'The file' }, mediaType: 'application/pdf' },
      run: async ({ principal, params: { id }, language }) => {
        const person = activated(principal)
        if (!person.ok) return person
        const found = await findDocument(db, person.value, id)
        if (!found) return err(refusals.notFound)
        const confirmed = await requireConfirmed(platform, principal, 'document.download', downloadOf(found))
        if (!confirmed.ok) return confirmed
        const pdf = await documentPdf(platform, found, language)
        return ok({
          body: Buffer.from(pdf),
          headers: { 'content-disposition': `attachment; filename="${pdfName(found)}"` },
        })
      },
    }),
    operation({
      id: 'upload-file',
      method: 'POST',
      path: '/files',
      tag: tags.documents,
      title: { ar: 'رفع ملف', en: 'Upload a file' },
      summary: {
        ar: 'يُرسل الملف كما هو جسمًا للطلب (JPEG أو PNG أو WebP أو PDF). نوعه ما في محتواه لا ما يقال عنه. يُجاب به عن أسئلة الملفات: `{"file": id}`.',
        en: 'The bytes are the body (JPEG, PNG, WebP, PDF). Its type is what its content is, whatever it is called. Answers questions for files: `{"file": id}`.',
      },
      access: 'activated',
      query: z.object({ name: z.string().min(1).max(200).default('file') }),
      rawBody: { as: 'bytes', mediaTypes: uploads, largest: largestUpload + 1 },
      answer: { status: 201, description: { ar: 'الملف', en: 'The file' }, schema: file },
      throttles: ({ principal }) =>
        principal.kind === 'person'
          ? [{ key: `upload:${platform.vault.index(principal.person)}`, limit: 100, per: 3600 }]
          : [],
      run: async ({ principal, query, body }) => {
        const person = activated(principal)
        if (!person.ok) return person
        const bytes = body instanceof Uint8Array ? body : new Uint8Array()
        const stored = await storeUpload(platform, { owner: person.value, name: query.name, bytes })
        if (!stored.ok) return err(problems.answersWrong({ file: stored.error }))
        return ok({ body: presentFile(stored.value), location: `${base}/files/${stored.value.id}` })
      },
    }),
    operation({
      id: 'get-file',
      method: 'GET',
      path: '/files/{id}',
      tag: tags.documents,
      title: { ar: 'ملف مرفوع', en: 'Read about a file' },
      summary: { ar: 'اسمه ونوعه وحجمه.', en: 'Its name, type and size.' },
      access: 'activated',
      params,
      answer: { status: 200, description: { ar: 'الملف', en: 'The file' }, schema: file },
      run: async ({ principal, params: { id } }) => {
        const person = activated(principal)
        if (!person.ok) return person
        const found = await findFile(platform, person.value, id)
        return found ? ok({ body: presentFile(found) }) : err(refusals.notFound)
      },
    }),
    operation({
      id: 'get-file-content',
      method: 'GET',
      path: '/files/{id}/content',
      tag: tags.documents,
      title: { ar: 'محتوى ملف', en: 'Download a file' },
      summary: { ar: 'ما رفعته أنت.', en: 'What you uploaded.' },
      access: 'activated',
      params,
      answer: {
        status: 200,
        description: { ar: 'المحتوى', en: 'The bytes' },
        mediaType: 'application/octet-stream',
      },
      run: async ({ principal, params: { id } }) => {
        const person = activated(principal)
        if (!person.ok) return person
        const found = await readFile(platform, person.value, id)
        if (!found) return err(refusals.notFound)
        const { 'content-type': _type, ...headers } = fileHeaders(found)
        return ok({ body: Buffer.from(found.bytes), headers })
      },
    }),
  ]
}

const present = (it: IssuedDocument, origin: string): z.output<typeof document> => ({
  id: it.id,
  document: it.document,
  number: it.number,
  verificationCode: it.code,
  title: it.content.title,
  issuer: it.content.issuer,
  holder: it.content.holder,
  state: it.state,
  validFrom: it.content.validFrom,
  ...(it.validUntil ? { validUntil: it.validUntil } : {}),
  issuedAt: it.issuedAt.toISOString(),
  facts: presentFacts(it.content.facts),
  qr: codeAddress(origin, it.packed),
  pdf: `${base}/documents/${it.id}/pdf`,
})

const presentFile = ({ id, name, type, size, at }: StoredFile): z.output<typeof file> => ({
  id,
  name,
  type,
  size,
  uploadedAt: at.toISOString(),
  href: `${base}/files/${id}`,
})
