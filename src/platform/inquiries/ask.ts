import { dayOf } from '#kernel/day.ts'
import type { HolderNumber } from '#kernel/holder-number.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import { actAs } from '#platform/authority/act-as.ts'
import { authorisedSubject, mayAsk } from '#platform/authority/authorise.ts'
import { noteActing } from '#platform/authority/delegation-log.ts'
import { actsAsOwner, type Principal } from '#platform/authority/principal.ts'
import type { Block } from '#platform/catalogue/block.ts'
import type { CatalogueReading, InquiryDefinition } from '#platform/catalogue/definition.ts'
import { heldOn } from '#platform/catalogue/holding.ts'
import { type Ground, type Subject, subjectsOf } from '#platform/catalogue/subject.ts'
import { carriedBy } from '#platform/documents/held.ts'
import { verifyByNumber } from '#platform/documents/verify.ts'
import type { Option } from '#platform/forms/field.ts'
import { parseForm } from '#platform/forms/parse.ts'
import { answerable } from '#platform/people/holder.ts'
import { type Problem, problems } from '#platform/problem.ts'
import type { Engine } from '#platform/requests/case.ts'
import { priceList } from '#platform/requests/charges.ts'
import { judge } from '#platform/requests/judge.ts'
import { noteLooks } from './looks.ts'

export interface Question {
  readonly raw: Readonly<Record<string, unknown>>
  readonly subject?: string
}

/** What an inquiry answered, and about what. */
export interface Answer {
  readonly blocks: readonly Block[]
  readonly subjects: readonly Subject[]
  readonly subject?: Subject
}

/**
 * Asks an inquiry. The channel has checked the visual code and the throttle of a public one.
 * A question about a subject without naming one answers the choice of subjects, or the only one there is.
 */
export async function ask(
  engine: Engine,
  principal: Principal,
  inquiry: InquiryDefinition,
  question: Question,
): Promise<Result<Answer, Problem>> {
  const allowed = mayAsk(principal, inquiry)
  if (!allowed.ok) return allowed
  const holder = allowed.value
  const at = engine.clock.now()
  const today = dayOf(at)
  const chosen = await choose(engine, inquiry, holder, question.subject)
  if (!chosen.ok) return chosen
  const { subjects, subject } = chosen.value
  if (inquiry.subject && !subject) return ok({ blocks: [], subjects })
  const person = holder && (await answerable(engine.db, holder))
  const look = { action: 'inquiry.read', about: inquiry.slug, at }
  // An owner who looks at what is theirs is no news to anybody.
  if (holder && principal.kind === 'person' && principal.actingFor && !actsAsOwner(principal)) {
    const noted = await actAs(engine, principal, async (tx) => {
      await noteActing(tx, principal, look)
      return ok(undefined)
    })
    if (!noted.ok) return noted
  }
  const context = { db: engine.db, clock: engine.clock, today, subject, catalogue: catalogueReading(engine) }
  if (inquiry.own && person && asksNothing(inquiry, question))
    return ok({ blocks: await inquiry.own({ ...context, person }), subjects })
  const options = await inquiryOptions(engine, inquiry)
  const parsed = parseForm(inquiry.form, { ...question.raw }, { today, options })
  if (!parsed.ok) return err(problems.answersWrong(parsed.error))
  const actor = person && principal.kind === 'person' ? principal.person : undefined
  const looks = new Map<PersonNumber, Ground>()
  if (subject && inquiry.subject) looks.set(subject.person, subject.ground ?? inquiry.subject.ground)
  const shows = (whose: PersonNumber, ground: Ground) => void looks.set(whose, ground)
  const blocks = await inquiry.answer({ ...context, person, actor, answers: parsed.value, shows })
  // Nobody is told that they looked at what is theirs, in another's name either.
  if (actor) looks.delete(actor)
  if (person) await noteLooks(engine, principal, inquiry, { asker: person, looks, about: subject?.person })
  return ok({ blocks, subjects, ...(subject ? { subject } : {}) })
}

/** Whether nothing is filled in: one who is signed in then asks about themselves, where an inquiry has that. */
export const asksNothing = (inquiry: InquiryDefinition, { raw }: Pick<Question, 'raw'>): boolean =>
  !Object.keys(inquiry.form.fields).some((name) => raw[name] !== undefined && raw[name] !== '')

/** The options of every field of an inquiry that has any, for its form and for reading what was chosen. */
export async function inquiryOptions(
  engine: Engine,
  inquiry: InquiryDefinition,
): Promise<Readonly<Record<string, readonly Option[]>>> {
  const { db, clock } = engine
  const context = { db, clock, today: dayOf(clock.now()), catalogue: catalogueReading(engine) }
  const loaded: Record<string, readonly Option[]> = {}
  for (const [name, { options }] of Object.entries(inquiry.form.fields))
    if (options === 'subject') loaded[name] = (await inquiry.options?.(context, name)) ?? []
    else if (options) loaded[name] = options
  return loaded
}

async function choose(
  engine: Engine,
  inquiry: InquiryDefinition,
  holder: HolderNumber | undefined,
  wanted: string | undefined,
): Promise<Result<{ subjects: readonly Subject[]; subject?: Subject }, Problem>> {
  if (!inquiry.subject || !holder) return ok({ subjects: [] })
  const subjects = await subjectsOf(inquiry.subject, engine, holder)
  if (wanted !== undefined) {
    const subject = await authorisedSubject(engine, { subject: inquiry.subject }, holder, wanted)
    return subject.ok ? ok({ subjects, subject: subject.value }) : subject
  }
  const [only] = subjects
  return ok(only && subjects.length === 1 ? { subjects, subject: only } : { subjects })
}

function catalogueReading(engine: Engine): CatalogueReading {
  const { catalogue, db, clock, vault } = engine
  const today = dayOf(clock.now())
  return {
    sectors: catalogue.sectors,
    titleOf: (slug) => (catalogue.service(slug) ?? catalogue.inquiry(slug))?.title,
    search: (words, filter) => catalogue.search(words, filter),
    prices: (slug) => {
      const service = catalogue.service(slug)
      return service ? priceList(catalogue, service, today) : []
    },
    holdings: (person) => heldOn(catalogue.holdings, { db, clock, today, vault }, person),
    carried: (person) => carriedBy(engine, person),
    checkPaper: (number, code) => verifyByNumber(db, number, code, clock.now(), catalogue),
    verdicts: async (slug, person, subjectId) => {
      const service = catalogue.service(slug)
      if (!service) throw new Error(`unknown service ${slug}`)
      const subject = await authorisedSubject(engine, service, person, subjectId)
      if (!subject.ok) return []
      return judge(engine, service, {
        moment: 'opening',
        viewer: 'applicant',
        applicant: person,
        actor: person,
        subject: subject.value,
      })
    },
  }
}
