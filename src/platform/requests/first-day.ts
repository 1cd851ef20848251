import { type Day, dayOf } from '#kernel/day.ts'
import { formatDay } from '#kernel/format.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import type { Text } from '#kernel/text.ts'
import type { ServiceDefinition } from '#platform/catalogue/definition.ts'
import { findSubject } from '#platform/catalogue/subject.ts'
import { answerable } from '#platform/people/holder.ts'
import type { AnyStep, CaseRow, Engine } from './case.ts'

type AppointmentStep = Extract<AnyStep, { kind: 'appointment' }>

/** A request and the appointment that it waits for. */
interface Visit {
  readonly service: ServiceDefinition
  readonly row: Pick<CaseRow, 'person_id' | 'subject_id' | 'answers' | 'state'>
  readonly step: AppointmentStep
}

/** The first day on which the appointment can be, and from which slots are worth showing: today at the earliest. */
export async function firstDay(
  engine: Pick<Engine, 'db' | 'clock'>,
  { service, row, step }: Visit,
): Promise<Day> {
  const { db, clock } = engine
  const today = dayOf(clock.now())
  const subject =
    step.notBefore && (await findSubject(service.subject, { db, clock }, row.person_id, row.subject_id))
  if (!subject) return today
  const applicant = await answerable(db, row.person_id)
  const first = step.notBefore?.({
    db,
    clock,
    today,
    applicant,
    actor: row.state.delegate ?? applicant,
    subject,
    answers: row.answers,
  })
  return first && first > today ? first : today
}

/** Whether the appointment can be on that day; the text says from when on. */
export async function dayAllowed(
  engine: Pick<Engine, 'db' | 'clock'>,
  visit: Visit,
  on: Day,
): Promise<Result<void, Text>> {
  const first = await firstDay(engine, visit)
  if (on >= first) return ok(undefined)
  return err({
    ar: `لا يمكن ذلك قبل ${formatDay(first, 'ar')}. اختر ذلك اليوم أو يومًا بعده.`,
    en: `This is not possible before ${formatDay(first, 'en')}. Choose that day or a later one.`,
  })
}
