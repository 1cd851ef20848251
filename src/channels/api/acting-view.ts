import { z } from 'zod'
import { type ActingFor, delegated } from '#platform/authority/principal.ts'

/** For whom a session acts, and by what right at this moment. */
export const actingFor = z
  .object({
    kind: z.enum(['person', 'establishment']),
    establishment: z.string().optional(),
    right: z
      .enum(['owner', 'manager', 'my-business', 'signatory', 'sim-authentication', 'person', 'over'])
      .meta({ description: '`over`: it has ended; nothing more can be done.' }),
    powers: z
      .array(z.string())
      .optional()
      .meta({ description: 'One by one; an owner needs none. A service asks for the one that it names.' }),
  })
  .meta({ id: 'ActingFor' })

/** Never whose number a person has: their delegate knows them by name. */
export function presentActing(it: ActingFor): z.output<typeof actingFor> {
  const right = delegated(it)
  return {
    kind: it.kind,
    ...(it.kind === 'establishment' ? { establishment: it.establishment } : {}),
    right: it.right.as,
    ...(right ? { powers: [...right.powers] } : {}),
  }
}
