import { randomBytes } from 'node:crypto'
import { dayOf } from '#kernel/day.ts'
import { hijriOf } from '#kernel/hijri.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { newReference, readableCode } from '#kernel/reference.ts'
import { record } from '#platform/audit/record.ts'
import type { Principal } from '#platform/authority/principal.ts'
import { newId } from '#platform/database/ids.ts'
import type { Tx } from '#platform/database/tables.ts'
import type { Platform } from '#platform/platform.ts'
import { seal } from './cwt.ts'
import type { DocumentDefinition } from './document.ts'
import { type DocumentContent, type IssuedDocument, issuedDocument, numberKey } from './issued.ts'
import { endPlace, statusListAddress, takePlace } from './status.ts'

/** What issuing needs of the platform. */
export type IssueDeps = Pick<Platform, 'issuers'> & { readonly config: Pick<Platform['config'], 'origin'> }

/**
 * Issues a document to its holder, signed, and ends the earlier one about the same subject.
 * @throws when the registry has nothing to issue: an effect that promises a document has written its record.
 */
export async function issue(
  tx: Tx,
  deps: IssueDeps,
  ask: {
    readonly definition: DocumentDefinition
    readonly person: PersonNumber
    readonly subjectId: string
    readonly at: Date
  },
): Promise<IssuedDocument> {
  const { definition, person, subjectId, at } = ask
  const today = dayOf(at)
  const claims = await definition.claims({ db: tx, clock: { now: () => at }, today }, person, subjectId)
  if (!claims) throw new Error(`the registry holds no ${definition.name} for this person and subject`)

  await lockHolder(tx, person)
  await end(tx, { person, document: definition.name, subjectId }, { state: 'superseded', at, reason: null })

  const id = newId(at)
  const number = claims.number ?? newReference(definition.prefix, hijriOf(today).year, randomBytes(8))
  const { list, place } = await takePlace(tx, { person, documentId: id })
  const packed = await seal(deps.issuers, {
    issuer: deps.config.origin,
    issuedAt: at,
    document: definition.name,
    number,
    name: claims.holderName,
    birth: claims.birth,
    validFrom: claims.validFrom,
    validUntil: claims.validUntil,
    extra: claims.qr,
    status: { uri: statusListAddress(deps.config.origin, list), index: place },
  })
  const content: DocumentContent = {
    title: definition.title,
    issuer: definition.issuer,
    look: definition.look,
    holder: claims.holderName,
    birth: claims.birth,
    validFrom: claims.validFrom,
    facts: claims.facts,
  }
  const row = await tx
    .insertInto('issued_document')
    .values({
      person_id: person,
      id,
      document: definition.name,
      subject_id: subjectId,
      number,
      code: await takeCode(tx, { number, person, documentId: id }),
      content: JSON.stringify(content),
      packed,
      status_list: list,
      status_index: place,
      issued_at: at,
      valid_until: claims.validUntil ?? null,
      state: 'valid',
      ended_at: null,
      reason: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return issuedDocument(row)
}

/** Takes a document back, with the reason for the record. Says whether there was a valid one. */
export async function revoke(
  tx: Tx,
  ask: {
    readonly person: PersonNumber
    readonly id: string
    readonly reason: string
    readonly by: Principal
    readonly at: Date
  },
): Promise<boolean> {
  const { person, id, reason, by, at } = ask
  await lockHolder(tx, person)
  const ended = await end(tx, { person, id }, { state: 'revoked', at, reason })
  if (ended)
    await record(tx, { subject: person, by, action: 'document.revoked', about: id, ground: reason, at })
  return ended
}

/** One valid document a subject: whoever writes holds the holder's row. */
const lockHolder = (tx: Tx, person: PersonNumber) =>
  tx.selectFrom('person').select('person_id').where('person_id', '=', person).forNoKeyUpdate().execute()

async function end(
  tx: Tx,
  which: { person: PersonNumber } & ({ id: string } | { document: string; subjectId: string }),
  how: { state: 'superseded' | 'revoked'; at: Date; reason: string | null },
): Promise<boolean> {
  const ended = await tx
    .updateTable('issued_document')
    .set({ state: how.state, ended_at: how.at, reason: how.reason })
    .where('person_id', '=', which.person)
    .where('state', '=', 'valid')
    .where((eb) =>
      'id' in which
        ? eb('id', '=', which.id)
        : eb.and([eb('document', '=', which.document), eb('subject_id', '=', which.subjectId)]),
    )
    .returning(['status_list', 'status_index'])
    .execute()
  for (const row of ended) await endPlace(tx, { list: row.status_list, place: row.status_index })
  return ended.length > 0
}

/** Six characters, 31⁶ of them: with the throttle of the public page not to be guessed. */
async function takeCode(
  tx: Tx,
  holder: { number: string; person: PersonNumber; documentId: string },
): Promise<string> {
  for (;;) {
    const code = readableCode(randomBytes(8), 6)
    const taken = await tx
      .insertInto('document_number')
      .values({
        number: numberKey(holder.number),
        code,
        person_id: holder.person,
        document_id: holder.documentId,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (taken.numInsertedOrUpdatedRows === 1n) return code
  }
}
