import { err, ok, type Result } from '#kernel/result.ts'
import type { Text } from '#kernel/text.ts'
import type { Value } from '#platform/catalogue/value.ts'
import type { Field, JsonSchema, Option, ParseContext } from '../field.ts'

/** What every field says of itself. */
export interface FieldOptions {
  readonly label: Text
  readonly hint?: Text
  readonly optional?: boolean
}

/** The type of an answer: an optional question may stay unanswered. */
export type Answer<T, O extends FieldOptions> = O extends { readonly optional: true } ? T | undefined : T

interface Making<T> {
  readonly kind: string
  /** Said when nothing was entered. */
  readonly missing: Text
  readonly schema: JsonSchema
  readonly parts?: readonly string[]
  readonly options?: readonly Option[] | 'subject'
  readonly control?: NonNullable<Field['control']>
  /** Reads what is not blank. */
  read(raw: unknown, context: ParseContext): Result<T, Text>
  show(value: T, context: { readonly options?: readonly Option[] }): Value
}

/** Makes a field from its reading: blank input is settled here, once for every kind. */
export function makeField<T, const O extends FieldOptions>(
  options: O,
  making: Making<T>,
): Field<Answer<T, O>> {
  const { label, hint, optional = false } = options
  const { missing, schema, read, show, ...rest } = making
  const field: Field<T | undefined> = {
    ...rest,
    label,
    ...(hint && { hint }),
    optional,
    parse: (raw, context) => {
      if (!isBlank(raw)) return read(raw, context)
      return optional ? ok(undefined) : err(missing)
    },
    show: (value, context) => (value === undefined ? { kind: 'none' } : show(value, context)),
    schema: { title: label.en, ...(hint && { description: hint.en }), ...schema },
  }
  // `undefined` comes out of `parse` only where `optional` is true, which is what Answer says.
  return field as Field<Answer<T, O>>
}

/** A field that is one line of input, read by a parser of the kernel. */
export function lineField<T, const O extends FieldOptions>(
  options: O,
  making: Omit<Making<T>, 'read' | 'missing'> & { readonly parse: (input: string) => Result<T, Text> },
): Field<Answer<T, O>> {
  const { parse, ...rest } = making
  const empty = parse('')
  if (empty.ok) throw new Error(`${making.kind} takes nothing for an answer`)
  return makeField<T, O>(options, {
    ...rest,
    missing: empty.error,
    read: (raw) => {
      const line = lineOf(raw)
      return line === undefined ? err(oneLine) : parse(line)
    },
  })
}

/** Text or a number as text; nothing else is a line. */
export function lineOf(raw: unknown): string | undefined {
  if (typeof raw === 'string') return raw
  return typeof raw === 'number' && Number.isFinite(raw) ? String(raw) : undefined
}

/** What an object of parts says by name, without its inherited names. */
export function partOf(raw: unknown, name: string): string {
  if (typeof raw !== 'object' || raw === null || !Object.hasOwn(raw, name)) return ''
  return lineOf((raw as Record<string, unknown>)[name])?.trim() ?? ''
}

export const oneLine: Text = { ar: 'أدخل قيمة واحدة في هذا الحقل', en: 'Enter one value here' }

function isBlank(raw: unknown): boolean {
  if (raw === undefined || raw === null) return true
  if (typeof raw === 'string') return raw.trim() === ''
  if (Array.isArray(raw)) return raw.every(isBlank)
  if (typeof raw !== 'object') return false
  // A chosen calendar alone is no date.
  return Object.entries(raw).every(([name, part]) => name === 'calendar' || isBlank(part))
}
