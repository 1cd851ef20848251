import { err, ok, type Result } from '#kernel/result.ts'
import type { Text } from '#kernel/text.ts'
import type { Principal } from '#platform/authority/principal.ts'
import type { Fact } from '#platform/catalogue/block.ts'
import { v } from '#platform/catalogue/value.ts'
import { transact } from '#platform/database/transact.ts'
import { findPerson } from '#platform/people/person.ts'
import type { Platform } from '#platform/platform.ts'
import { type Problem, problems } from '#platform/problem.ts'
import { deskTexts, type OfficerActivation } from './activate-by-officer.ts'
import { personOfForm } from './activation-form.ts'
import { isNear, ownOrFamily, reasonTrouble } from './end-by-officer.ts'
import { officerOf } from './officer.ts'
import { suspect, suspicionUnit } from './suspicion.ts'

export interface DeskReport extends Pick<OfficerActivation, 'of'> {
  readonly what: 'document' | 'fingerprint'
  /** What the officer saw. */
  readonly note: string
}

/**
 * An officer says that whoever stands at the desk is not the holder of the number: nothing is activated, and a
 * colleague decides (register R-ACC-09).
 */
export async function reportAtDesk(
  platform: Pick<Platform, 'db' | 'clock' | 'vault'>,
  { of, what, note }: DeskReport,
  by: Extract<Principal, { kind: 'officer' }>,
): Promise<Result<void, Problem>> {
  const { db, clock } = platform
  const at = clock.now()
  const onDuty = await officerOf(db, by.person)
  if (onDuty?.officer !== by.officer || !onDuty.units.includes(suspicionUnit)) return err(problems.notYours)
  const person = 'form' in of ? await personOfForm(db, of.form, at) : of.person
  if (person === undefined) return err(deskTexts.formGone)
  if (await isNear(db, person, by)) return err(ownOrFamily)
  if (!(await findPerson(db, person))?.alive) return err(problems.notFound)
  const why = reasonTrouble(note)
  if (why) return err(problems.answersWrong({ note: why }))
  const facts = deskFacts({ what: words[what], officer: by.officer, note: note.trim(), at })
  await transact(db, (tx) => suspect(tx, platform, { person, kind: what, facts, by, at }))
  return ok(undefined)
}

const words: Readonly<Record<DeskReport['what'], Text>> = {
  document: { ar: 'الوثيقة ليست لمن قدّمها', en: 'The document is not its bearer’s' },
  fingerprint: { ar: 'البصمة لا تطابق صاحب الرقم', en: 'The finger is not that of the number’s holder' },
}

/** What was seen at a desk. */
export const deskFacts = (it: {
  readonly what: Text
  readonly officer: string
  readonly note?: string
  readonly at: Date
}): readonly Fact[] => [
  { key: 'seenAt', label: { ar: 'عند المكتب', en: 'At the desk' }, value: v.instant(it.at) },
  { key: 'what', label: { ar: 'ما رُئي', en: 'What was seen' }, value: v.text(it.what) },
  { key: 'officer', label: { ar: 'الموظف', en: 'The officer' }, value: v.code(it.officer) },
  ...(it.note ? [{ key: 'note', label: { ar: 'ملاحظته', en: 'Their note' }, value: v.plain(it.note) }] : []),
]
