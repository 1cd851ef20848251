import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Clock } from '#kernel/clock.ts'
import { parsePersonNumber } from '#kernel/person-number.ts'
import { ok, type Result } from '#kernel/result.ts'
import type { Text } from '#kernel/text.ts'
import { directions, ports } from '#sandbox/gate/words.ts'
import type { PartnerApi } from '#sandbox/partner-client.ts'

/** What somebody typed at the gate. */
export const posted = z.object({
  id: z
    .string()
    .max(64)
    .default(() => randomUUID()),
  person: z.string().max(50).default(''),
  // A constant record's keys, as a tuple of at least one.
  direction: z.enum(Object.keys(directions) as [keyof typeof directions]).catch('exit'),
  port: z.enum(Object.keys(ports) as [keyof typeof ports]).catch('RUH'),
})
export type Posted = z.infer<typeof posted>

/** The crossing as the partners' API takes it, or what is wrong with the number. */
export function crossing(typed: Posted, clock: Clock): Result<Readonly<Record<string, unknown>>, Text> {
  const person = parsePersonNumber(typed.person)
  if (!person.ok) return person
  return ok({
    reference: typed.id,
    person: person.value,
    direction: typed.direction,
    port: typed.port,
    at: clock.now().toISOString(),
  })
}

const answered = z.object({ known: z.boolean() })
const problem = z.object({
  title: z.string().optional(),
  detail: z.string().optional(),
  fields: z.record(z.string(), z.string()).optional(),
})

export type Reported =
  | { readonly kind: 'recorded'; readonly known: boolean }
  | { readonly kind: 'refused'; readonly because: string }
  | { readonly kind: 'no-answer' }

/** Sends a crossing to the platform; the same `reference` again is the same crossing. */
export async function report(api: PartnerApi, it: Readonly<Record<string, unknown>>): Promise<Reported> {
  try {
    const { status, body } = await api.post('/partners/v1/border-crossings', it)
    const good = answered.safeParse(body)
    if (status < 300 && good.success) return { kind: 'recorded', known: good.data.known }
    const said = problem.safeParse(body).data
    const field = Object.values(said?.fields ?? {})[0]
    return { kind: 'refused', because: field ?? said?.detail ?? said?.title ?? String(status) }
  } catch {
    return { kind: 'no-answer' }
  }
}
