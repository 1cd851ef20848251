import { err, ok, type Result } from '#kernel/result.ts'
import { record } from '#platform/audit/record.ts'
import { isId } from '#platform/database/ids.ts'
import { transact } from '#platform/database/transact.ts'
import type { Platform } from '#platform/platform.ts'
import { type Problem, problems } from '#platform/problem.ts'
import { noteChange } from './changes.ts'
import { type ActObject, requireConfirmed } from './require-confirmed.ts'
import { approvalTexts as texts } from './sign-in-approval-texts.ts'
import type { Holder } from './step-up.ts'
import './sign-in-approval-tables.ts'

/** A sign-in elsewhere that asks for approval, as its owner reads it on the device in hand. */
export interface WaitingApproval {
  readonly id: string
  /** `Chrome · Windows`. */
  readonly agent: string | undefined
  readonly askedAt: Date
  readonly until: Date
  readonly choices: readonly number[]
}

/** What waits for somebody's approval now. */
export async function approvalWaiting(
  { db, clock }: Pick<Platform, 'db' | 'clock'>,
  by: Holder,
): Promise<WaitingApproval | undefined> {
  const row = await db
    .selectFrom('sign_in_approval')
    .select(['public_id', 'agent', 'asked_at', 'expires_at', 'choices'])
    .where('person_id', '=', by.person)
    .where('state', '=', 'waiting')
    .where('expires_at', '>', clock.now())
    .executeTakeFirst()
  return (
    row && {
      id: row.public_id,
      agent: row.agent ?? undefined,
      askedAt: row.asked_at,
      until: row.expires_at,
      choices: row.choices,
    }
  )
}

/** Approving a sign-in, as it is confirmed: for this one alone. */
export const approvalAct = ({ id, agent }: Pick<WaitingApproval, 'id' | 'agent'>): ActObject => ({
  id,
  says: {
    ar: `السماح بالدخول من ${agent ?? 'جهاز آخر'}`,
    en: `let ${agent ?? 'another device'} sign in`,
  },
  page: '/approve-sign-in',
})

/**
 * Answers a sign-in elsewhere by the number that its page shows, after a fresh confirmation on this device. One
 * try: another number denies it, as does saying so, and its owner is told.
 */
export async function answerApproval(
  platform: Pick<Platform, 'db' | 'clock' | 'config'>,
  by: Holder,
  { id, number }: { readonly id: string; readonly number: number | 'deny' },
): Promise<Result<'approved' | 'denied', Problem>> {
  const { db, clock, config } = platform
  const waiting = await approvalWaiting(platform, by)
  if (!isId(id) || waiting?.id !== id) return err(texts.notWaiting)
  if (number !== 'deny') {
    if (!waiting.choices.includes(number)) return err(problems.notFound)
    const confirmed = await requireConfirmed(platform, by, 'sign-in.approve', approvalAct(waiting))
    if (!confirmed.ok) return confirmed
  }
  const at = clock.now()
  return transact(db, async (tx) => {
    const row = await tx
      .selectFrom('sign_in_approval')
      .select('number')
      .where('public_id', '=', id)
      .where('person_id', '=', by.person)
      .where('state', '=', 'waiting')
      .where('expires_at', '>', at)
      .forUpdate()
      .executeTakeFirst()
    if (!row) return err(texts.notWaiting)
    const state = row.number === number ? 'approved' : 'denied'
    await tx.updateTable('sign_in_approval').set({ state }).where('public_id', '=', id).execute()
    const entry = { subject: by.person, by, action: `session.${state === 'approved' ? 'approve' : 'refuse'}` }
    const about = waiting.agent ? { about: waiting.agent } : {}
    if (state === 'approved') await record(tx, { ...entry, ...about, ground: 'self', at })
    else
      await noteChange(tx, config, {
        person: by.person,
        by,
        action: 'session.refuse',
        ...about,
        notice: texts.denied,
        at,
      })
    return ok(state)
  })
}
