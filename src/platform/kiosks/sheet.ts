import { dayOf } from '#kernel/day.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import type { Locale, Text } from '#kernel/text.ts'
import { tokenHash } from '#platform/accounts/token.ts'
import { record } from '#platform/audit/record.ts'
import { newToken } from '#platform/database/ids.ts'
import { transact } from '#platform/database/transact.ts'
import { documentPdf, pdfName } from '#platform/documents/document-pdf.ts'
import { documentsOf, findDocument, type IssuedDocument } from '#platform/documents/issued.ts'
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
  readonly number: string
}

/** The person's own documents that are good today. */
export async function sheetsOf(
  { db, clock }: Pick<Platform, 'db' | 'clock'>,
  { person }: KioskVisitor,
): Promise<readonly Sheet[]> {
  const today = dayOf(clock.now())
  return (await documentsOf(db, person))
    .filter((one) => isGood(one, today))
    .map(({ id, content, number }) => ({ id, title: content.title, number }))
}

/** Readies a document to be fetched by the printing frame, which can send no header: once, within a minute. */
export async function prepareSheet(
  { db, clock }: Pick<Platform, 'db' | 'clock'>,
  session: KioskSession,
  visitor: KioskVisitor,
  id: string,
): Promise<Result<{ readonly ticket: string }, Problem>> {
  const at = clock.now()
  const found = await findDocument(db, visitor.person, id)
  if (!found || !isGood(found, dayOf(at))) return err(problems.notFound)
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

const isGood = ({ state, validUntil }: IssuedDocument, today: string): boolean =>
  state === 'valid' && (validUntil === undefined || validUntil >= today)
