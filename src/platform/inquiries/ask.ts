import { dayOf } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import { record } from '#platform/audit/record.ts'
import { authorisedSubject, mayAsk } from '#platform/authority/authorise.ts'
import type { Principal } from '#platform/authority/principal.ts'
import type { Block } from '#platform/catalogue/block.ts'
import type { CatalogueReading, InquiryDefinition } from '#platform/catalogue/definition.ts'
import type { Subject } from '#platform/catalogue/subject.ts'
import { transact } from '#platform/database/transact.ts'
import { parseForm } from '#platform/forms/parse.ts'
import { type Problem, problems } from '#platform/problem.ts'
import type { Engine } from '#platform/requests/case.ts'
import { judge } from '#platform/requests/judge.ts'

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
  const person = allowed.value
  const today = dayOf(engine.clock.now())
  const chosen = await choose(engine, inquiry, person, question.subject)
  if (!chosen.ok) return chosen
  const { subjects, subject } = chosen.value
  if (inquiry.subject && !subject) return ok({ blocks: [], subjects })
  const parsed = parseForm(inquiry.form, { ...question.raw }, { today, options: {} })
  if (!parsed.ok) return err(problems.answersWrong(parsed.error))
  const blocks = await inquiry.answer({
    db: engine.db,
    clock: engine.clock,
    today,
    person,
    subject,
    answers: parsed.value,
    catalogue: catalogueReading(engine),
  })
  if (person && subject && subject.person !== person)
    await transact(engine.db, (tx) =>
      record(tx, {
        subject: subject.person,
        by: principal,
        action: 'inquiry.read',
        about: inquiry.slug,
        ground: inquiry.subject?.ground ?? 'self',
        at: engine.clock.now(),
      }),
    )
  return ok({ blocks, subjects, ...(subject ? { subject } : {}) })
}

async function choose(
  engine: Engine,
  inquiry: InquiryDefinition,
  person: PersonNumber | undefined,
  wanted: string | undefined,
): Promise<Result<{ subjects: readonly Subject[]; subject?: Subject }, Problem>> {
  if (!inquiry.subject || !person) return ok({ subjects: [] })
  const subjects = await inquiry.subject.list(engine, person)
  if (wanted !== undefined) {
    const subject = await authorisedSubject(engine, { subject: inquiry.subject }, person, wanted)
    return subject.ok ? ok({ subjects, subject: subject.value }) : subject
  }
  const [only] = subjects
  return ok(only && subjects.length === 1 ? { subjects, subject: only } : { subjects })
}

function catalogueReading(engine: Engine): CatalogueReading {
  const { catalogue } = engine
  return {
    sectors: catalogue.sectors,
    search: (words, filter) => catalogue.search(words, filter),
    verdicts: async (slug, person, subjectId) => {
      const service = catalogue.service(slug)
      if (!service) throw new Error(`unknown service ${slug}`)
      const subject = await authorisedSubject(engine, service, person, subjectId)
      if (!subject.ok) return []
      return judge(engine, service, {
        moment: 'opening',
        viewer: 'applicant',
        applicant: person,
        subject: subject.value,
      })
    },
  }
}
