import { addMonths, dayOf } from '#kernel/day.ts'
import { type HolderNumber, isEstablishment } from '#kernel/holder-number.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import type { Db } from '#platform/database/tables.ts'
import { transact } from '#platform/database/transact.ts'
import { take, tooMany } from '#platform/guard/throttle.ts'
import { isAdult } from '#platform/people/adulthood.ts'
import { establishmentsOf, findEstablishment } from '#platform/people/establishment.ts'
import { findPerson, type Person } from '#platform/people/person.ts'
import type { Platform } from '#platform/platform.ts'
import { type Problem, problems } from '#platform/problem.ts'
import { forOneself } from './authorise.ts'
import { answer, type Giver, isOpen, limit, lockGiver, offer, revoke } from './delegating.ts'
import { type Delegation, delegationGiven, delegationHeld, delegationsGiven } from './delegation.ts'
import { delegationTexts as texts } from './delegation-texts.ts'
import { personPowers } from './power.ts'
import { actsAsOwner, type PersonPrincipal, type Principal } from './principal.ts'

type World = Pick<Platform, 'db' | 'clock' | 'catalogue' | 'vault'>

/** How long a delegation may hold, in months; a year at most [assumed, register 1.15]. */
export const terms = [1, 3, 6, 12] as const
const most = 10
const offers = { limit: 10, per: 86_400 } as const

/**
 * Lets another adult act for oneself, in the powers that are named one by one, for so many months; it holds
 * once they accept. Answers its id.
 */
export async function giveDelegation(
  platform: World,
  principal: Principal,
  ask: {
    readonly delegate: PersonNumber
    readonly powers: readonly string[]
    readonly months: (typeof terms)[number]
  },
): Promise<Result<string, Problem>> {
  const giver = await adult(platform, principal)
  if (!giver.ok) return giver
  const at = platform.clock.now()
  const own = giver.value.id
  if (ask.delegate === own) return err(problems.answersWrong({ delegate: texts.notYourself }))
  const todays = new Set(personPowers(platform.catalogue).map((one) => one.name))
  if (!ask.powers.length || ask.powers.some((one) => !todays.has(one)))
    return err(problems.answersWrong({ powers: texts.choosePowers }))
  const allowed = await take(platform.db, { key: `delegate:${platform.vault.index(own)}`, ...offers }, at)
  if (!allowed.ok) return err(tooMany(allowed.error.retryAfter))
  const until = addMonths(dayOf(at), ask.months)
  const { delegate, powers } = ask
  return transact(platform.db, async (tx): Promise<Result<string, Problem>> => {
    await lockGiver(tx, own)
    const open = (await delegationsGiven({ ...platform, db: tx }, own)).filter(isOpen)
    if (open.some((one) => one.delegate === delegate))
      return err(problems.answersWrong({ delegate: texts.givenAlready }))
    if (open.length >= most) return err(texts.tooMany)
    const what = { kind: 'person', delegate, powers, until, by: own, at } as const
    return ok(await offer(tx, giverOf(giver.value), what))
  })
}

/** Accepts or refuses what somebody offered. */
export async function answerDelegation(
  platform: World,
  principal: Principal,
  ask: { readonly id: string; readonly accept: boolean },
): Promise<Result<void, Problem>> {
  const delegate = await adult(platform, principal)
  if (!delegate.ok) return delegate
  const held = await delegationHeld(platform, delegate.value.id, ask.id)
  const giver = held && (await giverBehind(platform.db, held.principal))
  if (!held || !giver) return err(problems.notFound)
  const at = platform.clock.now()
  return transact(platform.db, (tx) => answer(tx, giver, { ...ask, delegate: delegate.value.id, at }))
}

/** Leaves the delegate only some of the powers that they had, as the one who gave them. */
export async function limitDelegation(
  platform: World,
  principal: Principal,
  ask: { readonly id: string; readonly powers: readonly string[] },
): Promise<Result<void, Problem>> {
  const own = asGiver(principal)
  if (!own.ok) return own
  const by = own.value.person
  const given = await givenBy(platform, by, ask.id)
  const giver = given && (await giverBehind(platform.db, given.principal))
  if (!giver) return err(problems.notFound)
  const at = platform.clock.now()
  return transact(platform.db, (tx) => limit(tx, giver, { ...ask, by, at }))
}

/** Ends a delegation, as the one who gave it, as the owner of the establishment that did, or as its holder. */
export async function endDelegation(
  platform: World,
  principal: Principal,
  id: string,
): Promise<Result<void, Problem>> {
  const own = asGiver(principal)
  if (!own.ok) return own
  const by = own.value.person
  const found = (await givenBy(platform, by, id)) ?? (await delegationHeld(platform, by, id))
  const giver = found && (await giverBehind(platform.db, found.principal))
  if (!giver) return err(problems.notFound)
  const at = platform.clock.now()
  return transact(platform.db, (tx) => revoke(tx, giver, { id, by, at }))
}

/** Every delegation that a person gave, and that their establishments did. */
export async function allGivenBy(
  world: Pick<World, 'db' | 'clock'>,
  person: PersonNumber,
): Promise<readonly Delegation[]> {
  const principals = [person, ...(await establishmentsOf(world.db, person))]
  return (await Promise.all(principals.map((one) => delegationsGiven(world, one)))).flat()
}

/** A delegation that a person gave, or that an establishment of theirs did. */
export async function givenBy(
  world: Pick<World, 'db' | 'clock'>,
  person: PersonNumber,
  id: string,
): Promise<Delegation | undefined> {
  for (const principal of [person, ...(await establishmentsOf(world.db, person))]) {
    const found = await delegationGiven(world, principal, id)
    if (found) return found
  }
  return undefined
}

/** Who acts for another cannot limit or end a delegation; an owner at work in their establishment can. */
const asGiver = (principal: Principal): Result<PersonPrincipal, Problem> =>
  principal.kind === 'person' && principal.account === 'activated' && actsAsOwner(principal)
    ? ok(principal)
    : forOneself(principal)

async function adult(platform: World, principal: Principal): Promise<Result<Person, Problem>> {
  const own = forOneself(principal)
  if (!own.ok) return own
  const person = await findPerson(platform.db, own.value.person)
  if (!person) return err(problems.notFound)
  return isAdult(person.born, dayOf(platform.clock.now())) ? ok(person) : err(texts.adultsOnly)
}

/** The person or the establishment behind a principal's number. */
export async function giverBehind(db: Db, number: HolderNumber): Promise<Giver | undefined> {
  if (isEstablishment(number)) {
    const found = await findEstablishment(db, number)
    return found && { principal: found.id, owner: found.owner, name: found.name }
  }
  const person = await findPerson(db, number)
  return person && giverOf(person)
}

const giverOf = (person: Person): Giver => ({
  principal: person.id,
  owner: person.id,
  name: person.name,
})
