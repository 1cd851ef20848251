import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Clock } from '#kernel/clock.ts'
import { parsePersonNumber } from '#kernel/person-number.ts'
import { ok, type Result } from '#kernel/result.ts'
import type { Text } from '#kernel/text.ts'
import { directions, ports } from '#sandbox/gate/words.ts'
import type { PartnerApi } from '#sandbox/partner-client.ts'
import { report } from '#sandbox/report.ts'

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

/** Sends a crossing to the platform; the same `reference` again is the same crossing. */
export const reportCrossing = (api: PartnerApi, it: Readonly<Record<string, unknown>>) =>
  report(api, '/partners/v1/border-crossings', it, answered)

export type CrossingReported = Awaited<ReturnType<typeof reportCrossing>>
