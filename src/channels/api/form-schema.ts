import type { Text } from '#kernel/text.ts'
import type { Form, JsonSchema } from '#platform/forms/field.ts'
import { formSchema } from '#platform/forms/schema.ts'

/** What a program sends for a form, with its words: the labels in both languages, and those of the options. */
export function describedForm(form: Pick<Form, 'fields'>): JsonSchema {
  const entries = Object.entries(form.fields).map(([name, field]) => {
    const fixed = Array.isArray(field.options) ? field.options : undefined
    return [
      name,
      {
        ...(field.kind === 'file' ? fileHandle : field.schema),
        title: field.label.en,
        description: lines(
          both(field.label),
          field.hint && both(field.hint),
          field.options === 'subject' &&
            'Choose from `options` of the opening of the service for the subject.',
        ),
        'x-kind': field.kind,
        'x-label': field.label,
        ...(field.hint ? { 'x-hint': field.hint } : {}),
        ...(fixed ? { 'x-options': fixed } : {}),
      },
    ]
  })
  return { ...formSchema(form), properties: Object.fromEntries(entries) }
}

/** A file is uploaded first; its answer is the handle that came back. */
const fileHandle: JsonSchema = {
  type: 'object',
  required: ['file'],
  additionalProperties: false,
  properties: {
    file: { type: 'string', format: 'uuid', description: 'The id that `upload-file` answered.' },
  },
}

export const both = (text: Text): string => `${text.en} · ${text.ar}`

const lines = (...all: readonly (string | false | undefined)[]): string => all.filter(Boolean).join('\n\n')
