import { err, ok } from '#kernel/result.ts'
import type { Text } from '#kernel/text.ts'
import { type Value, v } from '#platform/catalogue/value.ts'
import type { Field, Option, ParseContext } from '../field.ts'
import { type Answer, type FieldOptions, lineOf, makeField } from './common.ts'

export interface ChoiceOptions extends FieldOptions {
  /** Fixed, or `'subject'`: loaded from the subject's records by the service. */
  readonly options: readonly Option[] | 'subject'
}

/** The values that can come out: the fixed ones, by name, or any text. */
export type Chosen<O extends ChoiceOptions> = O['options'] extends readonly Option[]
  ? O['options'][number]['value']
  : string

/** One of several. */
export function choice<const O extends ChoiceOptions>(options: O): Field<Answer<Chosen<O>, O>> {
  const fixed = options.options
  return makeField<Chosen<O>, O>(options, {
    kind: 'choice',
    missing: chooseOne,
    options: fixed,
    schema: { type: 'string', ...(fixed !== 'subject' && { enum: fixed.map((one) => one.value) }) },
    read: (raw, context) => {
      const found = optionOf<O>(lineOf(raw), offered(fixed, context))
      return found === undefined ? err(chooseOne) : ok(found)
    },
    show: (value, context) => labelOf(value, offered(fixed, context)),
  })
}

/** The value, when it is one of those that were offered. */
export function optionOf<O extends ChoiceOptions>(
  value: string | undefined,
  options: readonly Option[],
): Chosen<O> | undefined {
  // The options are O's own, or those that the service loaded in their place.
  return options.find((one) => one.value === value)?.value as Chosen<O> | undefined
}

/** The options that stand to choose from: the fixed ones, or what the service loaded. */
export const offered = (
  fixed: readonly Option[] | 'subject',
  context: Pick<ParseContext, 'options'>,
): readonly Option[] => (fixed === 'subject' ? (context.options ?? []) : fixed)

export function labelOf(value: string, options: readonly Option[]): Value {
  const label = options.find((one) => one.value === value)?.label
  return label ? v.text(label) : v.plain(value)
}

const chooseOne: Text = { ar: 'اختر واحدًا من القائمة', en: 'Choose one from the list' }
