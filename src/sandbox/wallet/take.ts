import { createHash } from 'node:crypto'
import { SDJwtInstance } from '@sd-jwt/core'
import { SignJWT } from 'jose'
import { z } from 'zod'
import { err, ok, type Result } from '#kernel/result.ts'
import type { Text } from '#kernel/text.ts'
import type { Surroundings } from '#sandbox/part.ts'
import { dpopProof, type WalletKey } from './keys.ts'

/** A document in this wallet. */
export interface Held {
  readonly type: string
  readonly title: Text
  /** The SD-JWT with all its disclosures. */
  readonly credential: string
  readonly claims: Readonly<Record<string, unknown>>
}

const grant = 'urn:ietf:params:oauth:grant-type:pre-authorized_code'
const offerShape = z.object({
  credential_issuer: z.string(),
  credential_configuration_ids: z.array(z.string()).min(1),
  grants: z.object({ [grant]: z.object({ 'pre-authorized_code': z.string() }) }),
})
const metadataShape = z.object({
  credential_endpoint: z.string(),
  nonce_endpoint: z.string(),
  credential_configurations_supported: z.record(
    z.string(),
    z.object({
      vct: z.string(),
      credential_metadata: z.object({ display: z.array(z.object({ name: z.string(), locale: z.string() })) }),
    }),
  ),
})
const refusalShape = z.object({ error: z.string(), error_description: z.string().optional() })

export const hasher = (data: string | ArrayBuffer, algorithm: string): Uint8Array =>
  createHash(algorithm.replace('-', ''))
    .update(typeof data === 'string' ? data : new Uint8Array(data))
    .digest()

/** The platform's address as this machine reaches it. */
export const reach = (
  { portal, portalApi }: Pick<Surroundings, 'portal' | 'portalApi'>,
  url: string,
): string => (url.startsWith(portal) ? portalApi + url.slice(portal.length) : url)

/** Takes what an offer offers (OpenID4VCI 1.0, pre-authorised). The error is what the platform said. */
export async function takeOffer(
  world: Pick<Surroundings, 'portal' | 'portalApi' | 'clock'>,
  keys: { readonly holder: WalletKey; readonly dpop: WalletKey },
  { link, code }: { readonly link: string; readonly code: string },
): Promise<Result<Held, string>> {
  const offer = readOffer(link)
  if (!offer?.credential_issuer.startsWith(`${world.portal}/`)) return err('')
  const issuer = offer.credential_issuer
  const [configuration = ''] = offer.credential_configuration_ids
  const at = world.clock.now()
  const place = new URL(issuer)
  const metadata = await json(
    world,
    `${place.origin}/.well-known/openid-credential-issuer${place.pathname}`,
    metadataShape,
  )
  if (!metadata.ok) return metadata
  const kind = metadata.value.credential_configurations_supported[configuration]
  if (!kind) return err(configuration)

  const token = await json(world, `${issuer}/token`, z.object({ access_token: z.string() }), {
    body: new URLSearchParams({
      grant_type: grant,
      'pre-authorized_code': offer.grants[grant]['pre-authorized_code'],
      tx_code: code,
    }),
    headers: { dpop: await dpopProof(keys.dpop, { url: `${issuer}/token`, at }) },
  })
  if (!token.ok) return token
  const nonce = await json(world, metadata.value.nonce_endpoint, z.object({ c_nonce: z.string() }), {})
  if (!nonce.ok) return nonce
  const proof = await new SignJWT({ nonce: nonce.value.c_nonce })
    .setProtectedHeader({ typ: 'openid4vci-proof+jwt', alg: 'ES256', jwk: keys.holder.jwk })
    .setAudience(issuer)
    .setIssuedAt(at)
    .sign(keys.holder.privateKey)
  const url = metadata.value.credential_endpoint
  const given = await json(
    world,
    url,
    z.object({ credentials: z.array(z.object({ credential: z.string() })).min(1) }),
    {
      body: JSON.stringify({ credential_configuration_id: configuration, proofs: { jwt: [proof] } }),
      headers: {
        'content-type': 'application/json',
        authorization: `DPoP ${token.value.access_token}`,
        dpop: await dpopProof(keys.dpop, { url, token: token.value.access_token, at }),
      },
    },
  )
  if (!given.ok) return given
  const credential = given.value.credentials[0]?.credential ?? ''
  const named = (language: string) =>
    kind.credential_metadata.display.find((one) => one.locale.startsWith(language))?.name ?? configuration
  const claims = await new SDJwtInstance({ hasher, hashAlg: 'sha-256' }).getClaims(credential)
  return ok({
    type: kind.vct,
    title: { ar: named('ar'), en: named('en') },
    credential,
    claims: z.record(z.string(), z.unknown()).parse(claims),
  })
}

function readOffer(link: string): z.infer<typeof offerShape> | undefined {
  try {
    return offerShape.safeParse(JSON.parse(new URL(link.trim()).searchParams.get('credential_offer') ?? ''))
      .data
  } catch {
    return undefined
  }
}

/** Asks the platform: a GET without `init`, else a POST. */
export async function json<T>(
  world: Pick<Surroundings, 'portal' | 'portalApi'>,
  url: string,
  shape: z.ZodType<T>,
  init?: { readonly body?: URLSearchParams | string; readonly headers?: Readonly<Record<string, string>> },
): Promise<Result<T, string>> {
  const answer = await fetch(reach(world, url), {
    ...(init ? { method: 'POST', ...init } : {}),
    signal: AbortSignal.timeout(10_000),
  })
  const body: unknown = await answer.json().catch(() => undefined)
  if (answer.ok) return ok(shape.parse(body))
  const refused = refusalShape.safeParse(body)
  return err(refused.data?.error_description ?? refused.data?.error ?? String(answer.status))
}
