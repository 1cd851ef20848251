import type { PersonNumber } from '#kernel/person-number.ts'
import { type Locale, say, type Text } from '#kernel/text.ts'
import type { Verdict } from '#platform/catalogue/block.ts'
import { showValue } from '#platform/catalogue/show.ts'
import { holds } from './condition.ts'
import type { FactSet, Rule, RuleContext } from './rule.ts'

/** What the rules of a service look at; `party` finds the person of a role, when the answers name one. */
export interface EvaluationContext<S = unknown, A = unknown> extends Omit<RuleContext<S, A>, 'person'> {
  party(role: string): PersonNumber | undefined
}

/**
 * How each rule comes out. Rules that need the answers are left out until there are answers, and so are
 * those about a party that is not named.
 * @param viewerRole who will read it: of everybody else they see no facts, and when anything is unmet, one
 *   neutral verdict in place of all that concern that party, so that nothing is learnt by elimination.
 *   Absent: an officer or the platform itself, who see everything.
 */
export async function evaluateRules<S, A>(
  rules: readonly Rule<S, A>[],
  context: EvaluationContext<S, A>,
  { viewerRole }: { readonly viewerRole?: string },
): Promise<Verdict[]> {
  const byRole = new Map<string, Verdict[]>()
  const { party, ...given } = context
  // One after the other: inside a transaction there is one connection.
  for (const rule of rules) {
    if (rule.when === 'submission' && context.answers === undefined) continue
    const role = rule.of === undefined || rule.of === 'actor' ? 'applicant' : rule.of
    const person =
      rule.of === 'actor' ? context.actor : role === 'applicant' ? context.applicant : party(role)
    if (person === undefined) continue
    const verdict = judge(rule, await rule.facts({ ...given, person }), context)
    byRole.set(role, [...(byRole.get(role) ?? []), verdict])
  }
  return [...byRole].flatMap(([role, verdicts]) =>
    viewerRole === undefined || viewerRole === role ? verdicts : withheld(role, verdicts),
  )
}

/** Whether nothing stands in the way. */
export const allMet = (verdicts: readonly Verdict[]): boolean =>
  verdicts.every((one) => one.outcome === 'met')

function judge<S, A>(rule: Rule<S, A>, facts: FactSet, { today }: Pick<RuleContext, 'today'>): Verdict {
  const values = Object.fromEntries(Object.entries(facts).map(([key, { value }]) => [key, value]))
  const met = holds(rule.condition, values, today)
  const reasonIn = (locale: Locale): string =>
    say(
      rule.reason,
      locale,
      Object.fromEntries(Object.entries(values).map(([key, value]) => [key, showValue(value, locale)])),
    )
  return {
    rule: rule.name,
    title: rule.title,
    outcome: met ? 'met' : 'unmet',
    facts: Object.entries(facts).map(([key, { label, value }]) => ({ key, label, value })),
    ...(!met && rule.code !== undefined && { code: rule.code }),
    ...(!met && { reason: { ar: reasonIn('ar'), en: reasonIn('en') } }),
    ...(!met && rule.remedy && { remedy: rule.remedy }),
  }
}

function withheld(role: string, verdicts: readonly Verdict[]): Verdict[] {
  if (allMet(verdicts)) return verdicts.map((verdict) => ({ ...verdict, facts: [] }))
  return [{ rule: role, title: otherTitle, outcome: 'hidden', facts: [], reason: otherReason }]
}

const otherTitle: Text = { ar: 'شروط الطرف الآخر', en: 'The conditions of the other party' }
const otherReason: Text = {
  ar: 'لم تكتمل شروط الخدمة عند الطرف الآخر. اطلب منه أن يراجع حسابه.',
  en: 'The other party does not meet every condition of this service yet. Ask them to check their own account.',
}
