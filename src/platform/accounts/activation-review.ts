import type { PersonNumber } from '#kernel/person-number.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import { record } from '#platform/audit/record.ts'
import type { Principal } from '#platform/authority/principal.ts'
import { isId } from '#platform/database/ids.ts'
import type { Db } from '#platform/database/tables.ts'
import { transact } from '#platform/database/transact.ts'
import { areFamily } from '#platform/people/family.ts'
import type { Platform } from '#platform/platform.ts'
import { type Problem, problems } from '#platform/problem.ts'
import { deskTexts } from './activate-by-officer.ts'
import './activation-tables.ts'

/** An activation by an officer that a second one has not looked at yet. */
export interface ActivationToReview {
  readonly id: string
  readonly person: PersonNumber
  readonly officer: string
  readonly unit: string
  readonly at: Date
}

/** The four-eyes log of some units, oldest first, 100 at most. */
export async function activationsToReview(
  db: Db,
  units: readonly string[],
): Promise<readonly ActivationToReview[]> {
  if (units.length === 0) return []
  const rows = await db
    .selectFrom('activation_review')
    .selectAll()
    .where('unit', 'in', units)
    .orderBy('at')
    .limit(100)
    .execute()
  return rows.map((row) => ({
    id: row.activation_id,
    person: row.person_id,
    officer: row.officer,
    unit: row.unit,
    at: row.at,
  }))
}

/** Notes that a second officer of the unit has reviewed an activation; the one who made it may not. */
export async function reviewActivation(
  { db, clock }: Pick<Platform, 'db' | 'clock'>,
  { unit, id }: { readonly unit: string; readonly id: string },
  by: Extract<Principal, { kind: 'officer' }>,
): Promise<Result<void, Problem>> {
  const at = clock.now()
  if (!by.units.includes(unit)) return err(problems.notYours)
  if (!isId(id)) return err(problems.notFound)
  return transact(db, async (tx) => {
    const made = await tx
      .selectFrom('activation_review')
      .select('person_id')
      .where('unit', '=', unit)
      .where('activation_id', '=', id)
      .executeTakeFirst()
    if (made && (await areFamily(tx, made.person_id, by.person))) return err(deskTexts.ownCase)
    const waiting = await tx
      .deleteFrom('activation_review')
      .where('unit', '=', unit)
      .where('activation_id', '=', id)
      .where('officer', '!=', by.officer)
      .where('person_id', '!=', by.person)
      .returning('person_id')
      .executeTakeFirst()
    if (!waiting) return err(problems.notFound)
    await tx
      .updateTable('activation')
      .set({ reviewed_by: by.officer, reviewed_at: at })
      .where('person_id', '=', waiting.person_id)
      .where('id', '=', id)
      .execute()
    await record(tx, { subject: waiting.person_id, by, action: 'activation.review', ground: 'officer', at })
    return ok(undefined)
  })
}
