import { randomUUID } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ComponentChildren } from 'preact'
import type { Locale } from '#kernel/text.ts'
import { actingHolder, type Principal } from '#platform/authority/principal.ts'
import { unreadCount } from '#platform/notices/inbox.ts'
import { nameOf } from '#platform/people/holder.ts'
import { findPerson } from '#platform/people/person.ts'
import type { Platform } from '#platform/platform.ts'
import { type PageProps, renderPage } from './layout.tsx'
import { localeOf, type Theme, themeOf } from './preferences.ts'
import { csrfToken, principalOfRequest } from './session.ts'

/** One request of a browser: who asks, in which language, and what the page around the answer needs. */
export interface Visit {
  readonly locale: Locale
  readonly theme: Theme
  readonly principal: Principal
  readonly name: string | undefined
  readonly unread: number | undefined
  /** Goes into every form that posts, as `_csrf`. */
  readonly csrf: string
  readonly path: string
  /** For whom they act, when they act for another. */
  readonly acting: PageProps['acting']
}

export async function visitOf(platform: Pick<Platform, 'db'>, request: FastifyRequest): Promise<Visit> {
  const locale = localeOf(request)
  const principal = principalOfRequest(request)
  const person = principal.kind === 'person' || principal.kind === 'officer' ? principal.person : undefined
  const known = person && (await findPerson(platform.db, person))
  return {
    locale,
    theme: themeOf(request),
    principal,
    name: known?.name[locale],
    unread:
      principal.kind === 'person' && principal.account === 'activated' && !principal.actingFor
        ? await unreadCount(platform.db, principal.person)
        : undefined,
    acting: await actingOf(platform, principal, locale),
    csrf: csrfToken(request),
    path: request.method === 'GET' ? request.url : pathOf(request),
  }
}

async function actingOf(
  { db }: Pick<Platform, 'db'>,
  principal: Principal,
  locale: Locale,
): Promise<Visit['acting']> {
  const actingFor = principal.kind === 'person' ? principal.actingFor : undefined
  if (!actingFor) return undefined
  const name = (await nameOf(db, actingHolder(actingFor)))[locale]
  return actingFor.kind === 'person'
    ? { kind: 'person', name, right: actingFor.right.as }
    : { kind: 'establishment', name, right: actingFor.right.as }
}

const pathOf = (request: FastifyRequest): string => request.url.split('?', 1)[0] ?? '/'

/** Sends a whole page. Pages of a person are never kept by a cache. */
export function sendPage(
  reply: FastifyReply,
  platform: Pick<Platform, 'clock' | 'config'>,
  visit: Visit,
  page: Pick<PageProps, 'title'> &
    Partial<Pick<PageProps, 'description' | 'nav' | 'wide' | 'refreshSeconds' | 'section' | 'path'>> & {
      readonly children: ComponentChildren
      readonly status?: number
    },
): FastifyReply {
  const { status = 200, section = 'portal', ...rest } = page
  return reply
    .code(status)
    .header('cache-control', visit.principal.kind === 'anonymous' ? 'no-cache' : 'no-store')
    .type('text/html; charset=utf-8')
    .send(
      renderPage({
        locale: visit.locale,
        theme: visit.theme,
        path: visit.path,
        section,
        principal:
          visit.principal.kind === 'anonymous' ? undefined : { name: visit.name, unread: visit.unread },
        now: platform.clock.now(),
        demo: platform.config.sandbox !== undefined,
        csrf: visit.csrf,
        acting: visit.acting,
        ...rest,
      }),
    )
}

/** A key that makes a form that is posted twice count once. */
export const newKey = (): string => randomUUID()
