import { record } from '#platform/audit/record.ts'
import type { Tx } from '#platform/database/tables.ts'
import type { IssuedDocument } from '#platform/documents/issued.ts'
import { type StatusPlace, takePlace } from '#platform/documents/status.ts'
import type { WalletDevice } from './device.ts'
import type { Loadable } from './loadable.ts'
import './tables.ts'

/** One showing of a document that a phone carries. */
export interface Copy {
  readonly id: string
  /** Absent for a card that is only looked at. */
  readonly place: StatusPlace | undefined
  readonly documentId: string
  /** Empty for the whole. */
  readonly view: string
}

/** What a phone carries now. */
export async function copiesOn(tx: Tx, { person, id }: WalletDevice): Promise<readonly Copy[]> {
  const rows = await tx
    .selectFrom('wallet_copy')
    .select(['id', 'document_id', 'view', 'status_list', 'status_index'])
    .where('person_id', '=', person)
    .where('device_id', '=', id)
    .where('ended_at', 'is', null)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    documentId: row.document_id,
    view: row.view,
    place:
      row.status_list === null || row.status_index === null
        ? undefined
        : { list: row.status_list, place: row.status_index },
  }))
}

/** How a document stands now, which holds until the transaction is over: whoever ends it then ends its new copies too. */
export async function lockState(
  tx: Tx,
  { person, id }: Pick<IssuedDocument, 'person' | 'id'>,
): Promise<IssuedDocument['state']> {
  const { state } = await tx
    .selectFrom('issued_document')
    .select('state')
    .where('person_id', '=', person)
    .where('id', '=', id)
    .forShare()
    .executeTakeFirstOrThrow()
  return state
}

/** Remembers until when a copy is good by now. */
export async function renewCopy(
  tx: Tx,
  { person }: WalletDevice,
  copy: Copy,
  { ends, at }: { readonly ends: Date; readonly at: Date },
): Promise<Copy> {
  await tx
    .updateTable('wallet_copy')
    .set({ renewed_at: at, ends_at: ends })
    .where('person_id', '=', person)
    .where('id', '=', copy.id)
    .execute()
  return copy
}

/**
 * A new copy, with a place of its own unless it is only looked at; that a document is carried from now on is
 * written down for whose it is.
 */
export async function addCopy(
  tx: Tx,
  device: WalletDevice,
  { document, ground }: Loadable,
  { view, ends, at }: { readonly view: string; readonly ends: Date; readonly at: Date },
): Promise<Copy> {
  const { person } = device
  const place =
    ground === 'consent'
      ? undefined
      : await takePlace(tx, { person: document.person, documentId: document.id })
  const { id } = await tx
    .insertInto('wallet_copy')
    .values({
      person_id: person,
      device_id: device.id,
      of_person: document.person,
      document_id: document.id,
      view,
      status_list: place?.list ?? null,
      status_index: place?.place ?? null,
      since: at,
      renewed_at: at,
      ends_at: ends,
      ended_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (view === '') {
    // The phone acts for its holder; its name stands where a session's would.
    const by = { kind: 'person', person, account: 'activated', session: device.id } as const
    const { person: subject, number: about } = document
    await record(tx, { subject, by, action: 'document.load', about, ground, at })
  }
  return { id, place, documentId: document.id, view }
}
