import { createRemoteJWKSet, customFetch, importJWK, jwtVerify } from 'jose'
import * as openid from 'openid-client'
import { z } from 'zod'
import type { Locale } from '#kernel/text.ts'
import type { Surroundings } from '#sandbox/part.ts'

/** What the hospital asks for; the platform registered it for no more. */
const scope = 'openid profile birthdate gender phone'

/** Seconds: how old a sign-in may be for the lab results. */
const fresh = 300

const claims = z.object({
  name: z.string(),
  'name#en': z.string(),
  birthdate: z.string(),
  gender: z.enum(['male', 'female']),
  phone_number: z.string().optional(),
})

/** A sign-in under way: what only this browser may finish. */
export interface Waiting {
  readonly verifier: string
  readonly state: string
  readonly nonce: string
  /** Where it goes afterwards. */
  readonly to: 'file' | 'results'
}

/** Somebody who is signed in at the hospital. */
export interface Patient {
  /** The platform's name for this person here, and nowhere else. */
  readonly sub: string
  /** The platform's name for this sign-in. */
  readonly sid: string
  readonly idToken: string
  readonly acr: string
  readonly amr: readonly string[]
  /** When they signed in to the platform. */
  readonly at: Date
  readonly known: z.infer<typeof claims>
}

/** The hospital as a client of the platform: FAPI 2.0 with PAR, PKCE, DPoP and private_key_jwt. */
export function relyingParty(
  { portal, portalApi, origin, keys }: Pick<Surroundings, 'portal' | 'portalApi' | 'origin' | 'keys'>,
  clientId: string,
) {
  // The platform's public address, called where its API is reached from here.
  const reach = (url: string | URL, options?: object): Promise<Response> =>
    fetch(String(url).replace(portal, portalApi), options)
  const home = () => `${origin()}/hospital`
  const redirect_uri = () => `${home()}/callback`
  const proofKeys = openid.randomDPoPKeyPair('ES256')
  let found: Promise<openid.Configuration> | undefined

  async function discover(): Promise<openid.Configuration> {
    const key = keys[clientId]
    if (!key) throw new Error(`the sandbox has no key for the site ${clientId}`)
    const signing = await importJWK(key, 'ES256')
    if (!(signing instanceof CryptoKey)) throw new Error(`the key of ${clientId} is no pair of keys`)
    return openid.discovery(
      new URL(portal),
      clientId,
      { id_token_signed_response_alg: 'ES256' },
      openid.PrivateKeyJwt(signing),
      {
        [openid.customFetch]: reach,
        ...(portal.startsWith('http:') ? { execute: [openid.allowInsecureRequests] } : {}),
      },
    )
  }

  /** What the platform says of itself; asked again after it did not answer. */
  function config(): Promise<openid.Configuration> {
    found ??= discover().catch((error: unknown) => {
      found = undefined
      throw error
    })
    return found
  }

  const proof = async (to: openid.Configuration) => ({ DPoP: openid.getDPoPHandle(to, await proofKeys) })

  return {
    /** Where to send the browser, and what to keep meanwhile. */
    async begin(
      to: Waiting['to'],
      locale: Locale,
    ): Promise<{ readonly url: string; readonly waiting: Waiting }> {
      const at = await config()
      const waiting = {
        verifier: openid.randomPKCECodeVerifier(),
        state: openid.randomState(),
        nonce: openid.randomNonce(),
        to,
      }
      const url = await openid.buildAuthorizationUrlWithPAR(
        at,
        {
          redirect_uri: redirect_uri(),
          scope,
          state: waiting.state,
          nonce: waiting.nonce,
          ui_locales: locale,
          code_challenge: await openid.calculatePKCECodeChallenge(waiting.verifier),
          code_challenge_method: 'S256',
          ...(to === 'results' ? { max_age: String(fresh) } : {}),
        },
        await proof(at),
      )
      return { url: url.href, waiting }
    },

    /** Who came back. @throws when anything is not as it was asked for, or the person refused. */
    async finish(query: string, { verifier, state, nonce, to }: Waiting): Promise<Patient> {
      const at = await config()
      const tokens = await openid.authorizationCodeGrant(
        at,
        new URL(`${redirect_uri()}?${query}`),
        {
          pkceCodeVerifier: verifier,
          expectedState: state,
          expectedNonce: nonce,
          idTokenExpected: true,
          ...(to === 'results' ? { maxAge: fresh } : {}),
        },
        undefined,
        await proof(at),
      )
      const told = z
        .object({
          sub: z.string(),
          sid: z.string(),
          acr: z.string(),
          amr: z.array(z.string()).default([]),
          auth_time: z.number(),
        })
        .parse(tokens.claims())
      const known = await openid.fetchUserInfo(at, tokens.access_token, told.sub, await proof(at))
      return {
        ...told,
        idToken: tokens.id_token ?? '',
        at: new Date(told.auth_time * 1000),
        known: claims.parse(known),
      }
    },

    /** Where to send a browser that signs out. */
    async signOutUrl({ idToken }: Patient): Promise<string> {
      return openid.buildEndSessionUrl(await config(), {
        id_token_hint: idToken,
        post_logout_redirect_uri: `${home()}/signed-out`,
      }).href
    },

    /** Whose sign-in a logout token ends (OpenID Connect Back-Channel Logout, 2.6). @throws when it is none of ours. */
    async signedOut(token: string): Promise<{ readonly sub: string; readonly sid: string }> {
      const { jwks_uri, issuer } = (await config()).serverMetadata()
      const { payload } = await jwtVerify(
        token,
        createRemoteJWKSet(new URL(jwks_uri ?? ''), { [customFetch]: reach }),
        {
          issuer,
          audience: clientId,
          algorithms: ['ES256'],
          typ: 'logout+jwt',
          requiredClaims: ['jti', 'iat'],
        },
      )
      const event = 'http://schemas.openid.net/event/backchannel-logout'
      const shape = z.object({
        sub: z.string(),
        sid: z.string(),
        nonce: z.never().optional(),
        events: z.object({ [event]: z.object({}) }),
      })
      return shape.parse(payload)
    },
  }
}
