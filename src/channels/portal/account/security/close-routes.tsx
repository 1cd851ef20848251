import type { FastifyInstance } from 'fastify'
import { LinkButton } from '#channels/face/button.tsx'
import { ConfirmPanel } from '#channels/face/confirm-panel.tsx'
import { Notice } from '#channels/face/notice.tsx'
import { paths } from '#channels/face/paths.ts'
import { clearCookie, verifyCsrf } from '#channels/face/session.ts'
import { sendPage, visitOf } from '#channels/face/visit.ts'
import { acts } from '#platform/accounts/acts.ts'
import { closeOwn } from '#platform/accounts/close.ts'
import type { Platform } from '#platform/platform.ts'
import { portalNav } from '../../nav.ts'
import { sendProblem } from '../../problem-page.tsx'
import { confirmed } from './confirmed.ts'
import { tell } from './words.ts'

const page = acts['close-account'].page
const closed = '/account-closed'

/** Closing the account: what goes, what stays and why (register close-account). */
export function closeRoutes(app: FastifyInstance, platform: Platform): void {
  const show = confirmed(platform, 'close-account', page, ({ reply, visit }) => {
    const { locale, csrf } = visit
    return sendPage(reply, platform, visit, {
      title: tell('close', locale),
      nav: portalNav(visit),
      children: (
        <div class="stack narrow">
          <h1>{tell('close', locale)}</h1>
          <section class="sheet stack">
            <h2>{tell('closeGoes', locale)}</h2>
            <p>{tell('closeGoesList', locale)}</p>
            <h2>{tell('closeStays', locale)}</h2>
            <p>{tell('closeStaysList', locale)}</p>
            <p>{tell('closeOpen', locale)}</p>
          </section>
          <ConfirmPanel
            title={tell('closeNow', locale)}
            action={page}
            confirm={tell('closeNow', locale)}
            cancel={{ label: tell('cancel', locale), href: '/account' }}
            danger
            hidden={{ _csrf: csrf }}
          />
        </div>
      ),
    })
  })
  app.get(page, show)

  app.post(
    page,
    { preHandler: verifyCsrf },
    confirmed(platform, 'close-account', page, async ({ reply, visit, by }) => {
      const done = await closeOwn(platform, by)
      if (!done.ok) return sendProblem(reply, platform, visit, done.error)
      clearCookie(reply, platform.config, 'session')
      clearCookie(reply, platform.config, 'device')
      return reply.redirect(closed, 303)
    }),
  )

  app.get(closed, async (request, reply) => {
    const visit = await visitOf(platform, request)
    const { locale } = visit
    return sendPage(reply, platform, visit, {
      title: tell('closedNow', locale),
      children: (
        <div class="stack narrow">
          <h1 class="sr-only">{tell('closedNow', locale)}</h1>
          <Notice tone="good" banner title={tell('closedNow', locale)}>
            <p>{tell('closedLead', locale)}</p>
          </Notice>
          <div>
            <LinkButton look="quiet" href={paths.home}>
              {tell('homePage', locale)}
            </LinkButton>
          </div>
        </div>
      ),
    })
  })
}
