import { type PersonKind, type PersonNumber, parsePersonNumber, personKind } from '#kernel/person-number.ts'
import { err } from '#kernel/result.ts'
import type { Text } from '#kernel/text.ts'
import { v } from '#platform/catalogue/value.ts'
import type { Field } from '../field.ts'
import { type Answer, type FieldOptions, lineField } from './common.ts'

export interface PersonNumberOptions extends FieldOptions {
  /** Whose numbers fit; everybody's when absent. */
  readonly kinds?: readonly PersonKind[]
}

/** The number of a person: ID, iqama or border number. Whether such a person exists is the service's to find out. */
export function personNumber<const O extends PersonNumberOptions>(
  options: O,
): Field<Answer<PersonNumber, O>> {
  const { kinds } = options
  return lineField<PersonNumber, O>(options, {
    kind: 'personNumber',
    schema: { type: 'string', pattern: '^[123]\\d{9}$' },
    control: { inputmode: 'numeric', maxLength: 10, direction: 'ltr' },
    parse: (input) => {
      const parsed = parsePersonNumber(input)
      return parsed.ok && kinds && !kinds.includes(personKind(parsed.value)) ? err(onlyOf(kinds)) : parsed
    },
    show: v.code,
  })
}

const names: Readonly<Record<PersonKind, Text>> = {
  citizen: { ar: 'هوية وطنية يبدأ بـ 1', en: 'a national ID, which begins with 1' },
  resident: { ar: 'إقامة يبدأ بـ 2', en: 'an iqama, which begins with 2' },
  visitor: { ar: 'حدود يبدأ بـ 3', en: 'a border number, which begins with 3' },
}

const onlyOf = (kinds: readonly PersonKind[]): Text => ({
  ar: `أدخل رقم ${kinds.map((kind) => names[kind].ar).join(' أو رقم ')}`,
  en: `Enter ${kinds.map((kind) => names[kind].en).join(', or ')}`,
})
