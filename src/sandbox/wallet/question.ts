import { createHash } from 'node:crypto'
import { SDJwtInstance } from '@sd-jwt/core'
import { decodeProtectedHeader, importX509, jwtVerify, SignJWT } from 'jose'
import { z } from 'zod'
import { err, ok, type Result } from '#kernel/result.ts'
import type { Text } from '#kernel/text.ts'
import type { Surroundings } from '#sandbox/part.ts'
import type { WalletKey } from './keys.ts'
import { type Held, hasher, json, reach } from './take.ts'

const requestShape = z.looseObject({
  client_id: z.string(),
  response_uri: z.string(),
  nonce: z.string(),
  state: z.string(),
  purpose: z.object({ ar: z.string(), en: z.string() }).optional(),
  client_metadata: z.looseObject({ client_name: z.string(), 'client_name#ar': z.string().optional() }),
  dcql_query: z.object({
    credentials: z
      .array(
        z.looseObject({
          id: z.string(),
          meta: z.object({ vct_values: z.array(z.string()).min(1) }),
          claims: z.array(z.object({ path: z.array(z.string()).length(1) })),
        }),
      )
      .length(1),
  }),
})

/** A question as a person reads it. */
export interface Question {
  readonly link: string
  readonly who: Text
  readonly why: Text | undefined
  readonly type: string
  readonly names: readonly string[]
  readonly answerTo: {
    readonly uri: string
    readonly audience: string
    readonly nonce: string
    readonly id: string
  }
}

/** Reads a question: signed with the certificate whose hash is the asker's name (OpenID4VP 1.0, x509_hash). */
export async function readQuestion(
  world: Pick<Surroundings, 'portal' | 'portalApi' | 'clock'>,
  link: string,
): Promise<Question | undefined> {
  const params = URL.canParse(link.trim()) ? new URL(link.trim()).searchParams : new URLSearchParams()
  const uri = params.get('request_uri') ?? ''
  if (!uri.startsWith(`${world.portal}/`)) return undefined
  const answer = await fetch(reach(world, uri), { signal: AbortSignal.timeout(10_000) })
  if (!answer.ok) return undefined
  const signed = await answer.text()
  const [certificate = ''] = decodeProtectedHeader(signed).x5c ?? []
  const hash = createHash('sha256').update(Buffer.from(certificate, 'base64')).digest('base64url')
  if (params.get('client_id') !== `x509_hash:${hash}`) return undefined
  const key = await importX509(
    `-----BEGIN CERTIFICATE-----\n${certificate}\n-----END CERTIFICATE-----`,
    'ES256',
  )
  const { payload } = await jwtVerify(signed, key, {
    typ: 'oauth-authz-req+jwt',
    currentDate: world.clock.now(),
  })
  const read = requestShape.safeParse(payload)
  const [asked] = read.data?.dcql_query.credentials ?? []
  if (!read.success || !asked) return undefined
  const { client_metadata: by, purpose, response_uri, client_id, nonce } = read.data
  return {
    link,
    who: { ar: by['client_name#ar'] ?? by.client_name, en: by.client_name },
    why: purpose,
    type: asked.meta.vct_values[0] ?? '',
    names: asked.claims.flatMap((claim) => claim.path),
    answerTo: { uri: response_uri, audience: client_id, nonce, id: asked.id },
  }
}

/** Shows just what was asked, signed by the wallet's own key. The error is what the platform said. */
export async function answerQuestion(
  world: Pick<Surroundings, 'portal' | 'portalApi' | 'clock'>,
  holder: WalletKey,
  question: Question,
  held: Held,
): Promise<Result<void, string>> {
  const { uri, audience, nonce, id } = question.answerTo
  const instance = new SDJwtInstance({
    hasher,
    hashAlg: 'sha-256',
    kbSignAlg: 'ES256',
    kbSigner: async (data) => {
      const part = (at: number) => JSON.parse(Buffer.from(data.split('.')[at] ?? '', 'base64url').toString())
      const signed = await new SignJWT(part(1)).setProtectedHeader(part(0)).sign(holder.privateKey)
      return signed.split('.')[2] ?? ''
    },
  })
  const frame = Object.fromEntries(question.names.map((name) => [name, true]))
  const iat = Math.floor(world.clock.now().getTime() / 1000)
  const shown = await instance.present(held.credential, frame, {
    kb: { payload: { iat, aud: audience, nonce } },
  })
  const body = new URLSearchParams({ vp_token: JSON.stringify({ [id]: [shown] }) })
  const sent = await json(world, uri, z.unknown(), { body })
  return sent.ok ? ok(undefined) : err(sent.error)
}

export const refuseQuestion = (
  world: Pick<Surroundings, 'portal' | 'portalApi'>,
  question: Question,
): Promise<unknown> =>
  json(world, question.answerTo.uri, z.unknown(), { body: new URLSearchParams({ error: 'access_denied' }) })
