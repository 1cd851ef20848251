import { parseReference, type Reference } from '#kernel/reference.ts'
import { v } from '#platform/catalogue/value.ts'
import type { Field } from '../field.ts'
import { type Answer, type FieldOptions, lineField } from './common.ts'

/** A reference as it was printed or read out; a character that is wrong is said at once, by its check. */
export const reference = <const O extends FieldOptions>(options: O): Field<Answer<Reference, O>> =>
  lineField<Reference, O>(options, {
    kind: 'reference',
    schema: { type: 'string', maxLength: 24 },
    control: { maxLength: 24, direction: 'ltr' },
    parse: parseReference,
    show: v.code,
  })
