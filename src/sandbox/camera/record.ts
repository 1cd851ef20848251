import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Clock } from '#kernel/clock.ts'
import { parsePersonNumber } from '#kernel/person-number.ts'
import { formatPlate, parsePlate } from '#kernel/plate.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import type { Text } from '#kernel/text.ts'
import { offences, words } from '#sandbox/camera/words.ts'
import type { PartnerApi } from '#sandbox/partner-client.ts'
import { report } from '#sandbox/report.ts'

/** What somebody typed at the camera. */
export const posted = z.object({
  id: z
    .string()
    .max(64)
    .default(() => randomUUID()),
  whom: z.string().max(50).default(''),
  what: z.enum(Object.keys(offences) as [keyof typeof offences]).catch('speeding'),
  speed: z.string().max(5).default(''),
  limit: z.string().max(5).default(''),
  where: z.string().max(200).default(''),
})
export type Posted = z.infer<typeof posted>

/** The sighting as the partners' API takes it, or what is wrong by field. */
export function sighting(
  typed: Posted,
  clock: Clock,
): Result<Readonly<Record<string, unknown>>, Readonly<Partial<Record<keyof Posted, Text>>>> {
  const plate = parsePlate(typed.whom)
  const person = parsePersonNumber(typed.whom)
  const speeding = typed.what === 'speeding'
  const errors: Partial<Record<keyof Posted, Text>> = {}
  if (!plate.ok && !person.ok) errors.whom = /^\D*\d{5,}\D*$/.test(typed.whom) ? person.error : plate.error
  if (speeding && !isSpeed(typed.speed)) errors.speed = words.speedNumber
  if (speeding && !isSpeed(typed.limit)) errors.limit = words.speedNumber
  if (Object.keys(errors).length > 0) return err(errors)
  return ok({
    reference: typed.id,
    ...(plate.ok ? { plate: formatPlate(plate.value, 'ar') } : person.ok && { person: person.value }),
    kind: typed.what,
    ...(speeding && { speed: Number(typed.speed), limit: Number(typed.limit) }),
    place: typed.where.trim() || words.road.ar,
    at: clock.now().toISOString(),
  })
}

const isSpeed = (text: string): boolean => /^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= 400

const recorded = z.object({ number: z.string(), amount: z.int().optional() })

/** Sends a sighting to the platform; the same `reference` again is the same sighting. */
export const record = (api: PartnerApi, sighting: Readonly<Record<string, unknown>>) =>
  report(api, '/partners/v1/violations', sighting, recorded)

export type Recorded = Awaited<ReturnType<typeof record>>
