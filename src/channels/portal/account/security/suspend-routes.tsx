import type { FastifyInstance } from 'fastify'
import { LinkButton } from '#channels/face/button.tsx'
import { ConfirmPanel } from '#channels/face/confirm-panel.tsx'
import { Notice } from '#channels/face/notice.tsx'
import { paths } from '#channels/face/paths.ts'
import { clearCookie, verifyCsrf } from '#channels/face/session.ts'
import { sendPage, type Visit, visitOf } from '#channels/face/visit.ts'
import { type Alarm, alarmOf } from '#platform/accounts/alarm.ts'
import { suspendByLink, suspendOwn } from '#platform/accounts/suspend.ts'
import type { Platform } from '#platform/platform.ts'
import { portalNav } from '../../nav.ts'
import { sendProblem } from '../../problem-page.tsx'
import { ownAccount } from './signed-in.ts'
import { tell } from './words.ts'

const home = '/account'
const stopped = '/account-stopped'
const reported = '/identity-reported'

/** "This wasn't me": stopping the account at once, from its page or by the link of a message. */
export function suspendRoutes(app: FastifyInstance, platform: Platform): void {
  const { db, clock, config } = platform
  const guarded = { preHandler: verifyCsrf }
  type Token = { Params: { token: string } }

  app.get(
    '/account/suspend',
    ownAccount(platform, home, ({ reply, visit }) =>
      sendPage(reply, platform, visit, {
        title: tell('notMe', visit.locale),
        nav: portalNav(visit),
        children: <StopPage visit={visit} action="/account/suspend" cancel={home} />,
      }),
    ),
  )

  app.post(
    '/account/suspend',
    guarded,
    ownAccount(platform, home, async ({ reply, visit, by }) => {
      const done = await suspendOwn(platform, by)
      if (!done.ok) return sendProblem(reply, platform, visit, done.error)
      clearCookie(reply, config, 'session')
      return reply.redirect(stopped, 303)
    }),
  )

  app.get<Token>('/not-me/:token', async (request, reply) => {
    const visit = await visitOf(platform, request)
    const { token } = request.params
    const about = await alarmOf(db, token, clock.now())
    // What follows a link without being asked, a mail scanner for one, stops nothing by it.
    return sendPage(reply, platform, visit, {
      title: tell('notMe', visit.locale),
      children: about ? (
        <StopPage visit={visit} action={`/not-me/${token}`} cancel={paths.home} about={about} />
      ) : (
        <GonePage visit={visit} />
      ),
    })
  })

  app.post<Token>('/not-me/:token', guarded, async (request, reply) => {
    const visit = await visitOf(platform, request)
    const about = await alarmOf(db, request.params.token, clock.now())
    const done = await suspendByLink(platform, request.params.token)
    if (!done.ok) return sendProblem(reply, platform, visit, done.error)
    return reply.redirect(about === 'identity' ? reported : stopped, 303)
  })

  app.get(reported, async (request, reply) => {
    const visit = await visitOf(platform, request)
    const { locale } = visit
    return sendPage(reply, platform, visit, {
      title: tell('reported', locale),
      children: (
        <div class="stack narrow">
          <h1 class="sr-only">{tell('reported', locale)}</h1>
          <Notice tone="good" banner title={tell('reported', locale)}>
            <p>{tell('reportedLead', locale)}</p>
          </Notice>
          <div>
            <LinkButton look="quiet" href={paths.contact}>
              {tell('contact', locale)}
            </LinkButton>
          </div>
        </div>
      ),
    })
  })

  app.get(stopped, async (request, reply) => {
    const visit = await visitOf(platform, request)
    const { locale } = visit
    return sendPage(reply, platform, visit, {
      title: tell('stopped', locale),
      children: (
        <div class="stack narrow">
          <h1 class="sr-only">{tell('stopped', locale)}</h1>
          <Notice tone="good" banner title={tell('stopped', locale)}>
            <p>{tell('stoppedLead', locale)}</p>
          </Notice>
          <section class="sheet stack">
            <h2>{tell('comeBack', locale)}</h2>
            <p>{tell('comeBackSteps', locale)}</p>
            <div class="row">
              <LinkButton href={paths.centres}>{tell('centres', locale)}</LinkButton>
              <LinkButton look="quiet" href={paths.contact}>
                {tell('contact', locale)}
              </LinkButton>
            </div>
          </section>
        </div>
      ),
    })
  })
}

const StopPage = (props: {
  readonly visit: Visit
  readonly action: string
  readonly cancel: string
  readonly about?: Alarm
}) => {
  const { locale, csrf } = props.visit
  const identity = props.about === 'identity'
  return (
    <div class="stack narrow">
      <h1>{tell('notMe', locale)}</h1>
      <ConfirmPanel
        title={tell(identity ? 'reportTitle' : 'stopTitle', locale)}
        action={props.action}
        confirm={tell(identity ? 'reportNow' : 'stop', locale)}
        cancel={{ label: tell('stopCancel', locale), href: props.cancel }}
        danger
        hidden={{ _csrf: csrf }}
      >
        <p>{tell(identity ? 'reportWhat' : 'stopWhat', locale)}</p>
        <p>{tell(identity ? 'reportBack' : 'stopBack', locale)}</p>
      </ConfirmPanel>
    </div>
  )
}

const GonePage = ({ visit: { locale } }: { readonly visit: Visit }) => (
  <div class="stack narrow">
    <h1>{tell('linkGone', locale)}</h1>
    <p>{tell('linkGoneLead', locale)}</p>
    <div class="row">
      <LinkButton href={home}>{tell('title', locale)}</LinkButton>
      <LinkButton look="quiet" href={paths.contact}>
        {tell('contact', locale)}
      </LinkButton>
    </div>
  </div>
)
