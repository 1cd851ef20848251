import type { FastifyInstance, FastifyReply } from 'fastify'
import { asset, withPieces } from '#channels/face/assets.ts'
import { keeperPlan, keeperScript } from '#channels/face/keeper.ts'
import { localeOf } from '#channels/face/preferences.ts'
import { type Locale, locales } from '#kernel/text.ts'
import type { Platform } from '#platform/platform.ts'
import type { Start } from './presented.ts'
import { words } from './words.ts'

const page = '/wallet/'

/** The wallet's page, which is the same for everybody, and what makes an app of it. */
export function walletPages(app: FastifyInstance, platform: Pick<Platform, 'config'>): void {
  const { origin, sandbox } = platform.config
  const htmlFor = (locale: Locale) => pageOf({ locale, origin, demo: sandbox !== undefined })

  app.get('/wallet', async (_request, reply) => reply.redirect(page, 308))

  app.get(page, async (request, reply) =>
    within(reply)
      .header('cache-control', 'no-cache')
      .type('text/html; charset=utf-8')
      .send(htmlFor(localeOf(request))),
  )

  app.get<{ Querystring: { lang?: string } }>('/wallet/app.webmanifest', async (request, reply) =>
    reply
      .header('cache-control', 'no-cache')
      .type('application/manifest+json')
      .send(JSON.stringify(manifestOf(request.query.lang === 'en' ? 'en' : 'ar'))),
  )

  let keeper: string | undefined
  app.get('/wallet/keeper.js', async (_request, reply) => {
    keeper ??= keeperScript(
      'wallet-keeper.js',
      keeperPlan({ files: walletFiles(), pages: [page] }, locales.map(htmlFor)),
    )
    return reply
      .headers({
        'cache-control': 'no-cache',
        'content-security-policy': "default-src 'none'; script-src 'self'; connect-src 'self'",
      })
      .type('text/javascript; charset=utf-8')
      .send(keeper)
  })
}

const fonts = ['arabic', 'latin'].flatMap((writing) =>
  [400, 600].map((weight) => `ibm-plex-sans-arabic-${writing}-${weight}-normal.woff2`),
)

/** Everything that the page loads: with it, it starts without a connection. */
export const walletFiles = (): readonly string[] => [
  ...['face.css', 'wallet.css', 'icon.svg', 'icon-180.png', ...fonts].map(asset),
  ...withPieces('wallet.js'),
]

/** How the wallet presents itself to a phone that keeps it as an app (W3C Web Application Manifest). */
const manifestOf = (locale: Locale) => ({
  id: page,
  name: words.appName[locale],
  short_name: words.appShort[locale],
  description: words.appLead[locale],
  lang: locale,
  dir: locale === 'ar' ? 'rtl' : 'ltr',
  start_url: page,
  scope: page,
  display: 'standalone',
  orientation: 'portrait',
  background_color: '#f8f6f1',
  theme_color: '#23205e',
  icons: [
    { src: asset('icon-192.png'), sizes: '192x192', type: 'image/png' },
    { src: asset('icon-512.png'), sizes: '512x512', type: 'image/png' },
    { src: asset('icon-maskable.png'), sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    { src: asset('icon.svg'), sizes: 'any', type: 'image/svg+xml' },
  ],
})

/** Framed by nobody, told to nobody. */
const within = (reply: FastifyReply): FastifyReply =>
  reply.headers({
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex',
    'permissions-policy': 'screen-wake-lock=(self), camera=(), microphone=(), geolocation=()',
    'content-security-policy':
      "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  })

function pageOf(start: Start): string {
  const { locale } = start
  // A closing tag in a text would end the script element; JSON may write `<` otherwise.
  const data = JSON.stringify(start).replaceAll('<', '\\u003c')
  return `<!doctype html><html lang="${locale}" dir="${locale === 'ar' ? 'rtl' : 'ltr'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover"><meta name="robots" content="noindex"><meta name="color-scheme" content="light dark"><meta name="theme-color" media="(prefers-color-scheme: light)" content="#f8f6f1"><meta name="theme-color" media="(prefers-color-scheme: dark)" content="#14151f"><meta name="format-detection" content="telephone=no"><title>${words.appName[locale]}</title><link rel="icon" type="image/svg+xml" href="${asset('icon.svg')}"><link rel="apple-touch-icon" href="${asset('icon-180.png')}"><link rel="manifest" href="/wallet/app.webmanifest?lang=${locale}"><link rel="stylesheet" href="${asset('face.css')}"><link rel="stylesheet" href="${asset('wallet.css')}"><script type="application/json" id="start">${data}</script><script type="module" src="${asset('wallet.js')}"></script></head><body class="wallet"><noscript><p>${words.scripts.ar}<br><span lang="en" dir="ltr">${words.scripts.en}</span></p></noscript><div id="wallet"></div></body></html>`
}
