import { dayOf } from '#kernel/day.ts'
import type { AnyAnswers, EffectContext, ServiceContext } from '#platform/catalogue/definition.ts'
import type { Value } from '#platform/catalogue/value.ts'
import { actorOf, type Case, personOf, subjectNow } from './case.ts'
import { drawReport } from './draw-report.ts'

/** What a definition's code sees; none when the applicant no longer holds the subject. */
export async function contextOf(it: Case): Promise<ServiceContext<unknown, AnyAnswers> | undefined> {
  const subject = await subjectNow(it)
  if (!subject) return undefined
  return {
    db: it.tx,
    clock: it.engine.clock,
    today: dayOf(it.at),
    applicant: it.applicant,
    actor: actorOf(it),
    subject,
    answers: it.row.answers,
  }
}

export const lostSubject = {
  ar: 'لم يعد السجل المطلوب باسم مقدّم الطلب.',
  en: 'The record is no longer in the applicant’s name.',
}

/** The words of a request for messages and lists. */
export async function describe(it: Case): Promise<Readonly<Record<string, Value>>> {
  if (!it.service.describe) return {}
  const context = await contextOf(it)
  return context ? it.service.describe(context) : {}
}

/** What an effect sees; none when the applicant no longer holds the subject. */
export async function effectContext(it: Case): Promise<EffectContext<unknown, AnyAnswers> | undefined> {
  const context = await contextOf(it)
  if (!context) return undefined
  const { decision, kept, outside } = it.state()
  return {
    ...context,
    tx: it.tx,
    request: { id: it.row.id, reference: it.row.reference },
    report: (name) => drawReport(it, name),
    party: (role) => personOf(it, role),
    outside: (step) => outside?.[step] ?? {},
    ...(decision ? { decision } : {}),
    ...(kept ? { appointment: kept } : {}),
  }
}
