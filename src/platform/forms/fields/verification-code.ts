import { compact } from '#kernel/digits.ts'
import { err, ok } from '#kernel/result.ts'
import { v } from '#platform/catalogue/value.ts'
import type { Field } from '../field.ts'
import { type Answer, type FieldOptions, lineField } from './common.ts'

/** The six characters that stand beside a document’s number. */
export const verificationCode = <const O extends FieldOptions>(options: O): Field<Answer<string, O>> =>
  lineField<string, O>(options, {
    kind: 'reference',
    schema: { type: 'string', pattern: '^[0-9A-Z]{6}$' },
    control: { maxLength: 12, direction: 'ltr' },
    parse: (input) => {
      const written = compact(input).toUpperCase()
      return /^[0-9A-Z]{6}$/.test(written) ? ok(written) : err(sixCharacters)
    },
    show: v.code,
  })

const sixCharacters = {
  ar: 'اكتب رمز التحقق: ستة أحرف وأرقام بجانب الرقم',
  en: 'Write the verification code: six letters and digits beside the number',
}
