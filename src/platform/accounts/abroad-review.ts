import type { Selectable } from 'kysely'
import type { Mobile } from '#kernel/mobile.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import { record } from '#platform/audit/record.ts'
import type { Principal } from '#platform/authority/principal.ts'
import { contactOf } from '#platform/contacts/contact.ts'
import { isId } from '#platform/database/ids.ts'
import type { Db } from '#platform/database/tables.ts'
import { transact } from '#platform/database/transact.ts'
import { notify } from '#platform/notices/notify.ts'
import type { Platform } from '#platform/platform.ts'
import { type Problem, problems } from '#platform/problem.ts'
import { abroadUnit, endAbroad } from './abroad-end.ts'
import type { AbroadCaseTable } from './abroad-tables.ts'
import { abroadTexts as texts } from './abroad-texts.ts'
import { activateByOfficer, type OfficerReceipt } from './activate-by-officer.ts'
import { type AtDesk, lookAt } from './activation-desk.ts'
import { isNear, ownOrFamily, reasonTrouble } from './end-by-officer.ts'
import type { Mission } from './missions.ts'
import { reportAtDesk } from './suspicion-report.ts'

type Officer = Extract<Principal, { kind: 'officer' }>

/** Somebody abroad whom an officer will see. */
export interface AbroadLine {
  readonly id: string
  readonly person: PersonNumber
  readonly way: 'video' | 'mission'
  readonly mission: Mission | undefined
  readonly slot: Date
}

/** One of them as the officer who sees them reads it. */
export interface AbroadView extends AtDesk, Pick<AbroadLine, 'way' | 'mission' | 'slot'> {
  /** Where the officer calls; only for a video call. */
  readonly mobile: Mobile | undefined
  /** Whether the time has come; before it nothing can be decided. */
  readonly begun: boolean
}

/** Who waits, the soonest first, 100 at most. */
export async function abroadWaiting(db: Db, by: Officer): Promise<readonly AbroadLine[]> {
  if (!by.units.includes(abroadUnit)) return []
  const rows = await db
    .selectFrom('abroad_case')
    .selectAll()
    .where('unit', '=', abroadUnit)
    .orderBy('slot')
    .limit(100)
    .execute()
  return rows.map(lineIn)
}

/** One of them, with the photo and birth date to compare; the look is in the person's log. */
export async function readAbroad(
  platform: Pick<Platform, 'db' | 'clock' | 'vault'>,
  id: string,
  by: Officer,
): Promise<Result<AbroadView, Problem>> {
  if (!by.units.includes(abroadUnit)) return err(problems.notYours)
  const { db, clock, vault } = platform
  const row = await lineOf(db, id)
  if (!row) return err(problems.notFound)
  const { person, way, mission, slot } = row
  const seen = await lookAt(platform, { person, action: 'activation.read', about: way }, by)
  if (!seen.ok) return seen
  const mobile = way === 'video' ? (await contactOf(db, vault, person))?.mobile : undefined
  return ok({ ...seen.value, way, mission, slot, mobile, begun: !tooEarly(slot, clock.now()) })
}

/**
 * Activates somebody whom the officer has seen live, by the passport that was shown; as at every desk, a second
 * officer looks at it afterwards.
 */
export async function activateFromAbroad(
  platform: Pick<Platform, 'db' | 'clock' | 'config'>,
  { id, passport }: { readonly id: string; readonly passport: string },
  by: Officer,
): Promise<Result<OfficerReceipt, Problem>> {
  if (!by.units.includes(abroadUnit)) return err(problems.notYours)
  const row = await lineOf(platform.db, id)
  if (!row) return err(problems.notFound)
  if (tooEarly(row.slot, platform.clock.now())) return err(texts.early(row.slot))
  // The activation closes the request, in its own transaction.
  return activateByOfficer(
    platform,
    {
      of: { person: row.person },
      document: { kind: 'passport', number: passport },
      biometric: 'face',
      unit: abroadUnit,
    },
    by,
  )
}

/** Refuses somebody, with the reason that they read; they may ask for another time. */
export function refuseAbroad(
  { db, clock }: Pick<Platform, 'db' | 'clock'>,
  { id, reason }: { readonly id: string; readonly reason: string },
  by: Officer,
): Promise<Result<void, Problem>> {
  const at = clock.now()
  return transact(db, async (tx) => {
    if (!by.units.includes(abroadUnit)) return err(problems.notYours)
    const row = await lineOf(tx, id)
    if (!row) return err(problems.notFound)
    if (await isNear(tx, row.person, by)) return err(ownOrFamily)
    if (tooEarly(row.slot, at)) return err(texts.early(row.slot))
    const why = reasonTrouble(reason)
    if (why) return err(problems.answersWrong({ reason: why }))
    const text = reason.trim()
    const ended = await endAbroad(tx, row.person, { state: 'refused', at, by: by.officer, reason: text })
    if (ended !== id) return err(problems.notFound)
    await record(tx, { subject: row.person, by, action: 'activation.refuse', ground: 'officer', at })
    await notify(tx, {
      to: row.person,
      key: `abroad-refused-${id}`,
      ...texts.refused(text),
      link: '/activate/abroad',
      sms: true,
      mail: true,
      at,
    })
    return ok(undefined)
  })
}

/** Says that whoever came is not the holder: nothing is activated, and a colleague decides (register R-ACC-09). */
export async function reportAbroad(
  platform: Pick<Platform, 'db' | 'clock' | 'vault'>,
  { id, note }: { readonly id: string; readonly note: string },
  by: Officer,
): Promise<Result<void, Problem>> {
  const { db, clock } = platform
  if (!by.units.includes(abroadUnit)) return err(problems.notYours)
  const row = await lineOf(db, id)
  if (!row) return err(problems.notFound)
  if (tooEarly(row.slot, clock.now())) return err(texts.early(row.slot))
  const reported = await reportAtDesk(platform, { of: { person: row.person }, what: 'document', note }, by)
  if (!reported.ok) return reported
  await transact(db, (tx) => endAbroad(tx, row.person, { state: 'refused', at: clock.now(), by: by.officer }))
  return ok(undefined)
}

/** Nobody has been seen before the time that was given to them: until then there is nothing to decide. */
const tooEarly = (slot: Date, at: Date): boolean => at < slot

async function lineOf(db: Db, id: string): Promise<AbroadLine | undefined> {
  const row = isId(id)
    ? await db
        .selectFrom('abroad_case')
        .selectAll()
        .where('unit', '=', abroadUnit)
        .where('abroad_id', '=', id)
        .executeTakeFirst()
    : undefined
  return row && lineIn(row)
}

const lineIn = (row: Selectable<AbroadCaseTable>): AbroadLine => ({
  id: row.abroad_id,
  person: row.person_id,
  way: row.way,
  mission: row.mission ?? undefined,
  slot: row.slot,
})
