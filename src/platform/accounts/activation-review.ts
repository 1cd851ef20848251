import { err, ok, type Result } from '#kernel/result.ts'
import { record } from '#platform/audit/record.ts'
import type { Principal } from '#platform/authority/principal.ts'
import type { Fact } from '#platform/catalogue/block.ts'
import { v } from '#platform/catalogue/value.ts'
import { transact } from '#platform/database/transact.ts'
import { areFamily } from '#platform/people/family.ts'
import type { Platform } from '#platform/platform.ts'
import { type Problem, problems } from '#platform/problem.ts'
import { deskTexts } from './activate-by-officer.ts'
import { type AtDesk, lookAt } from './activation-desk.ts'
import { reasonTrouble } from './end-by-officer.ts'
import { endSecondLook, secondLookOf } from './second-look.ts'
import { suspect } from './suspicion.ts'
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

/** What a second officer found: it is in order, or it is not, because of what they saw. */
export type Found = { readonly inOrder: true } | { readonly inOrder: false; readonly note: string }

/**
 * Notes what a second officer of the unit found of an activation; the one who made it may not. When it is not in
 * order the account stops, and somebody else than these two decides whether it is its holder’s (register R-ACC-09).
 */
export async function reviewActivation(
  platform: Pick<Platform, 'db' | 'clock' | 'vault'>,
  { unit, id }: Which,
  found: Found,
  by: Officer,
): Promise<Result<void, Problem>> {
  const at = platform.clock.now()
  if (!by.units.includes(unit)) return err(problems.notYours)
  const why = found.inOrder ? undefined : reasonTrouble(found.note)
  if (why) return err(problems.answersWrong({ note: why }))
  return transact(platform.db, async (tx) => {
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
    const action = found.inOrder ? 'activation.review' : 'activation.dispute'
    await record(tx, { subject: person, by, action, ground: 'officer', at })
    if (!found.inOrder) {
      const facts = disputeFacts({ by: by.officer, about: waiting.officer, note: found.note.trim(), at })
      await suspect(tx, platform, { person, kind: 'second-look', facts, by, about: waiting.officer, at })
    }
    return ok(undefined)
  })
}

const disputeFacts = (it: {
  readonly by: string
  readonly about: string
  readonly note: string
  readonly at: Date
}): readonly Fact[] => [
  {
    key: 'disputedAt',
    label: { ar: 'في المراجعة الثانية', en: 'At the second look' },
    value: v.instant(it.at),
  },
  { key: 'activatedBy', label: { ar: 'فعّله الموظف', en: 'Activated by officer' }, value: v.code(it.about) },
  { key: 'disputedBy', label: { ar: 'اعترض الموظف', en: 'Disputed by officer' }, value: v.code(it.by) },
  { key: 'note', label: { ar: 'ملاحظته', en: 'Their note' }, value: v.plain(it.note) },
]
