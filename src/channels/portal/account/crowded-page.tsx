import type { FastifyReply, FastifyRequest } from 'fastify'
import { renderPage } from '#channels/face/layout.tsx'
import { localeOf, type Theme, themeOf } from '#channels/face/preferences.ts'
import type { Locale } from '#kernel/text.ts'
import { signInBusy } from '#platform/accounts/password.ts'
import type { Platform } from '#platform/platform.ts'
import { say } from './words.ts'

/** Milliseconds that a page serves everybody: its foot says whether the contact centre is open. */
const KEPT_MS = 60_000

interface Kept {
  readonly page: Uint8Array
  readonly until: number
}

/**
 * Says that too many sign in at once, and how to go on. It costs next to nothing, however many read it: the
 * page is made once a minute, and nothing was read of what was sent, so that sending it again is enough.
 */
export function crowdedPages(
  platform: Pick<Platform, 'clock' | 'config'>,
  at: {
    readonly section: 'portal' | 'office'
    readonly path: string
  },
) {
  const kept = new Map<string, Kept>()
  const make = (locale: Locale, theme: Theme, now: Date): Uint8Array =>
    renderPage({
      locale,
      theme,
      ...at,
      now,
      title: signInBusy.title[locale],
      demo: platform.config.sandbox !== undefined,
      children: (
        <div class="stack narrow">
          <h1>{signInBusy.title[locale]}</h1>
          <p>{signInBusy.detail?.[locale]}</p>
          <p>{say('sendAgain', locale)}</p>
        </div>
      ),
    })
  return (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const [locale, theme, now] = [localeOf(request), themeOf(request), platform.clock.now()]
    const key = `${locale} ${theme}`
    let it = kept.get(key)
    if (it === undefined || it.until < now.getTime()) {
      it = { page: make(locale, theme, now), until: now.getTime() + KEPT_MS }
      kept.set(key, it)
    }
    return reply
      .code(signInBusy.status)
      .header('retry-after', signInBusy.retryAfter)
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(it.page)
  }
}
