import type { Day } from '#kernel/day.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import type { Text } from '#kernel/text.ts'
import type { AnswersOf, Fields, Form, Option } from './field.ts'

export { decodePosted } from './posted.ts'
export { formSchema } from './schema.ts'

/** What is said of each field that needs another look, by its name. */
export type FieldErrors = Readonly<Record<string, Text>>

export interface ParseFormContext {
  readonly today: Day
  /** The options that a service loaded, by field. */
  readonly options: Readonly<Record<string, readonly Option[]>>
  /** Reads these fields alone, one page of the form, and passes over other names; otherwise they are errors. */
  readonly only?: readonly string[]
}

/** Reads what was posted or sent; every field that is wrong is in the error. With `only`, the answers are partial. */
export function parseForm<F extends Fields>(
  form: Form<F>,
  raw: Readonly<Record<string, unknown>>,
  context: ParseFormContext & { readonly only: readonly string[] },
): Result<Partial<AnswersOf<F>>, FieldErrors>
export function parseForm<F extends Fields>(
  form: Form<F>,
  raw: Readonly<Record<string, unknown>>,
  context: ParseFormContext,
): Result<AnswersOf<F>, FieldErrors>
export function parseForm<F extends Fields>(
  form: Form<F>,
  raw: Readonly<Record<string, unknown>>,
  { today, options, only }: ParseFormContext,
): Result<AnswersOf<F>, FieldErrors> {
  const answers = new Map<string, unknown>()
  const errors = new Map<string, Text>()
  for (const [name, field] of Object.entries(form.fields)) {
    if (only && !only.includes(name)) continue
    const loaded = options[name]
    const given = Object.hasOwn(raw, name) ? raw[name] : undefined
    const parsed = field.parse(given, { today, ...(loaded && { options: loaded }) })
    if (!parsed.ok) errors.set(name, parsed.error)
    else if (parsed.value !== undefined) answers.set(name, parsed.value)
  }
  if (!only) {
    for (const name of Object.keys(raw)) if (!Object.hasOwn(form.fields, name)) errors.set(name, noSuchField)
  }
  // Each answer came out of the field of its name.
  return errors.size > 0 ? err(Object.fromEntries(errors)) : ok(Object.fromEntries(answers) as AnswersOf<F>)
}

const noSuchField: Text = {
  ar: 'لا يوجد حقل بهذا الاسم. احذفه أو راجع اسمه في وصف الخدمة',
  en: 'There is no field of this name. Remove it, or check the name in the description of the service',
}
