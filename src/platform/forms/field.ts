import type { Day } from '#kernel/day.ts'
import type { Result } from '#kernel/result.ts'
import type { Text } from '#kernel/text.ts'
import type { Value } from '#platform/catalogue/value.ts'

/** A JSON Schema fragment for the OpenAPI document. */
export type JsonSchema = Readonly<Record<string, unknown>>

export interface Option {
  readonly value: string
  readonly label: Text
  readonly detail?: Text
}

/** What parsing may know besides the raw value. */
export interface ParseContext {
  readonly today: Day
  /** The options of this field, already loaded, when it has any. */
  readonly options?: readonly Option[]
}

/**
 * One question. `kind` picks the control that a channel draws; `parse` takes what a browser posts
 * (strings, lists of strings, parts by name) and what a program sends as JSON alike.
 */
export interface Field<T = unknown> {
  readonly kind: string
  readonly label: Text
  readonly hint?: Text
  readonly optional: boolean
  /** Names of the inputs that make up the value (a date's day, month, year …); none for a single input. */
  readonly parts?: readonly string[]
  parse(raw: unknown, context: ParseContext): Result<T, Text>
  show(value: T, context: { readonly options?: readonly Option[] }): Value
  readonly schema: JsonSchema
  /** Fixed options, or `'subject'` when the service loads them (`ServiceSpec.options`). */
  readonly options?: readonly Option[] | 'subject'
  /** What the control needs besides: min, max, rows, accepted types, autocomplete token … */
  readonly control?: Readonly<Record<string, string | number | boolean | readonly string[]>>
}

export type Fields = Readonly<Record<string, Field>>
export type AnswersOf<F extends Fields> = {
  readonly [K in keyof F]: F[K] extends Field<infer T> ? T : never
}

/** The questions of one page: as a rule one, or a few that belong together. */
export interface FormPage<Name extends string = string> {
  readonly slug: string
  readonly title: Text
  readonly intro?: Text
  readonly fields: readonly Name[]
}

export interface Form<F extends Fields = Fields> {
  readonly fields: F
  readonly pages: readonly FormPage<Extract<keyof F, string>>[]
}

/** A form; without `pages`, each question has a page of its own. */
export function form<F extends Fields>(
  fields: F,
  pages?: readonly FormPage<Extract<keyof F, string>>[],
): Form<F> {
  const names = Object.keys(fields) as Extract<keyof F, string>[]
  return {
    fields,
    pages:
      pages ??
      names.map((name) => ({
        slug: name,
        title: fields[name]?.label ?? { ar: name, en: name },
        fields: [name],
      })),
  }
}

export const noForm: Form<Record<never, never>> = { fields: {}, pages: [] }
