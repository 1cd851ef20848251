import { ok, type Result } from '#kernel/result.ts'
import { authorisedSubject, mayUse } from '#platform/authority/authorise.ts'
import type { Principal } from '#platform/authority/principal.ts'
import type { Verdict } from '#platform/catalogue/block.ts'
import type { ServiceDefinition } from '#platform/catalogue/definition.ts'
import { type Subject, subjectsOf } from '#platform/catalogue/subject.ts'
import { answerable } from '#platform/people/holder.ts'
import type { Problem } from '#platform/problem.ts'
import type { Engine } from './case.ts'
import { judge } from './judge.ts'

/** What a person sees of a service before they start. */
export interface Opening {
  /** Why the person may not use it at all; subjects are then empty. */
  readonly problem?: Problem
  readonly subjects: readonly Subject[]
  readonly subject?: Subject
  /** The conditions for that subject, met and unmet. */
  readonly verdicts: readonly Verdict[]
  /** The open request that already holds that subject, when it is the person's own. */
  readonly open?: { readonly reference: string; readonly status: string }
}

/**
 * Opens a service for somebody: what they can use it for, and whether they qualify. A single subject
 * is chosen for them.
 */
export async function openService(
  engine: Engine,
  principal: Principal,
  service: ServiceDefinition,
  subjectId?: string,
): Promise<Result<Opening, Problem>> {
  const allowed = mayUse(principal, service)
  if (!allowed.ok) return ok({ problem: allowed.error, subjects: [], verdicts: [] })
  const holder = allowed.value
  const subjects = await subjectsOf(service.subject, engine, holder)
  const only = subjects.length === 1 ? subjects[0]?.id : undefined
  const wanted = subjectId ?? only
  if (!wanted) return ok({ subjects, verdicts: [] })
  const subject = await authorisedSubject(engine, service, holder, wanted)
  if (!subject.ok) return subject
  const applicant = await answerable(engine.db, holder)
  const verdicts = await judge(engine, service, {
    moment: 'opening',
    viewer: 'applicant',
    applicant,
    actor: principal.kind === 'person' ? principal.person : applicant,
    subject: subject.value,
  })
  const open = await engine.db
    .selectFrom('request')
    .select(['reference', 'status'])
    .where('person_id', '=', holder)
    .where('service', '=', service.slug)
    .where('subject_id', '=', wanted)
    .where('status', 'in', ['draft', 'in-progress'])
    .orderBy('updated_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return ok({ subjects, subject: subject.value, verdicts, ...(open ? { open } : {}) })
}
