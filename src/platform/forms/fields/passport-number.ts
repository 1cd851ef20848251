import { type PassportNumber, parsePassportNumber } from '#kernel/passport-number.ts'
import { v } from '#platform/catalogue/value.ts'
import type { Field } from '../field.ts'
import { type Answer, type FieldOptions, lineField } from './common.ts'

/** The number of a passport of any country; whether there is such a passport is the service's to find out. */
export const passportNumber = <const O extends FieldOptions>(options: O): Field<Answer<PassportNumber, O>> =>
  lineField<PassportNumber, O>(options, {
    kind: 'passportNumber',
    schema: { type: 'string', pattern: '^[A-Z0-9]{6,12}$' },
    control: { maxLength: 12, direction: 'ltr' },
    parse: parsePassportNumber,
    show: v.code,
  })
