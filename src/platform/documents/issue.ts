import { randomBytes } from 'node:crypto'
import { dayOf } from '#kernel/day.ts'
import { hijriOf } from '#kernel/hijri.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { newReference, readableCode } from '#kernel/reference.ts'
import { record } from '#platform/audit/record.ts'
import { system } from '#platform/authority/principal.ts'
import { newId } from '#platform/database/ids.ts'
import type { Tx } from '#platform/database/tables.ts'
import { smallFace } from '#platform/faces/picture.ts'
import type { Platform } from '#platform/platform.ts'
import { lockHolder, supersede } from './change-state.ts'
import { contentOf } from './content.ts'
import type { CodeClaims } from './credential/claims.ts'
import { codeAddress, longestOnPaper } from './credential/qr.ts'
import { seal } from './cwt.ts'
import type { DocumentClaims, DocumentDefinition } from './document.ts'
import { type IssuedDocument, issuedDocument, numberKey } from './issued.ts'
import { placeStates, statusListAddress, takePlace } from './status.ts'
import { explained } from './view.ts'

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
  await supersede(tx, { person, document: definition.name, subjectId }, at)

  const id = newId(at)
  const number = claims.number ?? newReference(definition.prefix, hijriOf(today).year, randomBytes(8))
  const { list, place } = await takePlace(tx, {
    person,
    documentId: id,
    state: claims.suspended ? placeStates.suspended : placeStates.valid,
  })
  const says: CodeClaims = {
    ...(await codeClaims(definition, { ...claims, number })),
    issuer: deps.config.origin,
    issuedAt: at,
    status: { uri: statusListAddress(deps.config.origin, list), index: place },
  }
  const whole = await seal(deps.issuers, says)
  // A finer code is not read off paper by every phone: then it does without the face.
  const fits = codeAddress(deps.config.origin, whole).length <= longestOnPaper
  const packed = fits || !says.face ? whole : await seal(deps.issuers, { ...says, face: undefined })
  const row = await tx
    .insertInto('issued_document')
    .values({
      person_id: person,
      id,
      document: definition.name,
      subject_id: subjectId,
      number,
      code: await takeCode(tx, { number, person, documentId: id }),
      content: JSON.stringify(contentOf(definition, claims)),
      packed,
      status_list: list,
      status_index: place,
      issued_at: at,
      valid_until: claims.validUntil ?? null,
      state: claims.suspended ? 'suspended' : 'valid',
      ended_at: null,
      because: claims.suspended ? JSON.stringify(claims.suspended) : null,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  // Who asked for it is with the request, the bill or the look that it came of.
  await record(tx, { subject: person, by: system('documents'), action: 'document.issue', about: number, at })
  return issuedDocument(row)
}

/** What a code says of a document, whoever shows it: with the face where it has one. */
export const codeClaims = async (
  definition: DocumentDefinition,
  claims: DocumentClaims,
): Promise<Omit<CodeClaims, 'issuer' | 'issuedAt' | 'status'>> => ({
  document: definition.name,
  number: claims.number,
  name: claims.holderName,
  birth: claims.birth,
  validFrom: claims.validFrom,
  validUntil: claims.validUntil,
  extra: explained(definition, claims.qr),
  face: claims.portrait && (await smallFace(claims.portrait)),
})

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
