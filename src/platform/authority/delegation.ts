import type { Selectable } from 'kysely'
import type { Clock } from '#kernel/clock.ts'
import { type Day, dayOf } from '#kernel/day.ts'
import { type HolderNumber, isEstablishment } from '#kernel/holder-number.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { isId } from '#platform/database/ids.ts'
import type { Db } from '#platform/database/tables.ts'
import { findEstablishment } from '#platform/people/establishment.ts'
import type { ActingFor } from './principal.ts'
import type { DelegationHeldTable, DelegationKind } from './tables.ts'

/** An offer that nobody answers lapses after this many days [assumed]. */
export const offerDays = 14

export type DelegationState = 'offered' | 'upcoming' | 'active' | 'refused' | 'revoked' | 'expired'

/** Who may act for whom, in what, until when. */
export interface Delegation {
  readonly id: string
  readonly kind: DelegationKind
  readonly principal: HolderNumber
  readonly delegate: PersonNumber
  /** One by one; never "everything". */
  readonly powers: readonly string[]
  readonly state: DelegationState
  /** The first day on which it holds; absent: from its acceptance. */
  readonly begins: Day | undefined
  /** The last day on which it holds. */
  readonly until: Day
  readonly offeredAt: Date
}

type World = { readonly db: Db; readonly clock: Clock }

/** What a person or an establishment gave, newest first, ended ones too. */
export async function delegationsGiven(
  { db, clock }: World,
  principal: HolderNumber,
): Promise<readonly Delegation[]> {
  const rows = await db
    .selectFrom('delegation')
    .selectAll()
    .where('principal_id', '=', principal)
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
  return rows.map((row) => delegationOf({ ...row, person_id: row.delegate_id }, clock.now()))
}

/** What others gave to a person, newest first, ended ones too. */
export async function delegationsHeld(
  { db, clock }: World,
  delegate: PersonNumber,
): Promise<readonly Delegation[]> {
  const rows = await db
    .selectFrom('delegation_held')
    .selectAll()
    .where('person_id', '=', delegate)
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
  return rows.map((row) => delegationOf(row, clock.now()))
}

/** One that a person or an establishment gave. */
export async function delegationGiven(
  { db, clock }: World,
  principal: HolderNumber,
  id: string,
): Promise<Delegation | undefined> {
  if (!isId(id)) return undefined
  const row = await db
    .selectFrom('delegation')
    .selectAll()
    .where('principal_id', '=', principal)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && delegationOf({ ...row, person_id: row.delegate_id }, clock.now())
}

/** One that a person holds, or was offered. */
export async function delegationHeld(
  { db, clock }: World,
  delegate: PersonNumber,
  id: string,
): Promise<Delegation | undefined> {
  if (!isId(id)) return undefined
  const row = await db
    .selectFrom('delegation_held')
    .selectAll()
    .where('person_id', '=', delegate)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && delegationOf(row, clock.now())
}

/** A delegation as it stands at an instant: an offer lapses and a term runs out by themselves. */
export function delegationOf(row: Selectable<DelegationHeldTable>, at: Date): Delegation {
  const lapsed =
    (row.state === 'active' && row.valid_until < dayOf(at)) ||
    (row.state === 'offered' && at.getTime() - row.offered_at.getTime() > offerDays * 86_400_000)
  const early = row.state === 'active' && row.valid_from !== null && row.valid_from > dayOf(at)
  return {
    id: row.id,
    kind: row.kind,
    principal: row.principal_id,
    delegate: row.person_id,
    powers: row.powers,
    state: lapsed ? 'expired' : early ? 'upcoming' : row.state,
    begins: row.valid_from ?? undefined,
    until: row.valid_until,
    offeredAt: row.offered_at,
  }
}

/**
 * For whom a delegation lets its delegate act, asked at every request, so that it ends for their sessions at
 * the moment when it ends: over when it was revoked, ran out, or when whoever gave it has died or closed their
 * account. Nothing when no delegation of theirs bears that id.
 */
export async function actingUnder(
  { db, clock }: World,
  delegate: PersonNumber,
  id: string,
): Promise<ActingFor | undefined> {
  const held = await delegationHeld({ db, clock }, delegate, id)
  return held && actingBy(db, held)
}

/** The same for a delegation that was read already. */
export async function actingBy(db: Db, held: Delegation): Promise<ActingFor | undefined> {
  const { principal, kind, powers } = held
  if (isEstablishment(principal)) {
    const found = await findEstablishment(db, principal)
    if (!found || kind === 'person') return undefined
    const holds = held.state === 'active' && (await mayDelegate(db, found.owner))
    const right = holds ? { as: kind, delegation: held.id, powers } : over
    return { kind: 'establishment', establishment: principal, owner: found.owner, right }
  }
  if (kind !== 'person') return undefined
  const holds = held.state === 'active' && (await mayDelegate(db, principal))
  return { kind, person: principal, right: holds ? { as: kind, delegation: held.id, powers } : over }
}

const over = { as: 'over' } as const

/** A living person with an activated account: what both sides of a delegation are, and stay. */
export async function mayDelegate(db: Db, person: PersonNumber): Promise<boolean> {
  const found = await db
    .selectFrom('account')
    .innerJoin('person', 'person.person_id', 'account.person_id')
    .select('account.person_id')
    .where('account.person_id', '=', person)
    .where('account.state', '=', 'activated')
    .where('person.alive', '=', true)
    .executeTakeFirst()
  return found !== undefined
}
