import { createHash, randomBytes } from 'node:crypto'
import {
  type CallbackContext,
  clientAuthenticationNone,
  HashAlgorithm,
  type JwtSigner,
} from '@openid4vc/oauth2'
import { Openid4vciClient, setGlobalConfig } from '@openid4vc/openid4vci'
import { Openid4vpClient } from '@openid4vc/openid4vp'
import { SDJwtInstance } from '@sd-jwt/core'
import type { FastifyInstance } from 'fastify'
import {
  calculateJwkThumbprint,
  exportJWK,
  generateKeyPair,
  importJWK,
  importX509,
  type JWK,
  type JWTHeaderParameters,
  type JWTPayload,
  jwtVerify,
  SignJWT,
} from 'jose'

/** A wallet that is not ours, on the libraries of others; it speaks to the server without a network. */
export async function foreignWallet(app: FastifyInstance, origin: string) {
  // The tests' origin is plain http.
  setGlobalConfig({ allowInsecureUrls: true })
  const holder = await newKey()
  const dpop = await newKey()
  const keys = [holder, dpop]

  const fetching: typeof fetch = async (address, init = {}) => {
    const url = new URL(String(address))
    if (url.origin !== origin) throw new Error(`the wallet asked ${url.origin}`)
    const body = init.body instanceof URLSearchParams ? init.body.toString() : init.body
    const headers = Object.fromEntries(new Headers(init.headers))
    if (init.body instanceof URLSearchParams) headers['content-type'] ??= 'application/x-www-form-urlencoded'
    const answer = await app.inject({
      method: init.method === 'POST' ? 'POST' : 'GET',
      url: url.pathname + url.search,
      headers,
      ...(typeof body === 'string' ? { payload: body } : {}),
    })
    const kept = Object.entries(answer.headers).map(([name, value]): [string, string] => [
      name,
      String(value),
    ])
    return new Response(new Uint8Array(answer.rawPayload), { status: answer.statusCode, headers: kept })
  }
  const jwkOf = (signer: JwtSigner): JWK => {
    if (signer.method !== 'jwk') throw new Error('the wallet signs with keys of its own')
    return signer.publicJwk as JWK
  }
  const callbacks: CallbackContext = {
    fetch: fetching,
    hash: (data, algorithm) =>
      new Uint8Array(
        createHash(algorithm === HashAlgorithm.Sha256 ? 'sha256' : 'sha512')
          .update(data)
          .digest(),
      ),
    generateRandom: (length) => new Uint8Array(randomBytes(length)),
    clientAuthentication: clientAuthenticationNone({ clientId: 'a-wallet' }),
    signJwt: async (signer, { header, payload }) => {
      const print = await calculateJwkThumbprint(jwkOf(signer))
      const key = keys.find((one) => one.print === print)
      if (!key) throw new Error('the wallet does not hold this key')
      const jwt = await new SignJWT(payload as JWTPayload)
        .setProtectedHeader({ ...(header as JWTHeaderParameters), alg: 'ES256' })
        .sign(key.privateKey)
      return { jwt, signerJwk: key.jwk as never }
    },
    verifyJwt: async (signer, { compact }) => {
      const key =
        signer.method === 'x5c'
          ? await importX509(
              `-----BEGIN CERTIFICATE-----\n${signer.x5c[0]}\n-----END CERTIFICATE-----`,
              'ES256',
            )
          : await importJWK(jwkOf(signer), 'ES256')
      await jwtVerify(compact, key, { currentDate: new Date(0), clockTolerance: 1e11 })
      return { verified: true, signerJwk: (await exportJWK(key)) as never }
    },
    getX509CertificateMetadata: () => ({ sanDnsNames: [], sanUriNames: [] }),
    encryptJwe: () => Promise.reject(new Error('not asked for')),
    decryptJwe: () => Promise.reject(new Error('not asked for')),
  }
  return {
    holder,
    dpop,
    callbacks,
    issuing: new Openid4vciClient({ callbacks }),
    presenting: new Openid4vpClient({ callbacks }),
    /** Discloses these claims of a credential, for a question. */
    show: (
      credential: string,
      names: readonly string[],
      to: { readonly nonce: string; readonly aud: string; readonly at: Date; readonly by?: Key },
    ): Promise<string> => {
      const instance = new SDJwtInstance({
        hasher: (data, algorithm) =>
          createHash(algorithm.replace('-', ''))
            .update(typeof data === 'string' ? data : new Uint8Array(data))
            .digest(),
        hashAlg: 'sha-256',
        kbSignAlg: 'ES256',
        kbSigner: async (data) => {
          const [header = '', payload = ''] = data.split('.')
          const signed = await new SignJWT(JSON.parse(Buffer.from(payload, 'base64url').toString()))
            .setProtectedHeader(JSON.parse(Buffer.from(header, 'base64url').toString()))
            .sign((to.by ?? holder).privateKey)
          return signed.split('.')[2] ?? ''
        },
      })
      const frame = Object.fromEntries(names.map((name) => [name, true]))
      const kb = { payload: { iat: Math.floor(to.at.getTime() / 1000), nonce: to.nonce, aud: to.aud } }
      return instance.present(credential, frame as never, { kb })
    },
  }
}

export interface Key {
  readonly jwk: JWK
  readonly print: string
  readonly privateKey: CryptoKey
}

export async function newKey(): Promise<Key> {
  const { publicKey, privateKey } = await generateKeyPair('ES256')
  const jwk = await exportJWK(publicKey)
  return { jwk, print: await calculateJwkThumbprint(jwk), privateKey }
}
