import type { Form, JsonSchema } from './field.ts'

/** The JSON Schema of what a program sends for a form. */
export function formSchema(form: Pick<Form, 'fields'>): JsonSchema {
  const fields = Object.entries(form.fields)
  return {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(fields.map(([name, field]) => [name, field.schema])),
    required: fields.filter(([, field]) => !field.optional).map(([name]) => name),
  }
}
