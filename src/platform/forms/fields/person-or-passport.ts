import { compact } from '#kernel/digits.ts'
import { type PassportNumber, parsePassportNumber } from '#kernel/passport-number.ts'
import { type PersonNumber, parsePersonNumber } from '#kernel/person-number.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import type { Text } from '#kernel/text.ts'
import { v } from '#platform/catalogue/value.ts'
import type { Field } from '../field.ts'
import { type Answer, type FieldOptions, lineField } from './common.ts'

export type PersonOrPassport =
  | { readonly kind: 'person'; readonly person: PersonNumber }
  | { readonly kind: 'passport'; readonly passport: PassportNumber }

/** A person's number or that of a passport, in one box: ten digits are the former. */
export function personOrPassport<const O extends FieldOptions>(
  options: O,
): Field<Answer<PersonOrPassport, O>> {
  return lineField<PersonOrPassport, O>(options, {
    kind: 'personOrPassport',
    schema: { type: 'string', pattern: '^[A-Z0-9]{6,12}$' },
    control: { maxLength: 12, direction: 'ltr' },
    parse,
    show: (value) => v.code(value.kind === 'person' ? value.person : value.passport),
  })
}

const neither: Text = {
  ar: 'اكتب رقم الهوية أو الإقامة من 10 أرقام، أو رقم الجواز من 6 إلى 12 خانة من الأرقام والحروف الإنجليزية',
  en: 'Enter an ID or iqama number of 10 digits, or a passport number of 6 to 12 Latin letters and digits',
}

function parse(input: string): Result<PersonOrPassport, Text> {
  const written = compact(input)
  if (written === '')
    return err({ ar: 'أدخل رقم الهوية أو الجواز', en: 'Enter the number of the ID or the passport' })
  if (/^\d{10}$/.test(written)) {
    const person = parsePersonNumber(written)
    return person.ok ? ok({ kind: 'person', person: person.value }) : person
  }
  const passport = parsePassportNumber(written)
  return passport.ok ? ok({ kind: 'passport', passport: passport.value }) : err(neither)
}
