import { dayOf } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Verdict } from '#platform/catalogue/block.ts'
import type { ServiceDefinition } from '#platform/catalogue/definition.ts'
import type { Subject } from '#platform/catalogue/subject.ts'
import type { Db } from '#platform/database/tables.ts'
import { evaluateRules } from '#platform/rules/evaluate.ts'
import type { Rule } from '#platform/rules/rule.ts'
import type { Engine } from './case.ts'

export type Moment = 'opening' | 'submission' | 'fulfilment'

/**
 * Runs the rules of a service at one of its three moments. `viewer` is the role that will read the
 * verdicts: what concerns another party stays hidden from it. Absent: an officer, who sees everything.
 */
export async function judge(
  engine: Pick<Engine, 'clock'> & { readonly db: Db },
  service: ServiceDefinition,
  at: {
    readonly moment: Moment
    readonly viewer?: string
    readonly applicant: PersonNumber
    readonly actor: PersonNumber
    readonly subject: Subject
    readonly answers?: Readonly<Record<string, unknown>>
    readonly parties?: Readonly<Record<string, PersonNumber>>
    /** Only the rules about this role. */
    readonly only?: string
  },
): Promise<readonly Verdict[]> {
  const rules = service.rules.filter(
    (rule) => runs(rule, at.moment) && (!at.only || (rule.of ?? 'applicant') === at.only),
  )
  const context = {
    db: engine.db,
    clock: engine.clock,
    today: dayOf(engine.clock.now()),
    applicant: at.applicant,
    actor: at.actor,
    subject: at.subject.value,
    answers: at.answers,
    party: (role: string) => at.parties?.[role],
  }
  return evaluateRules(rules, context, at.viewer === undefined ? {} : { viewerRole: at.viewer })
}

function runs(rule: Rule, moment: Moment): boolean {
  if (moment === 'opening') return rule.when === 'opening'
  if (moment === 'fulfilment') return rule.lasts !== 'submission'
  return true
}

export const unmet = (verdicts: readonly Verdict[]): readonly Verdict[] =>
  verdicts.filter((one) => one.outcome !== 'met')
