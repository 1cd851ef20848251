import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { base, issuerOf } from '#platform/openid4vc/addresses.ts'
import { carry } from '#platform/openid4vc/carry.ts'
import { verifyDpop } from '#platform/openid4vc/dpop.ts'
import { newNonce } from '#platform/openid4vc/once.ts'
import { redeemOffer } from '#platform/openid4vc/redeem.ts'
import { refusal } from '#platform/openid4vc/refusal.ts'
import type { Platform } from '#platform/platform.ts'
import { sendRefusal } from './send-refusal.ts'

/** OpenID4VCI 1.0, section 8.2. */
const credentialRequest = z.looseObject({
  credential_configuration_id: z.string().max(100),
  proofs: z.object({ jwt: z.array(z.string().max(8192)).length(1) }),
})

/** A wallet takes a document: token, nonce, credential. */
export function issuing(app: FastifyInstance, platform: Platform): void {
  const { db, clock } = platform
  const proofOf = (request: FastifyRequest): string | undefined =>
    typeof request.headers.dpop === 'string' ? request.headers.dpop : undefined

  app.post(`${base}/token`, async (request, reply) => {
    const form = z.record(z.string(), z.string()).safeParse(request.body)
    if (!form.success) return sendRefusal(reply, refusal('invalid_request', 'each parameter once, as a form'))
    const url = `${issuerOf(platform)}/token`
    const key = await verifyDpop(db, { proof: proofOf(request), method: 'POST', url, at: clock.now() })
    if (!key.ok) return sendRefusal(reply, key.error)
    const granted = await redeemOffer(platform, form.data, key.value)
    if (!granted.ok) return sendRefusal(reply, granted.error)
    return reply.header('cache-control', 'no-store').send(granted.value)
  })

  app.post(`${base}/nonce`, async (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ c_nonce: await newNonce(db, clock.now()) }),
  )

  app.post(`${base}/credential`, async (request, reply) => {
    const token = /^DPoP ([\w-]{43})$/i.exec(request.headers.authorization ?? '')?.[1]
    if (!token) return sendRefusal(reply, refusal('invalid_token', 'Authorization: DPoP with the token'))
    const url = `${issuerOf(platform)}/credential`
    const at = clock.now()
    const key = await verifyDpop(db, { proof: proofOf(request), method: 'POST', url, token, at })
    if (!key.ok) return sendRefusal(reply, key.error)
    const asked = credentialRequest.safeParse(request.body)
    const [proof] = asked.data?.proofs.jwt ?? []
    if (!asked.success || proof === undefined)
      return sendRefusal(
        reply,
        refusal('invalid_credential_request', 'credential_configuration_id and one proof in proofs.jwt'),
      )
    const configuration = asked.data.credential_configuration_id
    const given = await carry(platform, { token, dpopKey: key.value, configuration, proof })
    if (!given.ok) return sendRefusal(reply, given.error)
    return reply
      .header('cache-control', 'no-store')
      .send({ credentials: [{ credential: given.value.credential }] })
  })
}
