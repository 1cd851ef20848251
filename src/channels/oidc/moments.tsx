import type { IncomingMessage } from 'node:http'
import type Provider from 'oidc-provider'
import type { KoaContextWithOIDC } from 'oidc-provider'
import { readCookie } from '#channels/face/session.ts'
import { personNumber } from '#kernel/person-number.ts'
import { signOut } from '#platform/accounts/session.ts'
import { enterSite, leaveSession, leaveSiteInSession } from '#platform/oidc/site-session.ts'
import type { Platform } from '#platform/platform.ts'
import { arrivalOf, personalSession } from './arrival.ts'
import { Going, refreshTo } from './going.tsx'
import { showPage } from './page.tsx'
import { tell } from './words.ts'

/** What happens here besides when the provider lets somebody in at a site, or out. */
export function moments(provider: Provider, platform: Platform): void {
  provider.use(async (context, next) => {
    await next()
    // The provider's own context, once it has run.
    const ctx = context as KoaContextWithOIDC
    const route = ctx.oidc?.route
    if (route === 'authorization' || route === 'resume') await entered(platform, ctx)
    if (route === 'end_session_confirm' && ctx.status === 303) await left(platform, ctx)
  })
}

/** A code is on its way: the person is signed in at that site, on this portal session. */
async function entered(platform: Platform, { req, oidc }: KoaContextWithOIDC): Promise<void> {
  const { session, client, account, entities } = oidc
  if (!entities.AuthorizationCode || !session || !client || !account) return
  const on = personalSession(arrivalOf(req as IncomingMessage))
  const sid = session.sidFor(client.clientId)
  if (!on || sid === undefined) return
  await enterSite(platform, {
    person: personNumber(account.accountId),
    clientId: client.clientId,
    sid,
    opSession: session.uid,
    on,
  })
}

/** Signed out at a site's wish: of that one, or of everything and of the portal too. */
async function left(platform: Platform, ctx: KoaContextWithOIDC): Promise<void> {
  const { session, params, entities } = ctx.oidc
  const request = arrivalOf(ctx.req as IncomingMessage)
  if (session && params?.logout) {
    await leaveSession(platform.db, session.uid)
    const token = personalSession(request) && readCookie(request, platform.config, 'session')
    if (token !== undefined) await signOut(platform, token)
  } else if (session && entities.Client)
    await leaveSiteInSession(platform.db, session.uid, entities.Client.clientId)
  const to = ctx.response.get('location')
  ctx.remove('location')
  ctx.status = 200
  ctx.set('refresh', refreshTo(to))
  await showPage(platform, ctx, ({ locale }) => ({
    title: tell('goingBack', locale),
    children: <Going to={to} locale={locale} />,
  }))
}
