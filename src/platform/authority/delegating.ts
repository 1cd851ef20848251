import type { Day } from '#kernel/day.ts'
import { formatDay } from '#kernel/format.ts'
import type { HolderNumber } from '#kernel/holder-number.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import type { Text } from '#kernel/text.ts'
import { newId } from '#platform/database/ids.ts'
import type { Tx } from '#platform/database/tables.ts'
import { followLater } from '#platform/jobs/follow-later.ts'
import { notify } from '#platform/notices/notify.ts'
import { findPerson } from '#platform/people/person.ts'
import { type Problem, problems } from '#platform/problem.ts'
import { type Delegation, delegationOf, mayDelegate, offerDays } from './delegation.ts'
import { appendEvent } from './delegation-log.ts'
import { delegationTexts as texts } from './delegation-texts.ts'
import type { DelegationKind } from './tables.ts'

/** A person or an establishment that gives a delegation, and who is told of it. */
export interface Giver {
  readonly principal: HolderNumber
  /** The person themselves, or the establishment's owner. */
  readonly owner: PersonNumber
  readonly name: Text
}

/**
 * Offers powers to a person, who has 14 days to say yes; nothing holds before that. Whether the number is
 * anybody's, or has an account, is never told: such an offer lapses. Answers its id.
 */
export async function offer(
  tx: Tx,
  giver: Giver,
  what: {
    readonly kind: DelegationKind
    readonly delegate: PersonNumber
    readonly powers: readonly string[]
    /** The first day on which it holds; absent: from the delegate's yes. */
    readonly from?: Day
    readonly until: Day
    readonly by: PersonNumber
    readonly at: Date
  },
): Promise<string> {
  const { id } = await enter(tx, giver, what)
  const { delegate, at } = what
  if (await mayDelegate(tx, delegate))
    await notify(tx, {
      to: delegate,
      key: `delegation:${id}:offered`,
      ...texts.offered(giver.name, offerDays),
      link: `/delegations/held/${id}`,
      sms: true,
      at,
    })
  return id
}

/** Enters a delegation that the delegate has agreed to already, in the request that it comes from. Answers its id. */
export async function grant(tx: Tx, giver: Giver, what: Parameters<typeof offer>[2]): Promise<string> {
  const it = await enter(tx, giver, what)
  const { delegate, at } = what
  const done = await answer(tx, giver, { id: it.id, delegate, accept: true, at })
  if (!done.ok) throw new Error(`a new delegation was refused: ${done.error.code}`)
  return it.id
}

async function enter(
  tx: Tx,
  giver: Giver,
  { kind, delegate, powers, from, until, by, at }: Parameters<typeof offer>[2],
): Promise<{ readonly id: string }> {
  const id = newId(at)
  const { principal } = giver
  const list = [...new Set(powers)]
  const state = 'offered' as const
  const row = { id, kind, powers: list, state, valid_from: from ?? null, valid_until: until, offered_at: at }
  await tx
    .insertInto('delegation')
    .values({ principal_id: principal, delegate_id: delegate, ...row })
    .execute()
  await tx
    .insertInto('delegation_held')
    .values({ person_id: delegate, principal_id: principal, ...row })
    .execute()
  await appendEvent(tx, { principal, delegation: id, by, type: 'offered', powers: list, at })
  return { id }
}

/** The delegate's yes or no; the same answer again changes nothing. */
export async function answer(
  tx: Tx,
  giver: Giver,
  it: { readonly id: string; readonly delegate: PersonNumber; readonly accept: boolean; readonly at: Date },
): Promise<Result<void, Problem>> {
  const found = await locked(tx, giver.principal, it.id, it.at)
  if (!found || found.delegate !== it.delegate) return err(problems.notFound)
  const to = it.accept ? 'active' : 'refused'
  if (found.state === to || (it.accept && found.state === 'upcoming')) return ok(undefined)
  if (found.state !== 'offered') return err(texts.over)
  await write(tx, found, { state: to })
  await tellBoth(tx, giver, found, it.accept ? 'accepted' : 'refused', it.delegate, it.at)
  return ok(undefined)
}

