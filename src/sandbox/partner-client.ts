import { randomUUID } from 'node:crypto'
import { importJWK, SignJWT } from 'jose'
import { z } from 'zod'
import type { Surroundings } from '#sandbox/part.ts'

/** The platform's partner API, as a program of a partner calls it. */
export interface PartnerApi {
  /** Posts JSON; answers the status and whatever JSON came back. Throws when the platform cannot be reached. */
  post(path: string, body: Readonly<Record<string, unknown>>): Promise<PartnerAnswer>
  get(path: string): Promise<PartnerAnswer>
}

export interface PartnerAnswer {
  readonly status: number
  readonly body: unknown
}

const granted = z.object({ access_token: z.string(), expires_in: z.number() })

/** Signs in as a client by its key (private_key_jwt), and keeps the token as long as it is good. */
export function partnerApi(
  { portal, portalApi, keys, clock }: Pick<Surroundings, 'portal' | 'portalApi' | 'keys' | 'clock'>,
  clientId: string,
): PartnerApi {
  let held: { readonly token: string; readonly until: number } | undefined

  async function token(): Promise<string> {
    const now = Math.floor(clock.now().getTime() / 1000)
    if (held && held.until > now + 30) return held.token
    const key = keys[clientId]
    if (!key) throw new Error(`the sandbox has no key for the partner ${clientId}`)
    const alg = 'EdDSA'
    const assertion = await new SignJWT({ jti: randomUUID() })
      .setProtectedHeader({ alg })
      .setIssuer(clientId)
      .setSubject(clientId)
      .setAudience(`${portal}/partners/oauth/token`)
      .setIssuedAt(now)
      .setExpirationTime(now + 60)
      .sign(await importJWK(key, alg))
    const response = await fetch(`${portalApi}/partners/oauth/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: assertion,
      }),
      signal: AbortSignal.timeout(10_000),
    })
    if (!response.ok)
      throw new Error(`the platform granted no token: ${response.status} ${await response.text()}`)
    const { access_token, expires_in } = granted.parse(await response.json())
    held = { token: access_token, until: now + expires_in }
    return access_token
  }

  async function call(path: string, body?: Readonly<Record<string, unknown>>): Promise<PartnerAnswer> {
    const authorization = `Bearer ${await token()}`
    const response = await fetch(portalApi + path, {
      ...(body
        ? {
            method: 'POST',
            headers: { 'content-type': 'application/json', authorization },
            body: JSON.stringify(body),
          }
        : { headers: { authorization } }),
      signal: AbortSignal.timeout(10_000),
    })
    if (response.status === 401) held = undefined
    return { status: response.status, body: await response.json().catch(() => undefined) }
  }

  return { post: call, get: (path) => call(path) }
}
