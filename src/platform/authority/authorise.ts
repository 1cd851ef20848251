import type { Clock } from '#kernel/clock.ts'
import { type HolderNumber, isEstablishment } from '#kernel/holder-number.ts'
import { type PersonNumber, personKind } from '#kernel/person-number.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import type { Catalogue } from '#platform/catalogue/catalogue.ts'
import {
  type Definition,
  type InquiryDefinition,
  isForEstablishments,
  isMeantFor,
} from '#platform/catalogue/definition.ts'
import { type AnySubjectType, findSubject, type Subject } from '#platform/catalogue/subject.ts'
import type { Db } from '#platform/database/tables.ts'
import { areFamily } from '#platform/people/family.ts'
import { type Problem, problems } from '#platform/problem.ts'
import { isDelegable, powerOf } from './power.ts'
import { holderOf, type PersonPrincipal, type Principal } from './principal.ts'

/**
 * The one place that says who may do what. Channels bring a principal that they made from a session
 * or a key; everything else is looked up here.
 */

/**
 * A person with an activated account for whom the definition is meant, who acts for themselves or holds the
 * power for whom they act for. Answers whose records it is about.
 */
export function mayUse(principal: Principal, definition: Definition): Result<HolderNumber, Problem> {
  if (principal.kind === 'anonymous') return err(problems.signInFirst)
  if (principal.kind !== 'person') return err(problems.notYours)
  if (principal.account !== 'activated') return err(problems.activateFirst)
  if (!holdsPower(principal, definition)) return err(whyNot(principal, definition))
  const holder = holderOf(principal)
  const kind = isEstablishment(holder) ? 'establishment' : personKind(holder)
  if (!isMeantFor(definition, kind)) return err(problems.wrongAudience)
  return ok(holder)
}

/** Who acts for another can neither give, take nor end what lets others act or look: it is never handed on. */
export function forOneself(principal: Principal): Result<PersonPrincipal, Problem> {
  if (principal.kind === 'anonymous') return err(problems.signInFirst)
  if (principal.kind !== 'person') return err(problems.notYours)
  if (principal.actingFor) return err(problems.forYourselfOnly)
  return principal.account === 'activated' ? ok(principal) : err(problems.activateFirst)
}

/**
 * Whether somebody may use a definition as who they act now: for themselves what is a person's, in a workspace
 * what is an establishment's, and under a delegation only what its powers name. An owner needs no power.
 */
export function holdsPower({ actingFor }: PersonPrincipal, definition: Definition): boolean {
  const ofEstablishments = isForEstablishments(definition)
  if (!actingFor) return !ofEstablishments
  if (ofEstablishments !== (actingFor.kind === 'establishment')) return false
  if (actingFor.right.as === 'over') return false
  if (actingFor.right.as === 'owner') return true
  if (definition.kind === 'procedure' || !(ofEstablishments || isDelegable(definition))) return false
  return actingFor.right.powers.includes(powerOf(definition))
}

function whyNot({ actingFor }: PersonPrincipal, definition: Definition): Problem {
  if (!actingFor) return problems.inWorkspace
  const leave = actingFor.kind === 'establishment' && !isForEstablishments(definition)
  return leave ? problems.leaveWorkspace : problems.notInYourPowers
}

/** The services whose requests a person sees: all of their own, for another those that the powers cover. */
export const servicesSeen = (
  { catalogue }: { readonly catalogue: Pick<Catalogue, 'definitions'> },
  principal: PersonPrincipal,
): { readonly services?: readonly string[] } =>
  principal.actingFor
    ? {
        services: catalogue.definitions.filter((one) => holdsPower(principal, one)).map((one) => one.slug),
      }
    : {}

/** A public inquiry is anyone's, and knows who asks once their account is activated; a signed-in one as a service. */
export function mayAsk(
  principal: Principal,
  definition: InquiryDefinition,
): Result<HolderNumber | undefined, Problem> {
  if (definition.access === 'signed-in') return mayUse(principal, definition)
  const known = principal.kind === 'person' && principal.account === 'activated'
  return ok(known && holdsPower(principal, definition) ? holderOf(principal) : undefined)
}

/** The subject, when its holder may act on it; a subject of somebody else and one that does not exist read the same. */
export async function authorisedSubject(
  context: { readonly db: Db; readonly clock: Clock },
  definition: { readonly subject: AnySubjectType },
  holder: HolderNumber,
  id: string,
): Promise<Result<Subject, Problem>> {
  const subject = await findSubject(definition.subject, context, holder, id)
  return subject ? ok(subject) : err(problems.notYours)
}

/** An officer of the unit, with no part in the case and no kin in it. */
export async function mayHandle(
  db: Db,
  principal: Principal,
  of: { readonly unit: string; readonly people: readonly PersonNumber[] },
): Promise<Result<Extract<Principal, { kind: 'officer' }>, Problem>> {
  if (principal.kind === 'anonymous') return err(problems.signInFirst)
  if (principal.kind !== 'officer' || !principal.units.includes(of.unit)) return err(problems.notYours)
  for (const person of new Set(of.people)) {
    if (person === principal.person) return err(ownCase)
    if (await areFamily(db, principal.person, person)) return err(ownCase)
  }
  return ok(principal)
}

const ownCase: Problem = {
  status: 403,
  code: 'own-case',
  title: { ar: 'لا يمكنك البتّ في هذه المعاملة', en: 'You cannot decide this case' },
  detail: {
    ar: 'أنت أو أحد أفراد أسرتك طرف فيها. يتولاها زميل آخر.',
    en: 'You or a member of your family has a part in it. A colleague will take it.',
  },
}
