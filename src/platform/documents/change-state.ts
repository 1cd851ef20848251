import type { PersonNumber } from '#kernel/person-number.ts'
import type { Text } from '#kernel/text.ts'
import { record } from '#platform/audit/record.ts'
import type { Principal } from '#platform/authority/principal.ts'
import type { Tx } from '#platform/database/tables.ts'
import { endPlaces, restorePlaces, suspendPlaces } from './status.ts'
import type { IssuedDocumentTable } from './tables.ts'

/** One document of a person, whose state changes. */
export interface Change {
  readonly person: PersonNumber
  readonly id: string
  readonly by: Principal
  readonly at: Date
}

/** One valid document a subject: whoever writes holds the holder's row. */
export const lockHolder = (tx: Tx, person: PersonNumber) =>
  tx.selectFrom('person').select('person_id').where('person_id', '=', person).forNoKeyUpdate().execute()

/** Takes a document back for good, with every copy of it. Says whether there was one to take. */
export async function revoke(tx: Tx, ask: Change & { readonly reason: Text }): Promise<boolean> {
  await lockHolder(tx, ask.person)
  const done = await change(tx, ask, ['valid', 'suspended'], {
    state: 'revoked',
    ended_at: ask.at,
    because: JSON.stringify(ask.reason),
  })
  if (done) await endPlaces(tx, { person: ask.person, documentId: ask.id })
  return done
}

/** Suspends a document with every copy of it, or gives another reason. Says whether there was one to suspend. */
export async function suspend(tx: Tx, ask: Change & { readonly reason: Text }): Promise<boolean> {
  await lockHolder(tx, ask.person)
  const done = await change(tx, ask, ['valid', 'suspended'], {
    state: 'suspended',
    because: JSON.stringify(ask.reason),
  })
  if (done) await suspendPlaces(tx, { person: ask.person, documentId: ask.id })
  return done
}

/** Lifts a suspension, for every copy that was not taken back by itself. Says whether there was one. */
export async function restore(tx: Tx, ask: Change): Promise<boolean> {
  await lockHolder(tx, ask.person)
  const done = await change(tx, ask, ['suspended'], { state: 'valid', because: null })
  if (done) await restorePlaces(tx, { person: ask.person, documentId: ask.id })
  return done
}

/** Ends what is out about a subject, because a newer one takes its place. The caller holds the holder's row. */
export async function supersede(
  tx: Tx,
  of: { readonly person: PersonNumber; readonly document: string; readonly subjectId: string },
  at: Date,
): Promise<void> {
  const ended = await tx
    .updateTable('issued_document')
    .set({ state: 'superseded', ended_at: at, because: null })
    .where('person_id', '=', of.person)
    .where('document', '=', of.document)
    .where('subject_id', '=', of.subjectId)
    .where('state', 'in', ['valid', 'suspended'])
    .returning('id')
    .execute()
  for (const { id } of ended) await endPlaces(tx, { person: of.person, documentId: id })
}

const actions = {
  revoked: 'document.revoked',
  suspended: 'document.suspended',
  valid: 'document.restored',
} as const

async function change(
  tx: Tx,
  { person, id, by, at }: Change,
  from: readonly IssuedDocumentTable['state'][],
  to: { state: keyof typeof actions; because: string | null; ended_at?: Date },
): Promise<boolean> {
  const changed = await tx
    .updateTable('issued_document')
    .set(to)
    .where('person_id', '=', person)
    .where('id', '=', id)
    .where('state', 'in', from)
    .returning('number')
    .executeTakeFirst()
  if (!changed) return false
  await record(tx, { subject: person, by, action: actions[to.state], about: changed.number, at })
  return true
}