/** Takes some of the powers back; at least one stays, otherwise it is a revocation. */
export async function limit(
  tx: Tx,
  giver: Giver,
  it: {
    readonly id: string
    readonly powers: readonly string[]
    readonly by: PersonNumber
    readonly at: Date
  },
): Promise<Result<void, Problem>> {
  const found = await locked(tx, giver.principal, it.id, it.at)
  if (!found) return err(problems.notFound)
  if (!isOpen(found)) return err(texts.over)
  // Only ever fewer: a new power needs the delegate's consent anew.
  const powers = found.powers.filter((one) => it.powers.includes(one))
  if (!powers.length) return err(problems.answersWrong({ powers: texts.leaveOne }))
  if (powers.length === found.powers.length) return ok(undefined)
  await write(tx, found, { powers })
  await tellBoth(tx, giver, { ...found, powers }, 'limited', it.by, it.at)
  return ok(undefined)
}

/** Ends it at once, by either side; the next request of a session that acts under it is refused. Twice is once. */
export async function revoke(
  tx: Tx,
  giver: Giver,
  it: { readonly id: string; readonly by: PersonNumber; readonly at: Date },
): Promise<Result<void, Problem>> {
  const found = await locked(tx, giver.principal, it.id, it.at)
  if (!found) return err(problems.notFound)
  if (!isOpen(found)) return ok(undefined)
  await write(tx, found, { state: 'revoked' })
  await tellBoth(tx, giver, found, 'revoked', it.by, it.at)
  return ok(undefined)
}

/** Whether a delegation is offered, or holds now or from a later day. */
export const isOpen = ({ state }: Pick<Delegation, 'state'>): boolean =>
  state === 'offered' || state === 'upcoming' || state === 'active'

/** Keeps others from giving for the same principal until the end of the transaction: what is given once is given once. */
export async function lockGiver(tx: Tx, principal: HolderNumber): Promise<void> {
  await tx
    .insertInto('delegation_giver')
    .values({ principal_id: principal })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await tx
    .selectFrom('delegation_giver')
    .select('principal_id')
    .where('principal_id', '=', principal)
    .forUpdate()
    .executeTakeFirstOrThrow()
}

/** The row under the principal decides between two that race; its copy follows in the same transaction. */
async function locked(
  tx: Tx,
  principal: HolderNumber,
  id: string,
  at: Date,
): Promise<Delegation | undefined> {
  const row = await tx
    .selectFrom('delegation')
    .selectAll()
    .where('principal_id', '=', principal)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row && delegationOf({ ...row, person_id: row.delegate_id }, at)
}

async function write(
  tx: Tx,
  it: Delegation,
  change: { readonly state: 'active' | 'refused' | 'revoked' } | { readonly powers: string[] },
): Promise<void> {
  await tx
    .updateTable('delegation')
    .set(change)
    .where('principal_id', '=', it.principal)
    .where('id', '=', it.id)
    .execute()
  await tx
    .updateTable('delegation_held')
    .set(change)
    .where('person_id', '=', it.delegate)
    .where('id', '=', it.id)
    .execute()
  // The deed in the delegate's hand says what holds.
  await followLater(tx, it.delegate)
}

async function tellBoth(
  tx: Tx,
  giver: Giver,
  it: Delegation,
  type: 'accepted' | 'refused' | 'limited' | 'revoked',
  by: PersonNumber,
  at: Date,
): Promise<void> {
  const { principal } = giver
  const powers = type === 'limited' ? { powers: it.powers } : {}
  await appendEvent(tx, { principal, delegation: it.id, by, type, ...powers, at })
  const delegate = await findPerson(tx, it.delegate)
  const until = { ar: formatDay(it.until, 'ar'), en: formatDay(it.until, 'en') }
  const said = texts[type]({ giver: giver.name, delegate: delegate?.name ?? { ar: '', en: '' }, until })
  const key = `delegation:${it.id}:${type}:${at.getTime()}`
  const notice = { ...said, key, sms: true, at }
  await notify(tx, { ...notice, to: giver.owner, link: `/delegations/given/${it.id}` })
  if (it.delegate !== giver.owner && (await mayDelegate(tx, it.delegate)))
    await notify(tx, { ...notice, to: it.delegate, link: `/delegations/held/${it.id}` })
}
