import { err, ok, type Result } from '#kernel/result.ts'
import type { Text } from '#kernel/text.ts'
import type { Principal } from '#platform/authority/principal.ts'
import type { Platform } from '#platform/platform.ts'
import { type Problem, problems } from '#platform/problem.ts'
import { type BoundAct, waits } from './acts.ts'
import { heldBack, heldUntil } from './hold.ts'
import { confirmFirst, type Holder, MAX_AGE_MS, spendStepUp, stepUpStage } from './step-up.ts'
import './session-tables.ts'
import './step-up-tables.ts'

type World = Pick<Platform, 'db' | 'clock'>

/** What an act is done to. */
export interface ActObject {
  /** The bill's id, the document's: a confirmation is for this one. */
  readonly id: string
  /** What is done, with the amount or the document, as the page and the message with the code say it. */
  readonly says: Text
  /** Where the act goes on once it is confirmed: a page that is read, not one that acts. */
  readonly page: string
}

/**
 * Asks for a fresh confirmation of one act on one object, and uses it up: a channel calls this right before
 * it acts. An act that waits is not done within a day of a new way into the account. Somebody who signed in by a passkey within the last five minutes has just confirmed. The problem
 * of everybody else leads to the page that confirms this act, and from there to `object.page`.
 */
export async function requireConfirmed(
  platform: World,
  principal: Principal,
  act: BoundAct,
  object: ActObject,
): Promise<Result<void, Problem>> {
  if (principal.kind !== 'person') return err(problems.signInFirst)
  const { db, clock } = platform
  const held = waits(act) ? await heldUntil(db, principal.person, clock.now()) : undefined
  if (held) return err(heldBack(held))
  const spent = await spendStepUp(db, principal, { act, object: object.id }, clock.now())
  if (spent.ok || (await cameByPasskey(platform, principal))) return ok(undefined)
  return err(await askToConfirm(platform, principal, act, object))
}

/** Whether the act may be done now, without using the confirmation up: for a page before the act. */
export async function isConfirmed(
  platform: World,
  by: Holder,
  act: BoundAct,
  object: Pick<ActObject, 'id'>,
): Promise<boolean> {
  const { db, clock } = platform
  const stage = await stepUpStage(db, by, { act, object: object.id }, clock.now())
  return stage === 'confirmed' || cameByPasskey(platform, by)
}

/** Remembers what is to be confirmed, and says where. */
export async function askToConfirm(
  { db, clock }: World,
  by: Holder,
  act: BoundAct,
  { id, says, page }: ActObject,
): Promise<Problem> {
  const asked = { says: JSON.stringify(says), page, asked_at: clock.now() }
  await db
    .insertInto('step_up')
    .values({ session: by.session, act, object: id, ...asked })
    .onConflict((conflict) => conflict.columns(['session', 'act', 'object']).doUpdateSet(asked))
    .execute()
  return confirmFirst({ act, object: id }, page)
}

async function cameByPasskey({ db, clock }: World, by: Holder): Promise<boolean> {
  const row = await db
    .selectFrom('session')
    .select('methods')
    .where('person_id', '=', by.person)
    .where('id', '=', by.session)
    .where('started_at', '>', new Date(clock.now().getTime() - MAX_AGE_MS))
    .executeTakeFirst()
  return row?.methods.includes('passkey') ?? false
}
