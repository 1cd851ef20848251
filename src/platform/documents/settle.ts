import { isDeepStrictEqual } from 'node:util'
import { system } from '#platform/authority/principal.ts'
import type { Tx } from '#platform/database/tables.ts'
import { restore, suspend } from './change-state.ts'
import { saysTheSame } from './content.ts'
import type { DocumentClaims, DocumentDefinition } from './document.ts'
import { type IssueDeps, issue } from './issue.ts'
import type { IssuedDocument } from './issued.ts'
import { tellHolder } from './tell.ts'

/**
 * Brings what is out to what the registry says of it: replaced when that is something else, suspended and
 * restored as that has it. Answers the id of what is out now. The caller holds the holder's row.
 */
export async function settle(
  tx: Tx,
  deps: IssueDeps,
  it: {
    readonly definition: DocumentDefinition
    readonly out: IssuedDocument
    readonly claims: DocumentClaims
    readonly at: Date
  },
): Promise<string> {
  const { definition, out, claims, at } = it
  const { person, subjectId } = out
  const same = saysTheSame(out, definition, claims)
  const now = same ? out : await issue(tx, deps, { definition, person, subjectId, at })
  const change = { person, id: now.id, by: system('documents.follow'), at }
  const reason = claims.suspended
  if (reason && !(out.state === 'suspended' && isDeepStrictEqual(out.because, reason))) {
    if (same) await suspend(tx, { ...change, reason })
    await tellHolder(tx, now, { state: 'suspended', reason }, at)
  }
  if (!reason && out.state === 'suspended') {
    if (same) await restore(tx, change)
    await tellHolder(tx, now, { state: 'restored' }, at)
  }
  return now.id
}
