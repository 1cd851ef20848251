import { err, ok, type Result } from '#kernel/result.ts'
import { record } from '#platform/audit/record.ts'
import type { Principal } from '#platform/authority/principal.ts'
import { transact } from '#platform/database/transact.ts'
import { areFamily } from '#platform/people/family.ts'
import type { Platform } from '#platform/platform.ts'
import { type Problem, problems } from '#platform/problem.ts'
import { deskTexts } from './activate-by-officer.ts'
import { type AtDesk, lookAt } from './activation-desk.ts'
import { endSecondLook, secondLookOf } from './second-look.ts'
import './activation-tables.ts'

type Officer = Extract<Principal, { kind: 'officer' }>
interface Which {
  readonly unit: string
  readonly id: string
}

/** An activation that waits for a second officer, with what the first one recorded. */
export interface ActivationRecord extends AtDesk {
  readonly receipt: string
  readonly officer: string
  readonly at: Date
  readonly document: string | null
  readonly biometric: string | null
}

/** What a second officer looks at before they confirm; not the one who made it. Logged. */
export async function activationRecord(
  platform: Pick<Platform, 'db' | 'clock'>,
  { unit, id }: Which,
  by: Officer,
): Promise<Result<ActivationRecord, Problem>> {
  if (!by.units.includes(unit)) return err(problems.notYours)
  const waiting = await secondLookOf(platform.db, { unit, about: 'activation', id }, by)
  const made =
    waiting &&
    (await platform.db
      .selectFrom('activation')
      .select(['receipt', 'document', 'biometric'])
      .where('person_id', '=', waiting.person_id)
      .where('id', '=', id)
      .executeTakeFirst())
  if (!made) return err(problems.notFound)
  const { person_id: person, officer, at } = waiting
  const what = { person, action: 'activation.read', about: made.receipt, own: deskTexts.ownCase }
  const seen = await lookAt(platform, what, by)
  return seen.ok ? ok({ ...seen.value, ...made, officer, at }) : seen
}

/** Notes that a second officer of the unit has reviewed an activation; the one who made it may not. */
export async function reviewActivation(
  { db, clock }: Pick<Platform, 'db' | 'clock'>,
  { unit, id }: Which,
  by: Officer,
): Promise<Result<void, Problem>> {
  const at = clock.now()
  if (!by.units.includes(unit)) return err(problems.notYours)
  return transact(db, async (tx) => {
    const which = { unit, about: 'activation', id } as const
    const waiting = await secondLookOf(tx, which, by)
    if (!waiting || waiting.person_id === by.person) return err(problems.notFound)
    const person = waiting.person_id
    if (await areFamily(tx, person, by.person)) return err(deskTexts.ownCase)
    if (!(await endSecondLook(tx, which))) return err(problems.notFound)
    await tx
      .updateTable('activation')
      .set({ reviewed_by: by.officer, reviewed_at: at })
      .where('person_id', '=', person)
      .where('id', '=', id)
      .execute()
    await record(tx, { subject: person, by, action: 'activation.review', ground: 'officer', at })
    return ok(undefined)
  })
}
