import type { PersonNumber } from '#kernel/person-number.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import type { Principal } from '#platform/authority/principal.ts'
import type { Fact } from '#platform/catalogue/block.ts'
import { isId } from '#platform/database/ids.ts'
import type { Db } from '#platform/database/tables.ts'
import type { Platform } from '#platform/platform.ts'
import { type Problem, problems } from '#platform/problem.ts'
import type { AccountState } from './account-tables.ts'
import { type AtDesk, lookAt } from './activation-desk.ts'
import { hasPart, suspicionUnit } from './suspicion.ts'
import type { Outcome } from './suspicion-decide.ts'
import type { SuspicionKind } from './suspicion-tables.ts'

type Officer = Extract<Principal, { kind: 'officer' }>

/** A line of the queue. */
export interface SuspicionLine {
  readonly id: string
  readonly person: PersonNumber
  readonly kind: SuspicionKind
  readonly at: Date
  /** Waits for this officer’s colleagues alone. */
  readonly own: boolean
  readonly proposed: boolean
}

/** A case as the officer who decides it reads it. */
export interface SuspicionView extends AtDesk {
  readonly kind: SuspicionKind
  readonly at: Date
  readonly facts: readonly Fact[]
  readonly account: AccountState | 'none'
  readonly registeredAt: Date | undefined
  readonly proposal: { readonly outcome: Outcome; readonly reason: string; readonly by: string } | undefined
  /** Who saw or proposed it, or did what it is about, does not decide. */
  readonly own: boolean
  /** An officer saw it, so that another one decides alone. */
  readonly reported: boolean
}

/** The cases that wait, oldest first, 100 at most. */
export async function suspicionsOpen(db: Db, by: Officer): Promise<readonly SuspicionLine[]> {
  if (!by.units.includes(suspicionUnit)) return []
  const rows = await db
    .selectFrom('suspicion_case')
    .selectAll()
    .where('unit', '=', suspicionUnit)
    .orderBy('at')
    .limit(100)
    .execute()
  return rows.map((row) => ({
    id: row.suspicion_id,
    person: row.person_id,
    kind: row.kind,
    at: row.at,
    own: hasPart(row, by.officer),
    proposed: row.proposed_by !== null,
  }))
}

/** A case with its facts; the look is in the log of the person whose identity it is. */
export async function readSuspicion(
  platform: Pick<Platform, 'db' | 'clock'>,
  id: string,
  by: Officer,
): Promise<Result<SuspicionView, Problem>> {
  if (!by.units.includes(suspicionUnit)) return err(problems.notYours)
  const { db } = platform
  const row = isId(id)
    ? await db
        .selectFrom('suspicion_case as waiting')
        .innerJoin('suspicion as it', (join) =>
          join.onRef('it.person_id', '=', 'waiting.person_id').onRef('it.id', '=', 'waiting.suspicion_id'),
        )
        .selectAll('it')
        .where('waiting.unit', '=', suspicionUnit)
        .where('waiting.suspicion_id', '=', id)
        .executeTakeFirst()
    : undefined
  if (!row) return err(problems.notFound)
  const seen = await lookAt(platform, { person: row.person_id, action: 'suspicion.read' }, by)
  if (!seen.ok) return seen
  const account = await db
    .selectFrom('account')
    .select(['state', 'registered_at'])
    .where('person_id', '=', row.person_id)
    .executeTakeFirst()
  return ok({
    ...seen.value,
    kind: row.kind,
    at: row.opened_at,
    facts: row.facts,
    account: account?.state ?? 'none',
    registeredAt: account?.registered_at,
    proposal:
      row.state === 'proposed' && row.outcome && row.reason && row.proposed_by
        ? { outcome: row.outcome, reason: row.reason, by: row.proposed_by }
        : undefined,
    own: hasPart(row, by.officer),
    reported: row.opened_by !== null,
  })
}
