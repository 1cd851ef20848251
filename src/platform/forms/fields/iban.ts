import { formatIban, type Iban, parseIban } from '#kernel/iban.ts'
import { v } from '#platform/catalogue/value.ts'
import type { Field } from '../field.ts'
import { type Answer, type FieldOptions, lineField } from './common.ts'

/** A Saudi bank account; a wrong check number is refused. */
export const iban = <const O extends FieldOptions>(options: O): Field<Answer<Iban, O>> =>
  lineField<Iban, O>(options, {
    kind: 'iban',
    schema: { type: 'string', pattern: '^SA\\d{4}[0-9A-Z]{18}$' },
    control: { maxLength: 29, direction: 'ltr' },
    parse: parseIban,
    show: (value) => v.code(formatIban(value)),
  })
