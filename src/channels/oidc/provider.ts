import Provider, { type KoaContextWithOIDC } from 'oidc-provider'
import { personNumber } from '#kernel/person-number.ts'
import { locales } from '#kernel/text.ts'
import { OVERALL_MS } from '#platform/accounts/session.ts'
import { artifactStore } from '#platform/oidc/artifact.ts'
import { assuranceLevels } from '#platform/oidc/assurance.ts'
import { openSigningKeys } from '#platform/oidc/keys.ts'
import { pairwiseSubject } from '#platform/oidc/pairwise.ts'
import { scopes } from '#platform/oidc/scope.ts'
import type { Platform } from '#platform/platform.ts'
import { accountAt, grantOf } from './account.ts'
import { interactionPath, routes } from './addresses.ts'
import { siteStore } from './client.ts'
import { askWhen } from './policy.ts'

/** Lives in seconds. No refresh tokens: a site that needs more sends the browser again, which asks nothing. */
const lives = {
  AuthorizationCode: 60,
  PushedAuthorizationRequest: 60,
  AccessToken: 10 * 60,
  IdToken: 10 * 60,
  /** Outlives what stands on it; the consent is kept apart. */
  Grant: 15 * 60,
  Interaction: 30 * 60,
  Session: OVERALL_MS / 1000,
}

const signatures = ['ES256', 'PS256', 'EdDSA', 'Ed25519'] as const

type Show = (ctx: KoaContextWithOIDC) => Promise<void>

/** The pages that the provider shows by itself; each sets the body of the answer. */
export interface Pages {
  /** What cannot go on, by its code of OAuth 2.0. */
  readonly failed: (ctx: KoaContextWithOIDC, code: string) => Promise<void>
  /** Asks whether to sign out of the site alone or of everything. */
  readonly signOut: Show
  readonly signedOut: Show
}

/** The OpenID provider of this portal, in the FAPI 2.0 security profile for every site. */
export async function createProvider(platform: Platform, pages: Pages): Promise<Provider> {
  const { config, vault } = platform
  const secure = config.origin.startsWith('https:')
  const cookie = { httpOnly: true, sameSite: 'lax', secure, signed: true } as const
  const provider = new Provider(config.origin, {
    adapter: (kind) => (kind === 'Client' ? siteStore(platform) : artifactStore(platform, kind)),
    jwks: { keys: [...(await openSigningKeys(config))] },
    routes,
    scopes: ['openid', ...Object.keys(scopes)],
    claims: {
      openid: ['sub', 'acr', 'amr', 'auth_time'],
      ...Object.fromEntries(Object.entries(scopes).map(([name, { claims }]) => [name, claims])),
    },
    acrValues: Object.values(assuranceLevels),
    subjectTypes: ['pairwise'],
    pairwiseIdentifier: (_ctx, account, client) =>
      pairwiseSubject(vault, client.clientId, personNumber(account)),
    responseTypes: ['code'],
    clientAuthMethods: ['private_key_jwt'],
    enabledJWA: {
      idTokenSigningAlgValues: ['ES256'],
      clientAuthSigningAlgValues: signatures,
      dPoPSigningAlgValues: signatures,
    },
    pkce: { required: () => true },
    allowOmittingSingleRegisteredRedirectUri: false,
    clientBasedCORS: () => false,
    cookies: {
      names: {
        session: secure ? '__Host-diwan-oidc' : 'diwan-oidc',
        interaction: secure ? '__Secure-diwan-oidc-interaction' : 'diwan-oidc-interaction',
        resume: secure ? '__Secure-diwan-oidc-resume' : 'diwan-oidc-resume',
      },
      long: { ...cookie, path: '/' },
      short: cookie,
      keys: [vault.derive('oidc-cookies').toString('base64url')],
    },
    ttl: lives,
    features: {
      devInteractions: { enabled: false },
      fapi: { enabled: true, profile: '2.0' },
      pushedAuthorizationRequests: { enabled: true, requirePushedAuthorizationRequests: true },
      dPoP: { enabled: true, nonceSecret: vault.derive('oidc-dpop') },
      backchannelLogout: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: pages.signOut,
        postLogoutSuccessSource: pages.signedOut,
      },
      revocation: {
        enabled: true,
        allowedPolicy: (_ctx, client, token) => token.clientId === client.clientId,
      },
      resourceIndicators: { enabled: false },
      userinfo: { enabled: true },
    },
    // It calls nobody by itself: sites are told by jobs, which try again (`platform/oidc/log-out.ts`).
    fetch: async () => new Response(null, { status: 204 }),
    interactions: { policy: askWhen(), url: (ctx, { uid }) => interactionPath(uid) + languageOf(ctx) },
    findAccount: (ctx, account) => accountAt(platform, ctx, account),
    loadExistingGrant: (ctx) => grantOf(platform, ctx),
    renderError: (ctx, { error }) => pages.failed(ctx, error),
  })
  // A proxy in front, or its absence, cannot change what the issuer says (see `doors.ts`).
  provider.proxy = true
  provider.on('server_error', (_ctx, error) =>
    platform.log.error({ err: error }, 'the OpenID provider failed'),
  )
  return provider
}

/** The language that a site asks for (`ui_locales`), for the pages on the way. */
function languageOf({ oidc }: KoaContextWithOIDC): string {
  const asked = String(oidc.params?.ui_locales ?? '').split(' ')
  const locale = asked.map((tag) => tag.slice(0, 2)).find((tag) => locales.some((known) => known === tag))
  return locale === undefined ? '' : `?lang=${locale}`
}
