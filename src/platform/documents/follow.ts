import { dayOf } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Text } from '#kernel/text.ts'
import { system } from '#platform/authority/principal.ts'
import type { Tx } from '#platform/database/tables.ts'
import { findPerson } from '#platform/people/person.ts'
import type { Platform } from '#platform/platform.ts'
import { lockHolder, revoke } from './change-state.ts'
import { followsRegistry } from './document.ts'
import type { IssueDeps } from './issue.ts'
import { type IssuedDocument, outOf } from './issued.ts'
import { settle } from './settle.ts'
import { tellHolder } from './tell.ts'

export type FollowDeps = IssueDeps & Pick<Platform, 'catalogue'>

/**
 * Brings what these persons have out to what the registry says now, in the caller's transaction: replaced,
 * suspended, restored or taken back. Whoever writes in a registry need not think of the documents about it.
 */
export async function followRegistry(
  tx: Tx,
  deps: FollowDeps,
  persons: Iterable<PersonNumber>,
  at: Date,
): Promise<void> {
  // In one order, so that two of these never wait for each other.
  for (const person of [...new Set(persons)].sort()) await followOne(tx, deps, person, at)
}

async function followOne(tx: Tx, deps: FollowDeps, person: PersonNumber, at: Date): Promise<void> {
  if ((await outOf(tx, person)).length === 0) return
  await lockHolder(tx, person)
  const holder = await findPerson(tx, person)
  const context = { db: tx, clock: { now: () => at }, today: dayOf(at) }
  for (const out of await outOf(tx, person)) {
    const definition = deps.catalogue.document(out.document)
    if (!holder?.alive && definition?.follows !== false) {
      await takeBack(tx, out, holderDied, at)
      continue
    }
    if (!definition || !followsRegistry(definition)) continue
    const claims = await definition.claims(context, person, out.subjectId)
    if (claims) await settle(tx, deps, { definition, out, claims, at })
    else await takeBack(tx, out, heldNoMore, at)
  }
}

async function takeBack(tx: Tx, out: IssuedDocument, reason: Text, at: Date): Promise<void> {
  const by = system('documents.follow')
  if (await revoke(tx, { person: out.person, id: out.id, reason, by, at }))
    await tellHolder(tx, out, { state: 'revoked', reason }, at)
}

const holderDied: Text = { ar: 'توفّي صاحبها.', en: 'Its holder has died.' }
const heldNoMore: Text = {
  ar: 'لم يعد في السجل ما تثبته هذه الوثيقة.',
  en: 'The register no longer holds what it showed.',
}
