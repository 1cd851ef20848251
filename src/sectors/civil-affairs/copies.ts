import type { Text } from '#kernel/text.ts'
import { system } from '#platform/authority/principal.ts'
import type { Tx } from '#platform/database/tables.ts'
import { revoke } from '#platform/documents/change-state.ts'
import { outAbout } from '#platform/documents/issued.ts'
import { parentsOf, relativesOf } from '#platform/people/family.ts'
import type { Paper } from './registry/papers.ts'

/**
 * Takes back the codes that went out with a paper, in whoever’s hand: the holder’s, and the parents’ of a child.
 * Verifiers learn of it by the status lists. The digital document itself stays: the next showing is a new one.
 */
export async function revokeCopies(tx: Tx, paper: Paper, reason: Text, at: Date): Promise<void> {
  // A death certificate has no digital document.
  if (paper.kind === 'death-certificate') return
  const parents = await parentsOf(tx, paper.holder)
  const hands = [{ person: paper.holder, subjectId: paper.record }]
  if (paper.record === 'self')
    for (const parent of parents)
      for (const tie of await relativesOf(tx, parent.id, ['child']))
        if (tie.id === paper.holder) hands.push({ person: parent.id, subjectId: tie.relativeId })
  for (const hand of hands) {
    const out = await outAbout(tx, { ...hand, document: paper.kind })
    if (out)
      await revoke(tx, { person: hand.person, id: out.id, reason, by: system('civil-affairs.lost'), at })
  }
}
