import { err, ok } from '#kernel/result.ts'
import type { Text } from '#kernel/text.ts'
import { v } from '#platform/catalogue/value.ts'
import type { Field } from '../field.ts'
import { type Answer, type FieldOptions, lineOf, makeField } from './common.ts'

/** A moment as programs write it: ISO 8601 with its offset, '2026-11-23T11:00:00+03:00'. Comes out in UTC. */
export const instant = <const O extends FieldOptions>(options: O): Field<Answer<string, O>> =>
  makeField<string, O>(options, {
    kind: 'instant',
    missing: likeThis,
    schema: { type: 'string', format: 'date-time' },
    control: { direction: 'ltr' },
    read: (raw) => {
      const written = lineOf(raw)?.trim() ?? ''
      const at = Date.parse(written)
      const whole = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})$/.test(written)
      return whole && Number.isFinite(at) ? ok(new Date(at).toISOString()) : err(likeThis)
    },
    show: (value) => v.instant(new Date(value)),
  })

const likeThis: Text = {
  ar: 'اكتب الوقت هكذا: 2026-11-23T11:00:00+03:00',
  en: 'Write the time like this: 2026-11-23T11:00:00+03:00',
}
