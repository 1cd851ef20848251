import type { Locale, Text } from '#kernel/text.ts'
import type { Field, Option } from '#platform/forms/field.ts'

export interface FieldControlProps {
  /** The name that is posted; a part of it is posted as `name.part`. */
  readonly name: string
  readonly field: Field
  /** As it was posted, or the parsed answer. */
  readonly value?: unknown
  readonly error?: Text | undefined
  /** Of the field when it has its own; of the subject when the service loaded them. */
  readonly options?: readonly Option[] | undefined
  readonly locale: Locale
  /** The only question of its page: the label is the page's heading. */
  readonly heading?: boolean
}

/** Where a link of the error summary leads: the first input of the field. */
export const inputId = (name: string): string => `f-${name.replace(/[^\w-]/g, '-')}`

/** The posted name of one part of a field. */
export const partName = (name: string, part: string): string => `${name}.${part}`

/** A value as the text of an input. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'bigint' ? String(value) : ''
}

/** One part of a value that has several. */
export function partOf(value: unknown, part: string): string {
  if (typeof value !== 'object' || value === null || !(part in value)) return ''
  return textOf((value as Readonly<Record<string, unknown>>)[part])
}

/** A setting of the control when it is of the kind that is asked for. */
export function settingOf(field: Field, name: string): string | undefined {
  const value = field.control?.[name]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}
