import { z } from 'zod'

const text = z.string().min(1).max(1000)
export const done = z.object({ facts: z.record(z.string().max(100), z.string().max(1000)).optional() })
export const refused = z.object({
  code: z.string().min(1).max(100),
  because: z.object({ ar: text, en: text }),
})

/** What an outside system may say when it calls back. */
export const lateAnswer = z.discriminatedUnion('kind', [
  done.extend({ kind: z.literal('done') }),
  refused.extend({ kind: z.literal('refused') }),
])
export type LateAnswer = z.infer<typeof lateAnswer>
