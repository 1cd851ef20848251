import { type Email, parseEmail } from '#kernel/email.ts'
import { v } from '#platform/catalogue/value.ts'
import type { Field } from '../field.ts'
import { type Answer, type FieldOptions, lineField } from './common.ts'

/** An e-mail address. */
export const email = <const O extends FieldOptions>(options: O): Field<Answer<Email, O>> =>
  lineField<Email, O>(options, {
    kind: 'email',
    schema: { type: 'string', format: 'email', maxLength: 254 },
    control: { type: 'email', inputmode: 'email', autocomplete: 'email', direction: 'ltr' },
    parse: parseEmail,
    show: v.code,
  })
