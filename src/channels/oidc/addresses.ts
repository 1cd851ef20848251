/** Where the protocol is spoken; programs read it from the discovery document. */
export const routes = {
  authorization: '/oidc/authorize',
  pushed_authorization_request: '/oidc/par',
  token: '/oidc/token',
  userinfo: '/oidc/userinfo',
  jwks: '/oidc/jwks',
  revocation: '/oidc/revoke',
  end_session: '/oidc/sign-out',
} as const

export const discovery = '/.well-known/openid-configuration'

/** Where a person stands in a sign-in that another site has asked for. */
export const interactionPath = (uid: string): string => `/oidc/interaction/${uid}`

/** The sites that a person is connected to. */
export const connectedSitesPath = '/account/sites'
