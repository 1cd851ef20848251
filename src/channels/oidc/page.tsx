import type { IncomingMessage } from 'node:http'
import type { KoaContextWithOIDC } from 'oidc-provider'
import type { ComponentChildren } from 'preact'
import { renderPage } from '#channels/face/layout.tsx'
import { type Visit, visitOf } from '#channels/face/visit.ts'
import type { Platform } from '#platform/platform.ts'
import { arrivalOf } from './arrival.ts'

/** A page of the portal as the provider's answer. */
export async function showPage(
  platform: Platform,
  ctx: KoaContextWithOIDC,
  page: (visit: Visit) => { readonly title: string; readonly children: ComponentChildren },
): Promise<void> {
  // Koa's request is the one of Node that Fastify was handed.
  const visit = await visitOf(platform, arrivalOf(ctx.req as IncomingMessage))
  const { locale, theme, principal } = visit
  const html = renderPage({
    locale,
    theme,
    path: '/',
    section: 'portal',
    principal: principal.kind === 'person' ? { name: visit.name, unread: visit.unread } : undefined,
    now: platform.clock.now(),
    demo: platform.config.sandbox !== undefined,
    csrf: visit.csrf,
    acting: visit.acting,
    ...page(visit),
  })
  ctx.set('cache-control', 'no-store')
  ctx.type = 'text/html; charset=utf-8'
  ctx.body = Buffer.from(html)
}
