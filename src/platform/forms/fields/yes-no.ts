import { err, ok } from '#kernel/result.ts'
import type { Text } from '#kernel/text.ts'
import { v } from '#platform/catalogue/value.ts'
import type { Field } from '../field.ts'
import { type Answer, type FieldOptions, makeField } from './common.ts'

/** A question with two answers; a browser posts `yes` or `no`. */
export function yesNo<const O extends FieldOptions>(options: O): Field<Answer<boolean, O>> {
  return makeField<boolean, O>(options, {
    kind: 'yesNo',
    missing: choose,
    schema: { type: 'boolean' },
    read: (raw) => {
      if (raw === true || raw === 'yes' || raw === 'true') return ok(true)
      if (raw === false || raw === 'no' || raw === 'false') return ok(false)
      return err(choose)
    },
    show: v.yesNo,
  })
}

const choose: Text = { ar: 'اختر نعم أو لا', en: 'Choose yes or no' }
