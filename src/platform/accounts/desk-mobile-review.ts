import { type Mobile, maskMobile } from '#kernel/mobile.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import type { Principal } from '#platform/authority/principal.ts'
import type { Db } from '#platform/database/tables.ts'
import { transact } from '#platform/database/transact.ts'
import type { Platform } from '#platform/platform.ts'
import { type Problem, problems } from '#platform/problem.ts'
import { lockAccount } from './activation.ts'
import { type AtDesk, lookAt } from './activation-desk.ts'
import { noteChange } from './changes.ts'
import { deskMobileTexts as texts } from './desk-mobile-texts.ts'
import { isNear, ownOrFamily, reasonTrouble } from './end-by-officer.ts'
import { replaceMobile } from './replace-mobile.ts'
import { endSecondLook, secondLookOf } from './second-look.ts'
import './desk-mobile-tables.ts'

type Officer = Extract<Principal, { kind: 'officer' }>

/** A change of mobile as the second officer reads it. */
export interface DeskMobileView extends AtDesk {
  readonly officer: string
  readonly at: Date
  readonly document: string
  /** Masked. */
  readonly mobile: string
}

/** What a second officer looks at; not the one who asked. The look is in the person's log. */
export async function readDeskMobile(
  platform: Pick<Platform, 'db' | 'clock' | 'vault'>,
  { unit, id }: { readonly unit: string; readonly id: string },
  by: Officer,
): Promise<Result<DeskMobileView, Problem>> {
  if (!by.units.includes(unit)) return err(problems.notYours)
  const row = await waiting(platform.db, { unit, id }, by)
  if (!row) return err(problems.notFound)
  const what = { person: row.person_id, action: 'activation.read', about: 'mobile' }
  const seen = await lookAt(platform, what, by)
  if (!seen.ok) return seen
  return ok({
    ...seen.value,
    officer: row.officer,
    at: row.at,
    document: row.document,
    // Sealed after it was parsed.
    mobile: maskMobile(platform.vault.open(row.mobile) as Mobile),
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
    const ended = await endSecondLook(tx, { unit: it.unit, about: 'mobile', id: it.id })
    if (!ended) return err(problems.notFound)
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

async function waiting(db: Db, { unit, id }: { readonly unit: string; readonly id: string }, by: Officer) {
  const look = await secondLookOf(db, { unit, about: 'mobile', id }, by)
  return (
    look &&
    db
      .selectFrom('desk_mobile')
      .select(['person_id', 'officer', 'at', 'document', 'mobile'])
      .where('person_id', '=', look.person_id)
      .where('id', '=', id)
      .executeTakeFirst()
  )
}
