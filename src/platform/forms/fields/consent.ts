import { err, ok } from '#kernel/result.ts'
import type { Text } from '#kernel/text.ts'
import { v } from '#platform/catalogue/value.ts'
import type { Field } from '../field.ts'
import { makeField } from './common.ts'

/** A statement that must be agreed to before going on. */
export function consent(options: { readonly label: Text; readonly hint?: Text }): Field<true> {
  return makeField<true, { readonly label: Text; readonly hint?: Text }>(options, {
    kind: 'consent',
    missing: agree,
    schema: { type: 'boolean', const: true },
    read: (raw) => (raw === true || raw === 'yes' || raw === 'true' || raw === 'on' ? ok(true) : err(agree)),
    show: v.yesNo,
  })
}

const agree: Text = {
  ar: 'اقرأ الإقرار وضع علامة أمامه حتى تتابع',
  en: 'Read the statement and tick it to go on',
}
