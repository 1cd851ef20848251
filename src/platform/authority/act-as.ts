import type { Clock } from '#kernel/clock.ts'
import type { EstablishmentNumber } from '#kernel/establishment-number.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { err, type Result } from '#kernel/result.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import { transact } from '#platform/database/transact.ts'
import { type Problem, problems } from '#platform/problem.ts'
import { delegationOf } from './delegation.ts'
import { actingHolder, delegated, type Principal } from './principal.ts'
import './tables.ts'

/**
 * Runs an act in one transaction in which the right to it is locked: a delegation that is ended meanwhile
 * waits for the act, and an act that comes after it is refused. Whoever acts for themselves needs no lock.
 */
export const actAs = <T>(
  { db, clock }: { readonly db: Db; readonly clock: Clock },
  principal: Principal,
  work: (tx: Tx) => Promise<Result<T, Problem>>,
): Promise<Result<T, Problem>> =>
  transact(db, async (tx) =>
    (await stillHolds(tx, principal, clock.now())) ? work(tx) : err(problems.notInYourPowers),
  )

/** Whether the right that a principal came with stands, whole, until the end of the transaction. */
async function stillHolds(tx: Tx, principal: Principal, at: Date): Promise<boolean> {
  if (principal.kind !== 'person' || !principal.actingFor) return true
  const { actingFor, person } = principal
  const right = delegated(actingFor)
  if (!right)
    return (
      actingFor.kind === 'establishment' &&
      actingFor.right.as === 'owner' &&
      owns(tx, person, actingFor.establishment)
    )
  const row = await tx
    .selectFrom('delegation')
    .selectAll()
    .where('principal_id', '=', actingHolder(actingFor))
    .where('id', '=', right.delegation)
    .forShare()
    .executeTakeFirst()
  if (!row || row.delegate_id !== person) return false
  const now = delegationOf({ ...row, person_id: row.delegate_id }, at)
  return now.state === 'active' && right.powers.every((one) => now.powers.includes(one))
}

async function owns(tx: Tx, person: PersonNumber, establishment: EstablishmentNumber): Promise<boolean> {
  const row = await tx
    .selectFrom('establishment')
    .select('owner_id')
    .where('establishment_id', '=', establishment)
    .forShare()
    .executeTakeFirst()
  return row?.owner_id === person
}
