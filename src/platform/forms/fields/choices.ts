import { err, ok } from '#kernel/result.ts'
import type { Text } from '#kernel/text.ts'
import { inOneLine, v } from '#platform/catalogue/value.ts'
import type { Field } from '../field.ts'
import { type ChoiceOptions, type Chosen, offered, optionOf } from './choice.ts'
import { type Answer, lineOf, makeField } from './common.ts'

/** Several of several: a JSON list, or the values of a form's ticked boxes. */
export function choices<const O extends ChoiceOptions>(options: O): Field<Answer<readonly Chosen<O>[], O>> {
  const fixed = options.options
  return makeField<readonly Chosen<O>[], O>(options, {
    kind: 'choices',
    missing: chooseSome,
    options: fixed,
    schema: {
      type: 'array',
      minItems: options.optional ? 0 : 1,
      uniqueItems: true,
      items: { type: 'string', ...(fixed !== 'subject' && { enum: fixed.map((one) => one.value) }) },
    },
    read: (raw, context) => {
      const from = offered(fixed, context)
      const chosen = new Set<Chosen<O>>()
      for (const one of Array.isArray(raw) ? raw : [raw]) {
        const value = optionOf<O>(lineOf(one), from)
        if (value === undefined) return err(chooseSome)
        chosen.add(value)
      }
      return ok([...chosen])
    },
    show: (values, context) => {
      const labels = values.map(
        (value) =>
          offered(fixed, context).find((one) => one.value === value)?.label ?? { ar: value, en: value },
      )
      return v.text(inOneLine(labels))
    },
  })
}

const chooseSome: Text = { ar: 'اختر واحدًا أو أكثر من القائمة', en: 'Choose one or more from the list' }
