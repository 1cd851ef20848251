import { z } from 'zod'
import type { Halalas } from '#kernel/money.ts'
import type { Block, Fact, Verdict } from '#platform/catalogue/block.ts'
import type { Value } from '#platform/catalogue/value.ts'

/** A sentence in both languages. */
export const text = z.object({ ar: z.string(), en: z.string() }).meta({ id: 'Text' })

/** Money both ways is riyals as text with two decimals, so that no program has to guess the unit or round. */
export const money = z
  .object({
    amount: z
      .string()
      .regex(/^\d+\.\d{2}$/)
      .meta({ examples: ['1250.50'] }),
    currency: z.literal('SAR'),
  })
  .meta({ id: 'Money' })

export const presentMoney = (sum: Halalas): z.output<typeof money> => ({
  amount: `${Math.floor(sum / 100)}.${String(sum % 100).padStart(2, '0')}`,
  currency: 'SAR',
})

export const instant = z.string().meta({ format: 'date-time' })
export const day = z.string().meta({ format: 'date', description: 'Gregorian, YYYY-MM-DD.' })

const valueSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('text'), text }),
    z.object({ kind: z.literal('list'), texts: z.array(text) }),
    z.object({ kind: z.literal('plain'), value: z.string() }),
    z.object({ kind: z.literal('code'), value: z.string() }),
    z.object({ kind: z.literal('number'), value: z.number() }),
    z.object({ kind: z.literal('money'), value: money }),
    z.object({ kind: z.literal('day'), value: day }),
    z.object({ kind: z.literal('instant'), value: instant }),
    z.object({
      kind: z.literal('plate'),
      value: z.object({ letters: z.array(z.string()), digits: z.string() }),
    }),
    z.object({ kind: z.literal('yesNo'), value: z.boolean() }),
    z.object({ kind: z.literal('none') }),
  ])
  .meta({ id: 'Value', description: 'A fact as data; `kind` says how to read it.' })

type ValueJson = z.output<typeof valueSchema>

export function presentValue(value: Value): ValueJson {
  if (value.kind === 'money') return { kind: 'money', value: presentMoney(value.value) }
  if (value.kind === 'plate')
    return { kind: 'plate', value: { letters: [...value.value.letters], digits: value.value.digits } }
  if (value.kind === 'list') return { kind: 'list', texts: [...value.texts] }
  return value
}

export const fact = z.object({ key: z.string(), label: text, value: valueSchema }).meta({ id: 'Fact' })

export const presentFacts = (facts: readonly Fact[]): z.output<typeof fact>[] =>
  facts.map(({ key, label, value }) => ({ key, label, value: presentValue(value) }))

export const nextStep = z
  .object({
    label: text,
    service: z.string().optional().meta({ description: 'A slug of the catalogue.' }),
    subject: z.string().optional(),
    page: z.string().optional().meta({ description: 'A page of the portal.' }),
  })
  .meta({ id: 'NextStep' })

export const verdict = z
  .object({
    rule: z.string(),
    title: text,
    outcome: z.enum(['met', 'unmet', 'hidden']),
    facts: z.array(fact),
    code: z.string().optional(),
    reason: text.optional(),
    remedy: nextStep.optional(),
  })
  .meta({ id: 'Verdict', description: 'How one condition came out, and why.' })

export const presentVerdicts = (verdicts: readonly Verdict[]): z.output<typeof verdict>[] =>
  verdicts.map(({ facts, ...rest }) => ({ ...rest, facts: presentFacts(facts) }))

const tone = z.enum(['good', 'bad', 'warning', 'neutral'])

export const block = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('status'),
      code: z.string(),
      tone,
      title: text,
      body: text.optional(),
      next: nextStep.optional(),
    }),
    z.object({ kind: z.literal('facts'), title: text.optional(), facts: z.array(fact) }),
    z.object({
      kind: z.literal('table'),
      title: text.optional(),
      columns: z.array(z.object({ key: z.string(), label: text })),
      rows: z.array(z.record(z.string(), valueSchema)),
      next: z
        .array(nextStep.nullable())
        .optional()
        .meta({ description: 'One a row, in the order of the rows.' }),
      empty: text,
    }),
    z.object({ kind: z.literal('verdicts'), title: text.optional(), verdicts: z.array(verdict) }),
    z.object({ kind: z.literal('document'), document: z.string(), title: text, subject: z.string() }),
    z.object({ kind: z.literal('note'), tone, body: text, next: nextStep.optional() }),
  ])
  .meta({ id: 'Block', description: 'A part of an answer.' })

type BlockJson = z.output<typeof block>

export function presentBlock(it: Block): BlockJson {
  const title = 'title' in it && it.title ? { title: it.title } : {}
  switch (it.kind) {
    case 'facts':
      return { kind: it.kind, ...title, facts: presentFacts(it.facts) }
    case 'verdicts':
      return { kind: it.kind, ...title, verdicts: presentVerdicts(it.verdicts) }
    case 'table':
      return {
        kind: it.kind,
        ...title,
        columns: it.columns.map(({ key, label }) => ({ key, label })),
        rows: it.rows.map((row) =>
          Object.fromEntries(Object.entries(row).map(([key, value]) => [key, presentValue(value)])),
        ),
        ...(it.next ? { next: it.next.map((one) => one ?? null) } : {}),
        empty: it.empty,
      }
    default:
      return it
  }
}

/** What can be done next with what was answered: an operation of this API, by its address. */
export const action = z
  .object({ operation: z.string(), method: z.string(), href: z.string() })
  .meta({ id: 'Action', description: 'An operation of this document that can be done now.' })
export type Action = z.output<typeof action>

export const base = '/api/v1'
export const act = (operation: string, method: string, path: string): Action => ({
  operation,
  method,
  href: base + path,
})
