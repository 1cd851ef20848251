import { dayOf } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import type { Locale, Text } from '#kernel/text.ts'
import { tokenHash } from '#platform/accounts/token.ts'
import { record } from '#platform/audit/record.ts'
import { newToken } from '#platform/database/ids.ts'
import { transact } from '#platform/database/transact.ts'
import { documentPdf, pdfName } from '#platform/documents/document-pdf.ts'
import { drawDocument } from '#platform/documents/draw.ts'
import { carriedBy } from '#platform/documents/held.ts'
import { findDocument, type IssuedDocument, stateOn } from '#platform/documents/issued.ts'
import { notify } from '#platform/notices/notify.ts'
import type { Platform } from '#platform/platform.ts'
import { type Problem, problems } from '#platform/problem.ts'
import type { KioskSession } from './session.ts'
import type { KioskVisitor } from './visitor.ts'
import './tables.ts'

const TICKET_LIFE_MS = 60_000

/** A document that can be printed at the device. */
export interface Sheet {
  readonly id: string
  readonly title: Text
  /** Whose it is: the person's own, or their child's. */
  readonly holder: Text
  /** Absent: it gets one when it is printed for the first time. */
  readonly number?: string
}

/** The person's own documents that are good today, issued before or not. */
export async function sheetsOf(
  platform: Pick<Platform, 'db' | 'clock' | 'catalogue'>,
  { person }: KioskVisitor,
): Promise<readonly Sheet[]> {
  return (await carriedBy(platform, person))
    .filter(({ state }) => state === 'valid')
    .map(({ issued, document, subjectId, content, number }) => ({
      id: issued?.id ?? `${document}:${subjectId}`,
      title: content.title,
      holder: content.holder,
      ...(number === undefined ? {} : { number }),
    }))
}

/** Readies a document to be fetched by the printing frame, which can send no header: once, within a minute. */
export async function prepareSheet(
  platform: Pick<Platform, 'db' | 'clock' | 'catalogue' | 'issuers' | 'config'>,
  session: KioskSession,
  visitor: KioskVisitor,
  id: string,
): Promise<Result<{ readonly ticket: string }, Problem>> {
  const { db, clock } = platform
  const at = clock.now()
  const found = await findSheet(platform, visitor.person, id)
  if (!found || stateOn(found, dayOf(at)) !== 'valid') return err(problems.notFound)
  const ticket = newToken()
  await transact(db, async (tx) => {
    await tx
      .updateTable('kiosk_session')
      .set({
        sheet: found.id,
        sheet_ticket: tokenHash(ticket),
        sheet_until: new Date(at.getTime() + TICKET_LIFE_MS),
      })
      .where('id', '=', session.id)
      .execute()
    await record(tx, {
      subject: visitor.person,
      by: visitor.by,
      action: 'document.print',
      about: found.number,
      ground: 'self',
      at,
    })
    await notify(tx, {
      to: visitor.person,
      key: `kiosk-print-${session.id}-${found.id}-${at.getTime()}`,
      ...printed(found.content.title, found.content.holder),
      link: '/documents',
      sms: true,
      at,
    })
  })
  return ok({ ticket })
}

/** The document behind a ticket, as PDF; the ticket is gone with it. */
export async function takeSheet(
  { db, clock, config, issuers }: Pick<Platform, 'db' | 'clock' | 'config' | 'issuers'>,
  ticket: string,
  language: Locale,
): Promise<Result<{ readonly name: string; readonly pdf: Uint8Array }, Problem>> {
  const at = clock.now()
  const hash = tokenHash(ticket)
  const taken = await transact(db, async (tx) => {
    const row = await tx
      .selectFrom('kiosk_session')
      .innerJoin('kiosk', 'kiosk.id', 'kiosk_session.kiosk_id')
      .select(['kiosk_session.id', 'person_id', 'sheet'])
      .where('sheet_ticket', '=', hash)
      .where('sheet_until', '>', at)
      .where('kiosk.state', '=', 'enrolled')
      .forUpdate('kiosk_session')
      .executeTakeFirst()
    if (!row) return undefined
    await tx
      .updateTable('kiosk_session')
      .set({ sheet: null, sheet_ticket: null })
      .where('id', '=', row.id)
      .execute()
    return row
  })
  const document = taken?.person_id && taken.sheet && (await findDocument(db, taken.person_id, taken.sheet))
  if (!document) return err(problems.notFound)
  const pdf = await documentPdf({ issuers, config }, document, language)
  return ok({ name: pdfName(document), pdf })
}

const printed = (title: Text, holder: Text) => ({
  title: { ar: 'طُبعت وثيقة عند جهاز خدمة ذاتية', en: 'A document was printed at a self-service device' },
  body: {
    ar: `ديوان: طُبعت عند جهاز خدمة ذاتية، ببصمتك: ${title.ar} (${holder.ar}). لم تكن أنت؟ اتصل بنا.`,
    en: `Diwan: printed at a self-service device, by your finger: ${title.en} (${holder.en}). Not you? Call us.`,
  },
})

/** One that was issued, or one that the registry holds, which is issued now. */
async function findSheet(
  platform: Pick<Platform, 'db' | 'clock' | 'catalogue' | 'issuers' | 'config'>,
  person: PersonNumber,
  id: string,
): Promise<IssuedDocument | undefined> {
  const [, name, subject] = /^([a-z0-9-]+):(.+)$/.exec(id) ?? []
  if (name === undefined || subject === undefined) return findDocument(platform.db, person, id)
  const definition = platform.catalogue.document(name)
  return definition?.held && drawDocument(platform, definition, person, subject)
}
