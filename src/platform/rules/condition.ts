import { addDays, type Day } from '#kernel/day.ts'
import { inOneLine, type Value } from '#platform/catalogue/value.ts'

/** A condition over facts, as data: the page, the server and an auditor evaluate the same thing. */
export type Condition =
  | { readonly op: 'equals'; readonly fact: string; readonly value: string | number | boolean }
  | { readonly op: 'oneOf'; readonly fact: string; readonly values: readonly (string | number)[] }
  | { readonly op: 'atLeast' | 'atMost'; readonly fact: string; readonly value: number }
  | { readonly op: 'notBefore' | 'notAfter'; readonly fact: string; readonly daysFromToday: number }
  | { readonly op: 'known'; readonly fact: string }
  | { readonly op: 'all' | 'any'; readonly of: readonly Condition[] }
  | { readonly op: 'not'; readonly of: Condition }

/** Builds a condition on one fact: `fact('unpaid').equals(0)`. */
export const fact = (name: string) => ({
  equals: (value: string | number | boolean): Condition => ({ op: 'equals', fact: name, value }),
  oneOf: (...values: readonly (string | number)[]): Condition => ({ op: 'oneOf', fact: name, values }),
  atLeast: (value: number): Condition => ({ op: 'atLeast', fact: name, value }),
  atMost: (value: number): Condition => ({ op: 'atMost', fact: name, value }),
  /** The day is today or later, moved by `daysFromToday`. */
  notBeforeToday: (daysFromToday = 0): Condition => ({ op: 'notBefore', fact: name, daysFromToday }),
  /** The day is today or earlier, moved by `daysFromToday`. */
  notAfterToday: (daysFromToday = 0): Condition => ({ op: 'notAfter', fact: name, daysFromToday }),
  isKnown: (): Condition => ({ op: 'known', fact: name }),
})

export const all = (...of: readonly Condition[]): Condition => ({ op: 'all', of })
export const any = (...of: readonly Condition[]): Condition => ({ op: 'any', of })
export const not = (of: Condition): Condition => ({ op: 'not', of })

/** Evaluates a condition; a fact that is missing or `none` satisfies nothing but `not`. */
export function holds(
  condition: Condition,
  facts: Readonly<Record<string, Value | undefined>>,
  today: Day,
): boolean {
  switch (condition.op) {
    case 'all':
      return condition.of.every((one) => holds(one, facts, today))
    case 'any':
      return condition.of.some((one) => holds(one, facts, today))
    case 'not':
      return !holds(condition.of, facts, today)
  }
  const raw = rawOf(facts[condition.fact])
  if (raw === undefined) return false
  switch (condition.op) {
    case 'known':
      return true
    case 'equals':
      return raw === condition.value
    case 'oneOf':
      return typeof raw !== 'boolean' && condition.values.includes(raw)
    case 'atLeast':
      return typeof raw === 'number' && raw >= condition.value
    case 'atMost':
      return typeof raw === 'number' && raw <= condition.value
    case 'notBefore':
      return typeof raw === 'string' && raw >= addDays(today, condition.daysFromToday)
    case 'notAfter':
      return typeof raw === 'string' && raw <= addDays(today, condition.daysFromToday)
  }
}

/** Names of the facts that a condition looks at, for the check at start. */
export function factsOf(condition: Condition): string[] {
  switch (condition.op) {
    case 'all':
    case 'any':
      return condition.of.flatMap(factsOf)
    case 'not':
      return factsOf(condition.of)
    default:
      return [condition.fact]
  }
}

function rawOf(value: Value | undefined): string | number | boolean | undefined {
  if (!value) return undefined
  switch (value.kind) {
    case 'none':
      return undefined
    case 'text':
      return value.text.en
    case 'list':
      return inOneLine(value.texts).en
    case 'plate':
      return value.value.letters.join('') + value.value.digits
    default:
      return value.value
  }
}
