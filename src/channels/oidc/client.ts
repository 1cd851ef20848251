import type { Adapter, ClientMetadata } from 'oidc-provider'
import { findSite, type Site } from '#platform/oidc/site.ts'
import type { Platform } from '#platform/platform.ts'

/** A registered site as the provider knows clients (OpenID Connect Dynamic Client Registration, section 2). */
const metadataOf = (site: Site): ClientMetadata => ({
  client_id: site.clientId,
  client_name: site.name.en,
  client_uri: site.home,
  redirect_uris: [...site.redirectUris],
  post_logout_redirect_uris: [...site.signOutUris],
  // JSON Web Keys on both sides.
  jwks: site.jwks as NonNullable<ClientMetadata['jwks']>,
  scope: ['openid', ...site.scopes].join(' '),
  grant_types: ['authorization_code'],
  response_types: ['code'],
  subject_type: 'pairwise',
  token_endpoint_auth_method: 'private_key_jwt',
  id_token_signed_response_alg: 'ES256',
  dpop_bound_access_tokens: true,
  require_pushed_authorization_requests: true,
  require_auth_time: true,
  ...(site.backChannel
    ? { backchannel_logout_uri: site.backChannel, backchannel_logout_session_required: true }
    : {}),
})

/** The registered sites, to read only. */
export const siteStore = ({ db }: Pick<Platform, 'db'>): Adapter => ({
  find: async (clientId) => {
    const site = await findSite(db, clientId)
    return site && metadataOf(site)
  },
  findByUid: never,
  findByUserCode: never,
  upsert: never,
  consume: never,
  destroy: never,
  revokeByGrantId: never,
})

const never = (): Promise<never> => Promise.reject(new Error('The provider only looks sites up by name.'))
