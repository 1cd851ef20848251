import { formatNumber, plural } from '#kernel/format.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import type { Text } from '#kernel/text.ts'
import { v } from '#platform/catalogue/value.ts'
import type { Field } from '../field.ts'
import { type Answer, type FieldOptions, makeField, oneLine } from './common.ts'

export interface TextOptions extends FieldOptions {
  /** Fewest characters; 1 when absent. */
  readonly min?: number
  /** Most characters; 200, or 2,000 on several lines. */
  readonly max?: number
  readonly multiline?: boolean
  /** An HTML autocomplete token: `given-name`. */
  readonly autocomplete?: string
}

/** Words in the person's own language. */
export function text<const O extends TextOptions>(options: O): Field<Answer<string, O>> {
  const { min = 1, multiline = false, max = multiline ? 2000 : 200, autocomplete } = options
  return makeField<string, O>(options, {
    kind: 'text',
    missing: { ar: `أدخل ${options.label.ar}`, en: `Enter: ${options.label.en}` },
    schema: { type: 'string', minLength: min, maxLength: max },
    control: { minLength: min, maxLength: max, multiline, ...(autocomplete && { autocomplete }) },
    read: (raw) => (typeof raw === 'string' ? readText(raw, { min, max, multiline }) : err(oneLine)),
    show: v.plain,
  })
}

function readText(
  raw: string,
  { min, max, multiline }: { readonly min: number; readonly max: number; readonly multiline: boolean },
): Result<string, Text> {
  const written = cleaned(raw, multiline)
  const length = [...written].length
  if (length < min)
    return err({ ar: `اكتب ${letters(min).ar} على الأقل`, en: `Write at least ${letters(min).en}` })
  if (length > max) {
    return err({
      ar: `اختصر إلى ${letters(max).ar}: كتبت ${formatNumber(length, 'ar')}`,
      en: `Shorten it to ${letters(max).en}: you wrote ${formatNumber(length, 'en')}`,
    })
  }
  return ok(written)
}

/** Without control characters and direction overrides, which can make a text look like another one. */
function cleaned(raw: string, multiline: boolean): string {
  const lines = raw
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, (character) =>
      character === '\n' || character === '\t' ? character : '',
    )
  return (multiline ? lines : lines.replace(/\s+/g, ' ')).trim()
}

const letters = (n: number): Text => ({
  ar: plural('ar', n, { one: 'حرف واحد', two: 'حرفين', few: '{n} أحرف', many: '{n} حرفًا', other: '{n} حرف' }),
  en: plural('en', n, { one: '{n} character', other: '{n} characters' }),
})
