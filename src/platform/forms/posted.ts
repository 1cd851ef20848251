import type { Form } from './field.ts'

const mostNames = 300
const mostValues = 100
const segment = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/

/**
 * What a browser posted, as a program would have sent it: `born.year=2004` becomes `{ born: { year } }`.
 * Left out is whatever is not `name` or `name.part`, comes after 300 names, or in a list after 100 values.
 * @param form keeps its names alone, so that the channel's own inputs (a CSRF token) are not taken for answers
 */
export function decodePosted(
  body: Readonly<Record<string, string | readonly string[]>>,
  form?: Pick<Form, 'fields'>,
): Record<string, unknown> {
  const whole = new Map<string, unknown>()
  const parted = new Map<string, Map<string, unknown>>()
  for (const [key, posted] of Object.entries(body).slice(0, mostNames)) {
    const [name = '', part, ...deeper] = key.split('.')
    if (!segment.test(name) || deeper.length > 0) continue
    if (form && !Object.hasOwn(form.fields, name)) continue
    // Whoever posts JSON to a page may post anything.
    if (typeof posted !== 'string' && !Array.isArray(posted)) continue
    const value = typeof posted === 'string' ? posted : posted.slice(0, mostValues)
    if (part === undefined) {
      whole.set(name, value)
    } else if (segment.test(part)) {
      const parts = parted.get(name) ?? new Map<string, unknown>()
      parted.set(name, parts.set(part, value))
    }
  }
  for (const [name, parts] of parted) whole.set(name, Object.fromEntries(parts))
  // `fromEntries` defines own properties only, so no name reaches a prototype.
  return Object.fromEntries(whole)
}
