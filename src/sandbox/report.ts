import { z } from 'zod'
import type { PartnerApi } from '#sandbox/partner-client.ts'

/** What came of something that a part told the platform. */
export type Reported<T> =
  | { readonly kind: 'taken'; readonly answer: T }
  | { readonly kind: 'refused'; readonly because: string }
  | { readonly kind: 'no-answer' }

const problem = z.object({
  title: z.string().optional(),
  detail: z.string().optional(),
  fields: z.record(z.string(), z.string()).optional(),
})

/** Tells the platform by the partners' API; a refusal in its own words, the field's before those of the whole. */
export async function report<T>(
  api: PartnerApi,
  path: string,
  told: Readonly<Record<string, unknown>>,
  shape: z.ZodType<T>,
): Promise<Reported<T>> {
  try {
    const { status, body } = await api.post(path, told)
    const good = shape.safeParse(body)
    if (status < 300 && good.success) return { kind: 'taken', answer: good.data }
    const said = problem.safeParse(body).data
    const field = Object.values(said?.fields ?? {})[0]
    return { kind: 'refused', because: field ?? said?.detail ?? said?.title ?? String(status) }
  } catch {
    return { kind: 'no-answer' }
  }
}
