import type { PersonNumber } from '#kernel/person-number.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import { transact } from '#platform/database/transact.ts'
import type { Platform } from '#platform/platform.ts'
import { batchHash, genesis, leafHash } from './chain.ts'
import type {} from './tables.ts'

const LEAVES = 1000

/** Puts every pending event under the chain, in batches; answers how many events. */
export async function seal({ db, clock }: Pick<Platform, 'db' | 'clock'>): Promise<number> {
  let sealed = 0
  for (;;) {
    const count = await transact(db, (tx) => sealBatch(tx, clock.now()))
    sealed += count
    if (count < LEAVES) return sealed
  }
}

async function sealBatch(tx: Tx, sealedAt: Date): Promise<number> {
  // The lock on the last link makes two sealers take turns; for the very first link the primary key does.
  const last = await tx
    .selectFrom('audit_batch')
    .select(['batch', 'hash'])
    .orderBy('batch', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirst()
  const newest = last && (await newestAfter(tx, last.batch))
  const { batch: before, hash: previous } = newest ?? last ?? { batch: 0, hash: genesis }
  const pending = await tx
    .selectFrom('audit_pending')
    .select(['person_id', 'event_id'])
    .orderBy('event_id')
    .limit(LEAVES)
    .execute()
  if (pending.length === 0) return 0
  const events = await eventsOf(tx, pending)
  const batch = before + 1
  const leaves = pending.map(({ person_id, event_id }, position) => {
    const event = events.get(event_id)
    if (!event) throw new Error(`audit event ${event_id} is gone before it was sealed`)
    return { batch, position, person_id, event_id, hash: leafHash(event) }
  })
  const hash = batchHash({ batch, previous, sealedAt, leaves: leaves.map((leaf) => leaf.hash) })
  await tx
    .insertInto('audit_batch')
    .values({ batch, previous, leaves: leaves.length, sealed_at: sealedAt, hash })
    .execute()
  await tx.insertInto('audit_leaf').values(leaves).execute()
  await tx
    .deleteFrom('audit_pending')
    .where(
      'person_id',
      'in',
      pending.map((row) => row.person_id),
    )
    .where(
      'event_id',
      'in',
      pending.map((row) => row.event_id),
    )
    .execute()
  return leaves.length
}

/** A link that another sealer added while this one waited for the lock. */
const newestAfter = (tx: Tx, batch: number) =>
  tx
    .selectFrom('audit_batch')
    .select(['batch', 'hash'])
    .where('batch', '>', batch)
    .orderBy('batch', 'desc')
    .limit(1)
    .executeTakeFirst()

/** Events by id; each is asked for under its person. */
export async function eventsOf(
  db: Db,
  keys: readonly { readonly person_id: PersonNumber; readonly event_id: string }[],
) {
  if (keys.length === 0) return new Map<string, never>()
  const rows = await db
    .selectFrom('audit_event')
    .selectAll()
    .where(({ eb, refTuple, tuple }) =>
      eb(
        refTuple('person_id', 'id'),
        'in',
        keys.map((key) => tuple(key.person_id, key.event_id)),
      ),
    )
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}
