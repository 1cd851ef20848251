import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ComponentChildren } from 'preact'
import { render } from 'preact-render-to-string'
import { type Locale, locales, type Text } from '#kernel/text.ts'

const words = {
  sandbox: { ar: 'بيئة تجريبية', en: 'Sandbox' },
  notice: {
    ar: 'كل ما هنا تمثيل للعالم خارج المنصة، ولا يصل إلى أحد.',
    en: 'Everything here plays the world outside the platform. Nothing reaches anyone.',
  },
  home: { ar: 'كل الأجزاء', en: 'All parts' },
  other: { ar: 'English', en: 'العربية' },
} satisfies Record<string, Text>

/** The visitor's language: `?lang=`, then the cookie set by it, then Arabic. */
export function localeOf(request: FastifyRequest): Locale {
  const asked = new URL(request.url, 'http://sandbox').searchParams.get('lang')
  const kept = /(?:^|;\s*)sandbox_lang=(\w+)/.exec(request.headers.cookie ?? '')?.[1]
  return locales.find((locale) => locale === (asked ?? kept)) ?? 'ar'
}

/** Sends a page in the sandbox's own look, so that nobody takes it for the portal. */
export function sendPage(
  request: FastifyRequest,
  reply: FastifyReply,
  page: {
    readonly title: Text
    readonly body: (locale: Locale) => ComponentChildren
    /** Seconds between reloads for a browser without JavaScript. */
    readonly refresh?: number
    /** Addresses of scripts of this sandbox. */
    readonly scripts?: readonly string[]
  },
): FastifyReply {
  const locale = localeOf(request)
  const address = new URL(request.url, 'http://sandbox')
  const asked = address.searchParams.get('lang')
  if (asked === locale) reply.header('set-cookie', `sandbox_lang=${locale}; Path=/; SameSite=Lax`)
  const otherLocale: Locale = locale === 'ar' ? 'en' : 'ar'
  address.searchParams.set('lang', otherLocale)

  const html = render(
    <html lang={locale} dir={locale === 'ar' ? 'rtl' : 'ltr'}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{`${page.title[locale]} · ${words.sandbox[locale]}`}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/sandbox.css" />
        {page.refresh !== undefined && (
          <noscript>
            <meta http-equiv="refresh" content={String(page.refresh)} />
          </noscript>
        )}
        {page.scripts?.map((src) => (
          <script key={src} type="module" src={src} />
        ))}
      </head>
      <body>
        <header>
          <p class="mark">
            <strong>
              <span lang="en">sandbox</span> / <span lang="ar">بيئة تجريبية</span>
            </strong>
            <span>{words.notice[locale]}</span>
          </p>
          <nav>
            <a href="/">{words.home[locale]}</a>
            <a href={`${address.pathname}${address.search}`} lang={otherLocale} hreflang={otherLocale}>
              {words.other[locale]}
            </a>
          </nav>
        </header>
        <main>
          <h1>{page.title[locale]}</h1>
          {page.body(locale)}
        </main>
      </body>
    </html>,
  )
  return reply.type('text/html; charset=utf-8').send(`<!doctype html>${html}`)
}
