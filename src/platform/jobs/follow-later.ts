import type { PersonNumber } from '#kernel/person-number.ts'
import type { Db } from '#platform/database/tables.ts'
import { enqueue } from './enqueue.ts'

/**
 * Has the documents that a person has out follow the registry, once the caller's transaction has committed: for a
 * registry write that knows no more than the person, in any room.
 */
export const followLater = (tx: Db, person: PersonNumber): Promise<void> =>
  enqueue(tx, { task: 'documents.follow', payload: { person }, key: `documents.follow:${person}` })
