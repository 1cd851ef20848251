import { type Mobile, parseMobile } from '#kernel/mobile.ts'
import { v } from '#platform/catalogue/value.ts'
import type { Field } from '../field.ts'
import { type Answer, type FieldOptions, lineField } from './common.ts'

/** A Saudi mobile number. */
export const mobile = <const O extends FieldOptions>(options: O): Field<Answer<Mobile, O>> =>
  lineField<Mobile, O>(options, {
    kind: 'mobile',
    schema: { type: 'string', examples: ['+966521234567'] },
    control: { type: 'tel', inputmode: 'tel', autocomplete: 'tel', direction: 'ltr' },
    parse: parseMobile,
    show: v.code,
  })
