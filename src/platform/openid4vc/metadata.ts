import type { Text } from '#kernel/text.ts'
import type { DocumentDefinition } from '#platform/documents/document.ts'
import { publicKeySet } from '#platform/documents/keys/trust-list.ts'
import type { Platform } from '#platform/platform.ts'
import { base, issuerOf, typeOf } from './addresses.ts'
import { credentialType } from './sd-jwt.ts'

type World = Pick<Platform, 'catalogue' | 'issuers'> & { readonly config: Pick<Platform['config'], 'origin'> }

const displayOf = (title: Text) => [
  { name: title.ar, locale: 'ar-SA' },
  { name: title.en, locale: 'en' },
]

/** What the issuer offers, to wallets (OpenID4VCI 1.0, section 12.2). */
export const issuerMetadata = (platform: World) => ({
  credential_issuer: issuerOf(platform),
  credential_endpoint: `${issuerOf(platform)}/credential`,
  nonce_endpoint: `${issuerOf(platform)}/nonce`,
  display: displayOf({ ar: 'ديوان', en: 'Diwan' }),
  credential_configurations_supported: Object.fromEntries(
    platform.catalogue.documents.map((it) => [it.name, configuration(platform, it)]),
  ),
})

const configuration = (platform: World, it: DocumentDefinition) => ({
  format: credentialType,
  vct: typeOf(platform, it.name),
  scope: it.name,
  cryptographic_binding_methods_supported: ['jwk'],
  credential_signing_alg_values_supported: ['ES256'],
  proof_types_supported: { jwt: { proof_signing_alg_values_supported: ['ES256'] } },
  credential_metadata: {
    display: displayOf(it.title).map((one) => ({
      ...one,
      background_color: it.look.kind === 'card' ? it.look.from : it.look.accent,
    })),
  },
})

/** Where tokens come from (RFC 8414). */
export const serverMetadata = (platform: World) => ({
  issuer: issuerOf(platform),
  token_endpoint: `${issuerOf(platform)}/token`,
  response_types_supported: [],
  grant_types_supported: ['urn:ietf:params:oauth:grant-type:pre-authorized_code'],
  token_endpoint_auth_methods_supported: ['none'],
  'pre-authorized_grant_anonymous_access_supported': true,
  dpop_signing_alg_values_supported: ['ES256', 'EdDSA', 'Ed25519'],
})

/** The keys of the issuer (SD-JWT VC, section 5): those that sign what wallets carry. */
export const keyMetadata = (platform: World) => ({
  issuer: issuerOf(platform),
  jwks: {
    keys: publicKeySet({
      trusted: () => platform.issuers.trusted().filter((one) => one.alg === 'ES256'),
    }).keys.map(({ notAfter: _, ...key }) => key),
  },
})

/** What a kind of credential is (SD-JWT VC, section 6); nothing for one that is not ours. */
export function typeMetadata(platform: World, document: string) {
  const it = platform.catalogue.document(document)
  return (
    it && {
      vct: typeOf(platform, it.name),
      name: it.title.en,
      display: [
        { lang: 'ar', name: it.title.ar, description: it.issuer.ar },
        { lang: 'en', name: it.title.en, description: it.issuer.en },
      ],
    }
  )
}

/** Where each of these lies: well-known places stand before the path of the identifier (RFC 8414, section 3). */
export const wellKnown = {
  issuer: `/.well-known/openid-credential-issuer${base}`,
  server: `/.well-known/oauth-authorization-server${base}`,
  keys: `/.well-known/jwt-vc-issuer${base}`,
} as const
