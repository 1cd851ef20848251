import type { Db } from '#platform/database/tables.ts'
import { batchHash, genesis, leafHash } from './chain.ts'
import { eventsOf } from './seal.ts'
import type {} from './tables.ts'

export interface Break {
  /** The batch, or none for an event that never was under the chain. */
  readonly batch: number | undefined
  /** The event, or none when a batch itself is wrong. */
  readonly event: string | undefined
  readonly what: 'batch-missing' | 'batch-changed' | 'event-missing' | 'event-changed' | 'event-outside'
}

export type ChainState =
  | { readonly ok: true; readonly batches: number; readonly head: string }
  | { readonly ok: false; readonly broken: Break }

/**
 * Walks the whole chain and answers the first place where what stands is not what was sealed. A chain cut
 * off at its end verifies: compare `head` with the one kept elsewhere (each sealing logs it).
 */
export async function verifyChain(db: Db): Promise<ChainState> {
  let previous = genesis
  let expected = 1
  for (; ; expected += 1) {
    const link = await db
      .selectFrom('audit_batch')
      .selectAll()
      .where('batch', '>=', expected)
      .orderBy('batch')
      .limit(1)
      .executeTakeFirst()
    if (!link) break
    if (link.batch !== expected) return broken('batch-missing', expected)
    const leaves = await db
      .selectFrom('audit_leaf')
      .selectAll()
      .where('batch', '=', link.batch)
      .orderBy('position')
      .execute()
    const events = await eventsOf(db, leaves)
    for (const leaf of leaves) {
      const event = events.get(leaf.event_id)
      if (!event) return broken('event-missing', link.batch, leaf.event_id)
      if (leafHash(event) !== leaf.hash) return broken('event-changed', link.batch, leaf.event_id)
    }
    const hashes = leaves.map((leaf) => leaf.hash)
    const hash = batchHash({ batch: link.batch, previous, sealedAt: link.sealed_at, leaves: hashes })
    if (link.previous !== previous || link.leaves !== leaves.length || link.hash !== hash)
      return broken('batch-changed', link.batch)
    previous = hash
  }
  const outside = await outsideTheChain(db)
  if (outside) return { ok: false, broken: { batch: undefined, event: outside, what: 'event-outside' } }
  return { ok: true, batches: expected - 1, head: previous }
}

const broken = (what: Break['what'], batch: number, event?: string): ChainState => ({
  ok: false,
  broken: { batch, event, what },
})

/** An event that was slipped in past `record`: neither sealed nor waiting to be. */
async function outsideTheChain(db: Db): Promise<string | undefined> {
  const row = await db
    .selectFrom('audit_event as e')
    .select('e.id')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('audit_leaf as l')
            .select('l.batch')
            .whereRef('l.person_id', '=', 'e.person_id')
            .whereRef('l.event_id', '=', 'e.id'),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('audit_pending as p')
            .select('p.event_id')
            .whereRef('p.person_id', '=', 'e.person_id')
            .whereRef('p.event_id', '=', 'e.id'),
        ),
      ),
    )
    .limit(1)
    .executeTakeFirst()
  return row?.id
}
