import type { FastifyInstance } from 'fastify'
import { paths } from '#channels/face/paths.ts'
import { sendPage, visitOf } from '#channels/face/visit.ts'
import type { Platform } from '#platform/platform.ts'
import { portalNav } from '../../nav.ts'
import { type SecurityWord, tell } from './words.ts'

interface Way {
  readonly what: SecurityWord
  readonly how: SecurityWord
  readonly href: string
  readonly label: SecurityWord
}

/** The ways to another mobile without the old line, the quickest first (register update-mobile-number). */
const ways: readonly Way[] = [
  { what: 'lostByPasskey', how: 'lostByPasskeyHow', href: '/account/mobile', label: 'changeMobile' },
  { what: 'lostByCode', how: 'lostByCodeHow', href: '/account/mobile', label: 'changeMobile' },
  { what: 'lostByBank', how: 'lostByBankHow', href: '/services/bank-update-mobile', label: 'howItGoes' },
  { what: 'lostByKiosk', how: 'lostByKioskHow', href: `${paths.centres}?kind=devices`, label: 'kiosks' },
  {
    what: 'lostByOfficer',
    how: 'lostByOfficerHow',
    href: `${paths.centres}?kind=offices`,
    label: 'offices',
  },
]

/** For who lost the mobile of their account: which way is open with what they still have. */
export function lostMobileRoutes(app: FastifyInstance, platform: Platform): void {
  app.get('/lost-mobile', async (request, reply) => {
    const visit = await visitOf(platform, request)
    const { locale } = visit
    return sendPage(reply, platform, visit, {
      title: tell('lostMobile', locale),
      nav: portalNav(visit),
      children: (
        <div class="stack narrow">
          <h1>{tell('lostMobile', locale)}</h1>
          <p class="lead">{tell('lostMobileLead', locale)}</p>
          {ways.map(({ what, how, href, label }) => (
            <section key={what} class="sheet stack">
              <h2>{tell(what, locale)}</h2>
              <p>{tell(how, locale)}</p>
              <p>
                <a class="go" href={href}>
                  {tell(label, locale)}
                </a>
              </p>
            </section>
          ))}
        </div>
      ),
    })
  })
}
