import type { PersonNumber } from '#kernel/person-number.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import { record } from '#platform/audit/record.ts'
import type { Principal } from '#platform/authority/principal.ts'
import { isId } from '#platform/database/ids.ts'
import type { Tx } from '#platform/database/tables.ts'
import { transact } from '#platform/database/transact.ts'
import type { Platform } from '#platform/platform.ts'
import { type Problem, problems } from '#platform/problem.ts'
import { lockAccount } from './activation.ts'
import { endAccount } from './close.ts'
import { isNear, ownOrFamily, reasonTrouble } from './end-by-officer.ts'
import { hasPart, suspicionUnit } from './suspicion.ts'
import { suspicionTexts as texts } from './suspicion-texts.ts'
import { tellHolder } from './tell-holder.ts'
import './account-tables.ts'
import './suspicion-tables.ts'

type Officer = Extract<Principal, { kind: 'officer' }>
export type Outcome = 'blocked' | 'cleared'

/**
 * Decides a case, always by two pairs of eyes: where an officer saw it, any other one decides; else one proposes
 * and another agrees, or sends it back by choosing the other outcome. Never one’s own case or one’s family’s, nor about one’s own act.
 * Blocked: the account that was stopped is erased, as if it had never been. Cleared: it is as it was. The true
 * holder is told of either, with the reason.
 */
export function decideSuspicion(
  platform: Pick<Platform, 'db' | 'clock' | 'vault' | 'whenDeviceLost'>,
  { id, outcome, reason }: { readonly id: string; readonly outcome: Outcome; readonly reason: string },
  by: Officer,
): Promise<Result<'proposed' | 'returned' | Outcome, Problem>> {
  const at = platform.clock.now()
  return transact(platform.db, async (tx) => {
    if (!by.units.includes(suspicionUnit)) return err(problems.notYours)
    const found = await lockCase(tx, id)
    if (!found) return err(problems.notFound)
    const { person_id: person } = found
    if (await isNear(tx, person, by)) return err(ownOrFamily)
    if (found.state !== 'open' && found.state !== 'proposed') return err(texts.decided)
    if (hasPart(found, by.officer)) return err(texts.second)
    const why = reasonTrouble(reason)
    if (why) return err(problems.answersWrong({ reason: why }))
    const text = reason.trim()
    const alone = found.opened_by === null && found.state === 'open'
    if (alone || (found.state === 'proposed' && found.outcome !== outcome)) {
      const proposal = alone
        ? { state: 'proposed' as const, outcome, reason: text, proposed_by: by.officer, proposed_at: at }
        : { state: 'open' as const, outcome: null, reason: null, proposed_by: null, proposed_at: null }
      await tx
        .updateTable('suspicion')
        .set(proposal)
        .where('person_id', '=', person)
        .where('id', '=', id)
        .execute()
      await tx
        .updateTable('suspicion_case')
        .set({ proposed_by: proposal.proposed_by })
        .where('unit', '=', suspicionUnit)
        .where('suspicion_id', '=', id)
        .execute()
      await note(tx, person, by, alone ? 'propose' : 'return', outcome, at)
      return ok(alone ? 'proposed' : 'returned')
    }
    await tx
      .updateTable('suspicion')
      .set({ state: outcome, outcome, reason: text, decided_by: by.officer, decided_at: at })
      .where('person_id', '=', person)
      .where('id', '=', id)
      .execute()
    await tx
      .deleteFrom('suspicion_case')
      .where('unit', '=', suspicionUnit)
      .where('suspicion_id', '=', id)
      .execute()
    const told = { person, key: `suspicion-${id}-${outcome}`, ...texts[outcome](text), at }
    // While the account still says where its holder is reached.
    await tellHolder(tx, platform.vault, told)
    await settle(tx, platform, { person, outcome, before: found.account_before, by, at })
    await note(tx, person, by, 'decide', outcome, at)
    return ok(outcome)
  })
}

async function settle(
  tx: Tx,
  platform: Pick<Platform, 'vault' | 'whenDeviceLost'>,
  it: {
    readonly person: PersonNumber
    readonly outcome: Outcome
    readonly before: 'registered' | 'activated' | null
    readonly by: Officer
    readonly at: Date
  },
): Promise<void> {
  const { person, outcome, before, by, at } = it
  const account = await lockAccount(tx, person)
  if (account?.state !== 'suspended' || account.suspendedBy !== 'suspicion' || before === null) return
  if (outcome === 'blocked') await endAccount(tx, platform, { person, by, because: 'impersonation', at })
  else
    await tx
      .updateTable('account')
      .set({ state: before, suspended_at: null, suspended_by: null })
      .where('person_id', '=', person)
      .execute()
}

const note = (tx: Tx, person: PersonNumber, by: Officer, verb: string, outcome: Outcome, at: Date) =>
  record(tx, { subject: person, by, action: `suspicion.${verb}`, about: outcome, ground: 'officer', at })

async function lockCase(tx: Tx, id: string) {
  if (!isId(id)) return undefined
  const waiting = await tx
    .selectFrom('suspicion_case')
    .select('person_id')
    .where('unit', '=', suspicionUnit)
    .where('suspicion_id', '=', id)
    .executeTakeFirst()
  return (
    waiting &&
    tx
      .selectFrom('suspicion')
      .select([
        'person_id',
        'state',
        'outcome',
        'opened_by',
        'proposed_by',
        'about_officer',
        'account_before',
      ])
      .where('person_id', '=', waiting.person_id)
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst()
  )
}
