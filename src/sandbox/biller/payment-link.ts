import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'

/** A payment that the platform asked for. */
export const askedPayment = z.object({
  payment: z.uuid(),
  bill: z.string().max(50),
  /** Halalas. */
  amount: z.int().positive(),
  title: z.string().max(500),
  language: z.enum(['ar', 'en']),
  returnTo: z.url({ protocol: /^https?$/ }),
})
export type AskedPayment = z.infer<typeof askedPayment>

export const referenceOf = (payment: string): string => `SB-${payment}`
export const paymentOf = (reference: string): string => reference.replace(/^SB-/, '')

/**
 * The whole payment goes into its address, signed: a biller that was restarted knows every page that
 * it ever handed out.
 */
export function linkTo(origin: string, secret: string, asked: AskedPayment): string {
  const data = Buffer.from(JSON.stringify(asked)).toString('base64url')
  const query = new URLSearchParams({ data, seal: seal(secret, data), lang: asked.language })
  return `${origin}/biller/pay?${query}`
}

/** The payment of such an address; undefined when it was made up or changed. */
export function readLink(secret: string, data: unknown, given: unknown): AskedPayment | undefined {
  if (typeof data !== 'string' || typeof given !== 'string') return undefined
  const right = Buffer.from(seal(secret, data))
  const mark = Buffer.from(given)
  if (right.length !== mark.length || !timingSafeEqual(right, mark)) return undefined
  return askedPayment.parse(JSON.parse(Buffer.from(data, 'base64url').toString()))
}

const seal = (secret: string, data: string): string =>
  createHmac('sha256', secret).update(`payment-page.${data}`).digest('base64url')
