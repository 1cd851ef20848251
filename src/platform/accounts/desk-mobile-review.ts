import { type Mobile, maskMobile } from '#kernel/mobile.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import { record } from '#platform/audit/record.ts'
import type { Principal } from '#platform/authority/principal.ts'
import { isId } from '#platform/database/ids.ts'
import type { Db } from '#platform/database/tables.ts'
import { transact } from '#platform/database/transact.ts'
import { findPerson } from '#platform/people/person.ts'
import type { Platform } from '#platform/platform.ts'
import { type Problem, problems } from '#platform/problem.ts'
import { lockAccount } from './activation.ts'
import { type AtDesk, deskViewOf } from './activation-desk.ts'
import { noteChange } from './changes.ts'
import { deskMobileTexts as texts } from './desk-mobile-texts.ts'
import { isNear, ownOrFamily, reasonTrouble } from './end-by-officer.ts'
import { replaceMobile } from './replace-mobile.ts'
import './desk-mobile-tables.ts'

type Officer = Extract<Principal, { kind: 'officer' }>

/** A change of mobile that waits for a second officer. */
export interface DeskMobileLine {
  readonly id: string
  readonly person: PersonNumber
  readonly officer: string
  readonly at: Date
}

/** The same as the second officer reads it. */
export interface DeskMobileView extends AtDesk {
  readonly officer: string
  readonly at: Date
  readonly document: string
  /** Masked. */
  readonly mobile: string
}

/** What waits in some units, oldest first, 100 at most. */
export async function deskMobilesToReview(
  db: Db,
  units: readonly string[],
): Promise<readonly DeskMobileLine[]> {
  if (units.length === 0) return []
  const rows = await db
    .selectFrom('desk_mobile_review')
    .selectAll()
    .where('unit', 'in', units)
    .orderBy('at')
    .limit(100)
    .execute()
  return rows.map((row) => ({
    id: row.desk_mobile_id,
    person: row.person_id,
    officer: row.officer,
    at: row.at,
  }))
}

/** What a second officer looks at; not the one who asked. The look is in the person's log. */
export async function readDeskMobile(
  { db, clock, vault }: Pick<Platform, 'db' | 'clock' | 'vault'>,
  { unit, id }: { readonly unit: string; readonly id: string },
  by: Officer,
): Promise<Result<DeskMobileView, Problem>> {
  if (!by.units.includes(unit)) return err(problems.notYours)
  const row = await waiting(db, { unit, id }, by)
  const holder = row && (await findPerson(db, row.person_id))
  if (!row || !holder) return err(problems.notFound)
  if (await isNear(db, row.person_id, by)) return err(ownOrFamily)
  await transact(db, (tx) =>
    record(tx, {
      subject: row.person_id,
      by,
      action: 'activation.read',
      about: 'mobile',
      ground: 'officer',
      at: clock.now(),
    }),
  )
  return ok({
    ...deskViewOf(holder),
    officer: row.officer,
    at: row.at,
    document: row.document,
    // Sealed after it was parsed.
    mobile: maskMobile(vault.open(row.mobile) as Mobile),
  })
}

/**
 * Decides a change of mobile as the second officer: agreed, the account has the new line, both lines and the mail
 * hear of it and high-risk acts wait 24 hours; refused, its holder hears why and nothing changes.
 */
export function decideDeskMobile(
  platform: Pick<Platform, 'db' | 'clock' | 'vault' | 'config'>,
  it: { readonly unit: string; readonly id: string; readonly agree: boolean; readonly reason: string },
  by: Officer,
): Promise<Result<void, Problem>> {
  const { db, clock, vault, config } = platform
  const at = clock.now()
  return transact(db, async (tx) => {
    if (!by.units.includes(it.unit)) return err(problems.notYours)
    const row = await waiting(tx, it, by)
    if (!row) return err(problems.notFound)
    const person = row.person_id
    if (await isNear(tx, person, by)) return err(ownOrFamily)
    const why = it.agree ? undefined : reasonTrouble(it.reason)
    if (why) return err(problems.answersWrong({ reason: why }))
    const account = await lockAccount(tx, person)
    const open = account?.state === 'registered' || account?.state === 'activated'
    if (it.agree && !open) return err(texts.noAccount)
    const { numDeletedRows } = await tx
      .deleteFrom('desk_mobile_review')
      .where('unit', '=', it.unit)
      .where('desk_mobile_id', '=', it.id)
      .executeTakeFirstOrThrow()
    if (numDeletedRows === 0n) return err(problems.notFound)
    const reason = it.reason.trim()
    await tx
      .updateTable('desk_mobile')
      .set({
        state: it.agree ? 'done' : 'refused',
        reviewed_by: by.officer,
        reviewed_at: at,
        reason: it.agree ? null : reason,
      })
      .where('person_id', '=', person)
      .where('id', '=', it.id)
      .execute()
    // Sealed after it was parsed.
    const mobile = vault.open(row.mobile) as Mobile
    if (it.agree) await replaceMobile(platform, tx, { person, mobile, by, ground: 'officer' })
    else
      await noteChange(tx, config, {
        person,
        by,
        action: 'account.refuse-mobile',
        notice: texts.refused(reason),
        at,
      })
    return ok(undefined)
  })
}

const waiting = async (db: Db, { unit, id }: { readonly unit: string; readonly id: string }, by: Officer) =>
  isId(id)
    ? db
        .selectFrom('desk_mobile_review as waiting')
        .innerJoin('desk_mobile as it', (join) =>
          join.onRef('it.person_id', '=', 'waiting.person_id').onRef('it.id', '=', 'waiting.desk_mobile_id'),
        )
        .select(['it.person_id', 'it.officer', 'it.at', 'it.document', 'it.mobile'])
        .where('waiting.unit', '=', unit)
        .where('waiting.desk_mobile_id', '=', id)
        .where('waiting.officer', '<>', by.officer)
        .executeTakeFirst()
    : undefined
