import { ok, type Result } from '#kernel/result.ts'
import { authorisedSubject, mayUse } from '#platform/authority/authorise.ts'
import type { Principal } from '#platform/authority/principal.ts'
import type { Verdict } from '#platform/catalogue/block.ts'
import type { ServiceDefinition } from '#platform/catalogue/definition.ts'
import type { Subject } from '#platform/catalogue/subject.ts'
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
  const person = mayUse(principal, service)
  if (!person.ok) return ok({ problem: person.error, subjects: [], verdicts: [] })
  const subjects = await service.subject.list(engine, person.value)
  const only = subjects.length === 1 ? subjects[0]?.id : undefined
  const wanted = subjectId ?? only
  if (!wanted) return ok({ subjects, verdicts: [] })
  const subject = await authorisedSubject(engine, service, person.value, wanted)
  if (!subject.ok) return subject
  const verdicts = await judge(engine, service, {
    moment: 'opening',
    viewer: 'applicant',
    applicant: person.value,
    subject: subject.value,
  })
  const open = await engine.db
    .selectFrom('request')
    .select(['reference', 'status'])
    .where('person_id', '=', person.value)
    .where('service', '=', service.slug)
    .where('subject_id', '=', wanted)
    .where('status', 'in', ['draft', 'in-progress'])
    .orderBy('updated_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return ok({ subjects, subject: subject.value, verdicts, ...(open ? { open } : {}) })
}
