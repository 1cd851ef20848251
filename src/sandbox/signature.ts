import { createHmac, timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/** The header that signs a message between the platform and its biller or bank: `t=<second>,v1=<hex>`. */
export const signatureHeader = 'diwan-signature'

const tolerance = 300

const mac = (secret: string, second: number, body: string): string =>
  createHmac('sha256', secret).update(`${second}.${body}`).digest('hex')

/** HMAC-SHA256 over the second of sending, a dot and the body. */
export function sign(secret: string, body: string, at: Date): string {
  const second = Math.floor(at.getTime() / 1000)
  return `t=${second},v1=${mac(secret, second, body)}`
}

function isSigned(secret: string, body: string, header: unknown, now: Date): boolean {
  const [, second = '0', given] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(header)) ?? []
  if (given === undefined) return false
  const right = timingSafeEqual(Buffer.from(mac(secret, Number(second), body)), Buffer.from(given))
  return right && Math.abs(now.getTime() / 1000 - Number(second)) <= tolerance
}

/** Has the routes of a scope get JSON as the text that was signed, and answers 401 to what is not. */
export function onlySigned(app: FastifyInstance, secret: string, now: () => Date): void {
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) =>
    done(null, body),
  )
  app.addHook('preHandler', async (request: FastifyRequest, reply: FastifyReply) => {
    const body = typeof request.body === 'string' ? request.body : ''
    if (!isSigned(secret, body, request.headers[signatureHeader], now()))
      await reply.code(401).send({ error: 'the signature is wrong or too old' })
  })
}
