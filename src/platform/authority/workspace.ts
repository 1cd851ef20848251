import type { Clock } from '#kernel/clock.ts'
import type { EstablishmentNumber } from '#kernel/establishment-number.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Text } from '#kernel/text.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import { findEstablishment } from '#platform/people/establishment.ts'
import { nameOf } from '#platform/people/holder.ts'
import { actingBy, delegationsHeld } from './delegation.ts'
import { type ActingFor, actingHolder, delegated, type ForEstablishment } from './principal.ts'
import './tables.ts'

/** For whom somebody can act now, as they choose it. */
export interface Workspace {
  /** The establishment's number for its owner, else the delegation's id. */
  readonly id: string
  readonly name: Text
  readonly actingFor: ActingFor
}

/** Has an owner manage their establishment here; twice is once. */
export async function openWorkspace(
  tx: Tx,
  it: { readonly owner: PersonNumber; readonly establishment: EstablishmentNumber; readonly at: Date },
): Promise<void> {
  await tx
    .insertInto('workspace')
    .values({ person_id: it.owner, establishment_id: it.establishment, opened_at: it.at })
    .onConflict((conflict) => conflict.columns(['person_id', 'establishment_id']).doNothing())
    .execute()
}

/** Whether a person manages an establishment here. */
export async function hasWorkspace(
  db: Db,
  owner: PersonNumber,
  establishment: EstablishmentNumber,
): Promise<boolean> {
  const row = await db
    .selectFrom('workspace')
    .select('establishment_id')
    .where('person_id', '=', owner)
    .where('establishment_id', '=', establishment)
    .executeTakeFirst()
  return row !== undefined
}

/** An owner at work in their establishment, asked at every request: over when it is no longer theirs. */
export async function actingAsOwner(
  db: Db,
  person: PersonNumber,
  establishment: EstablishmentNumber,
): Promise<ForEstablishment | undefined> {
  if (!(await hasWorkspace(db, person, establishment))) return undefined
  const found = await findEstablishment(db, establishment)
  if (!found) return undefined
  const right = { as: found.owner === person ? ('owner' as const) : ('over' as const) }
  return { kind: 'establishment', establishment, owner: found.owner, right }
}

/** Everybody and every establishment that a person can act for now; their own establishments first. */
export async function workspacesOf(
  { db, clock }: { readonly db: Db; readonly clock: Clock },
  person: PersonNumber,
): Promise<readonly Workspace[]> {
  const owned = await db
    .selectFrom('workspace')
    .select('establishment_id')
    .where('person_id', '=', person)
    .orderBy('establishment_id')
    .execute()
  const held = (await delegationsHeld({ db, clock }, person)).filter((one) => one.state === 'active')
  const rights = await Promise.all([
    ...owned.map((row) => actingAsOwner(db, person, row.establishment_id)),
    ...held.map((one) => actingBy(db, one)),
  ])
  const live = rights.filter((one): one is ActingFor => one !== undefined && one.right.as !== 'over')
  return Promise.all(
    live.map(async (actingFor) => ({
      id: delegated(actingFor)?.delegation ?? actingHolder(actingFor),
      name: await nameOf(db, actingHolder(actingFor)),
      actingFor,
    })),
  )
}
