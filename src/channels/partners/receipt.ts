import { z } from 'zod'

/** A partner's own number of what it asks; the same again is the same ask. */
export const receipt = z
  .string()
  .regex(/^[\x21-\x7e]{1,100}$/)
  .meta({ description: 'Your number of this operation.' })
