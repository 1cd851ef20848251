import type { FastifyInstance, FastifyReply } from 'fastify'
import { asset } from '#channels/face/assets.ts'
import { terms } from '#platform/accounts/terms.ts'
import { takeSheet } from '#platform/kiosks/sheet.ts'
import type { Platform } from '#platform/platform.ts'
import type { Start } from './presented.ts'
import { words } from './words.ts'

/** The page that a device shows from morning to morning, and what its printing frame fetches. */
export function kioskPages(app: FastifyInstance, platform: Platform): void {
  const start: Start = {
    locale: 'ar',
    played: platform.config.sandbox !== undefined,
    terms,
  }
  app.get('/kiosk', async (_request, reply) =>
    within(reply, "frame-src 'self'").type('text/html; charset=utf-8').send(pageOf(start)),
  )
  app.get<{ Params: { ticket: string }; Querystring: { lang?: string } }>(
    '/kiosk/sheets/:ticket',
    async (request, reply) => {
      const language = request.query.lang === 'en' ? 'en' : 'ar'
      const sheet = await takeSheet(platform, request.params.ticket, language)
      if (!sheet.ok) return within(reply, '').code(404).type('text/plain; charset=utf-8').send('404')
      return within(reply, "object-src 'self'; style-src 'unsafe-inline'", "'self'")
        .header('content-disposition', `inline; filename="${sheet.value.name}"`)
        .type('application/pdf')
        .send(Buffer.from(sheet.value.pdf))
    },
  )
}

/** Kept by no cache and told to nobody; framed by the device's own page at most. */
const within = (reply: FastifyReply, more: string, framedBy = "'none'"): FastifyReply =>
  reply.headers({
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex',
    'x-frame-options': framedBy === "'self'" ? 'SAMEORIGIN' : 'DENY',
    'content-security-policy': [
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'",
      `frame-ancestors ${framedBy}`,
      more,
    ]
      .filter(Boolean)
      .join('; '),
  })

function pageOf(start: Start): string {
  // A closing tag in a text would end the script element; JSON may write `<` otherwise.
  const data = JSON.stringify(start).replaceAll('<', '\\u003c')
  return `<!doctype html><html lang="ar" dir="rtl" data-theme="light"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><meta name="format-detection" content="telephone=no"><title>${words.title.ar}</title><link rel="icon" type="image/svg+xml" href="${asset('icon.svg')}"><link rel="stylesheet" href="${asset('face.css')}"><link rel="stylesheet" href="${asset('kiosk.css')}"><script type="application/json" id="start">${data}</script><script type="module" src="${asset('kiosk.js')}"></script></head><body class="kiosk"><noscript><p>${words.scripts.ar}<br><span lang="en" dir="ltr">${words.scripts.en}</span></p></noscript><div id="kiosk"></div></body></html>`
}
