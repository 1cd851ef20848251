import { type Mobile, maskMobile } from '#kernel/mobile.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import type { Text } from '#kernel/text.ts'
import type { Principal } from '#platform/authority/principal.ts'
import { isId } from '#platform/database/ids.ts'
import { transact } from '#platform/database/transact.ts'
import { findPerson } from '#platform/people/person.ts'
import type { Platform } from '#platform/platform.ts'
import { type Problem, problems } from '#platform/problem.ts'
import { checkDocument, type DocumentShown } from './activate-by-officer.ts'
import { noteChange } from './changes.ts'
import { matchAtDesk } from './desk-finger.ts'
import { deskMobileTexts as texts } from './desk-mobile-texts.ts'
import { isNear, ownOrFamily } from './end-by-officer.ts'
import { isOff } from './factor-failures.ts'
import { officerOf } from './officer.ts'
import { issueCode, verifyCode } from './one-time-code.ts'
import './account-tables.ts'
import { askSecondLook, endSecondLook } from './second-look.ts'
import './desk-mobile-tables.ts'

const LIFE_MS = 15 * 60_000

type Officer = Extract<Principal, { kind: 'officer' }>
type World = Pick<Platform, 'db' | 'clock' | 'vault' | 'config' | 'fingerprints' | 'log'>

/** What an officer has in front of them: somebody who lost the line of their account. */
export interface LostMobile {
  readonly person: PersonNumber
  readonly document: DocumentShown
  /** What the reader sealed for the matcher. */
  readonly capture: string
  /** The line that shall be theirs. */
  readonly mobile: Mobile
  readonly unit: string
  readonly ip: string
}

/**
 * Begins to give an account another mobile when the old line is lost (register update-mobile-number): the document
 * is the register's, the finger matches, and a code goes to the new line. Nothing is changed yet.
 */
export async function beginDeskMobile(
  platform: World,
  { person, document, capture, mobile, unit, ip }: LostMobile,
  by: Officer,
): Promise<Result<{ readonly id: string; readonly mobile: string }, Problem>> {
  const { db, clock, vault } = platform
  const at = clock.now()
  const onDuty = await officerOf(db, by.person)
  if (onDuty?.officer !== by.officer || !onDuty.units.includes(unit)) return err(problems.notYours)
  if (await isNear(db, person, by)) return err(ownOrFamily)
  const [holder, account] = await Promise.all([
    findPerson(db, person),
    db
      .selectFrom('account')
      .select(['state', 'mobile_index', 'language'])
      .where('person_id', '=', person)
      .executeTakeFirst(),
  ])
  if (!holder?.alive || !(account?.state === 'registered' || account?.state === 'activated'))
    return err(texts.noAccount)
  const shown = await checkDocument(db, holder, document, at)
  if (shown) return err(problems.answersWrong({ document: shown }))
  if (account.mobile_index === vault.index(mobile) && !(await isOff(db, person, 'sms')))
    return err(problems.answersWrong({ mobile: texts.same }))
  const matched = await matchAtDesk(platform, { person, capture }, by)
  if (!matched.ok) return matched
  const { id } = await db
    .insertInto('desk_mobile')
    .values({
      person_id: person,
      state: 'code',
      unit,
      officer: by.officer,
      document: document.kind,
      mobile: vault.seal(mobile),
      mobile_index: vault.index(mobile),
      at,
      expires_at: new Date(at.getTime() + LIFE_MS),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const code = { holder: id, purpose, mobile, language: account.language, text: codeText, ip, first: true }
  const sent = await issueCode(platform, code)
  return sent.ok ? ok({ id, mobile: maskMobile(mobile) }) : sent
}

/** Takes the code that reached the new line: from here on a second officer decides, and the old line knows. */
export function confirmDeskMobile(
  { db, clock, vault, config }: World,
  { person, id, code }: { readonly person: PersonNumber; readonly id: string; readonly code: string },
  by: Officer,
): Promise<Result<void, Problem>> {
  const at = clock.now()
  return transact(db, async (tx) => {
    const row = isId(id)
      ? await tx
          .selectFrom('desk_mobile')
          .select(['unit', 'mobile'])
          .where('person_id', '=', person)
          .where('id', '=', id)
          .where('officer', '=', by.officer)
          .where('state', '=', 'code')
          .where('expires_at', '>', at)
          .forUpdate()
          .executeTakeFirst()
      : undefined
    if (!row) return err(texts.gone)
    const right = await verifyCode(tx, vault, { holder: id, purpose, code }, at)
    if (!right.ok) return right
    // One that waits already is replaced: the person has another line now.
    const replaced = await tx
      .updateTable('desk_mobile')
      .set({ state: 'refused', reviewed_at: at })
      .where('person_id', '=', person)
      .where('state', '=', 'review')
      .returning(['unit', 'id'])
      .execute()
    for (const before of replaced) await endSecondLook(tx, { ...before, about: 'mobile' })
    await tx
      .updateTable('desk_mobile')
      .set({ state: 'review' })
      .where('person_id', '=', person)
      .where('id', '=', id)
      .execute()
    await askSecondLook(tx, {
      unit: row.unit,
      about: 'mobile',
      id,
      person_id: person,
      officer: by.officer,
      at,
    })
    await noteChange(tx, config, {
      person,
      by,
      action: 'account.ask-mobile',
      about: 'officer',
      // Sealed after it was parsed.
      notice: texts.asked(maskMobile(vault.open(row.mobile) as Mobile)),
      at,
    })
    return ok(undefined)
  })
}

const purpose = 'desk-mobile'

const codeText: Text = {
  ar: 'رمز ديوان لتسجيل هذا الجوال باسمك عند الموظف: {code}. أعطه للموظف الذي أمامك وحده.',
  en: 'Diwan code to register this mobile as yours at the desk: {code}. Give it to the officer in front of you alone.',
}
