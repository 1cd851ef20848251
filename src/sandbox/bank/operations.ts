import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import { behaviourOf } from '#sandbox/bank/account.ts'
import { onlySigned } from '#sandbox/signature.ts'

const asked = z.object({
  key: z.string(),
  data: z.object({ iban: z.string() }),
  callback: z.object({ url: z.url(), token: z.string() }),
})

const refusal = {
  code: 'iban-not-theirs',
  because: {
    ar: 'يقول المصرف إن هذا الحساب ليس باسمك. أدخل آيبان حساب باسمك.',
    en: 'The bank says that this account is not in your name. Enter the IBAN of an account of yours.',
  },
}

/**
 * What the platform may ask the bank: `iban-ownership`. Most accounts are answered at once, one that
 * ends in 7 by a call back, one that ends in 0 is refused.
 */
export function operationRoutes(
  app: FastifyInstance,
  bank: {
    readonly secret: string
    readonly now: () => Date
    callBackAfter: number
    later(work: () => void, ms: number): void
  },
): void {
  onlySigned(app, bank.secret, bank.now)
  app.post<{ Body: string; Params: { operation: string } }>(
    '/operations/:operation',
    (request, reply: FastifyReply) => {
      if (request.params.operation !== 'iban-ownership')
        return reply.code(404).send({ error: 'no such operation' })
      const { data, callback } = asked.parse(JSON.parse(request.body))
      const behaviour = behaviourOf(data.iban)
      if (behaviour === 'refuses') return reply.code(422).send(refusal)
      if (behaviour === 'at-once') return reply.send({ facts: { holder: 'confirmed' } })
      bank.later(() => void callBack(callback), bank.callBackAfter)
      return reply.code(202).send()
    },
  )
}

/** Once: when nobody hears it, the step's deadline ends the wait. */
async function callBack({ url, token }: { url: string; token: string }): Promise<void> {
  const answer = { kind: 'done', facts: { holder: 'confirmed' } }
  await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token, answer }),
    signal: AbortSignal.timeout(10_000),
  }).catch(() => undefined)
}
