import type { FastifyInstance, FastifyReply } from 'fastify'
import { readCookie, verifyCsrf } from '#channels/face/session.ts'
import { sendPage } from '#channels/face/visit.ts'
import { approvalWaiting } from '#platform/accounts/approve-sign-in.ts'
import {
  devicesOf,
  endOtherSessions,
  endSession,
  forgetDevice,
  forgetPlace,
  sessionsOf,
} from '#platform/accounts/devices.ts'
import { accountHistory } from '#platform/accounts/history.ts'
import { overviewOf } from '#platform/accounts/overview.ts'
import { placeOf, placesOf } from '#platform/accounts/place.ts'
import { tokenHash } from '#platform/accounts/token.ts'
import type { Platform } from '#platform/platform.ts'
import { portalNav } from '../../nav.ts'
import { sendProblem } from '../../problem-page.tsx'
import { postedText } from '../body.ts'
import { doneOf } from './done-notice.tsx'
import { HistoryTable } from './history-table.tsx'
import { SecurityHome } from './home-page.tsx'
import { ownAccount } from './signed-in.ts'
import { tell } from './words.ts'

const home = '/account'
const pageSize = 25

/** The account's own page: sessions, devices and history (register manage-devices, sign-in-history). */
export function securityHomeRoutes(app: FastifyInstance, platform: Platform): void {
  const { db, clock, config } = platform
  const guarded = { preHandler: verifyCsrf }
  const back = (reply: FastifyReply, done: string) => reply.redirect(`${home}?done=${done}`, 303)

  app.get<{ Querystring: { done?: string } }>(
    home,
    ownAccount(platform, home, async ({ request, reply, visit, by }) => {
      const [sessions, devices, places, events, overview, asked] = await Promise.all([
        sessionsOf(db, by.person, clock.now()),
        devicesOf(db, by.person),
        placesOf(db, by.person),
        accountHistory(db, by.person, { limit: 5 }),
        overviewOf(platform, by.person),
        approvalWaiting(platform, by),
      ])
      const device = readCookie(request, config, 'device')
      return sendPage(reply, platform, visit, {
        title: tell('title', visit.locale),
        nav: portalNav(visit),
        children: (
          <SecurityHome
            visit={visit}
            // Fastify leaves the query untyped without a schema.
            done={doneOf((request.query as Readonly<Record<string, unknown>>).done)}
            session={by.session}
            device={device && tokenHash(device)}
            sessions={sessions}
            devices={devices}
            place={placeOf(platform.vault, by.person, request.ip)}
            places={places}
            events={events}
            overview={overview}
            asked={asked !== undefined}
          />
        ),
      })
    }),
  )

  app.get(
    '/account/history',
    ownAccount(platform, home, async ({ request, reply, visit, by }) => {
      const { locale } = visit
      // Fastify leaves the query untyped without a schema.
      const { before } = request.query as { readonly before?: string }
      const events = await accountHistory(db, by.person, { before, limit: pageSize + 1 })
      const shown = events.slice(0, pageSize)
      const last = shown.at(-1)
      return sendPage(reply, platform, visit, {
        title: tell('history', locale),
        nav: portalNav(visit),
        children: (
          <div class="stack">
            <h1>{tell('history', locale)}</h1>
            <p class="lead">{tell('historyLead', locale)}</p>
            <HistoryTable events={shown} locale={locale} />
            {events.length > pageSize && last && (
              <a class="go" href={`/account/history?before=${last.id}`}>
                {tell('older', locale)}
              </a>
            )}
            <p class="row">
              <a class="go" href={home}>
                {tell('back', locale)}
              </a>
              <a class="go" href="/access">
                {tell('historyAccess', locale)}
              </a>
            </p>
          </div>
        ),
      })
    }),
  )

  app.post(
    '/account/sessions/end',
    guarded,
    ownAccount(platform, home, async ({ request, reply, visit, by }) => {
      const ended = await endSession(platform, postedText(request, 'session'), by)
      return ended.ok ? back(reply, 'ended') : sendProblem(reply, platform, visit, ended.error)
    }),
  )

  app.post(
    '/account/sessions/end-others',
    guarded,
    ownAccount(platform, home, async ({ reply, by }) => {
      await endOtherSessions(platform, by)
      return back(reply, 'endedOthers')
    }),
  )

  app.post(
    '/account/devices/forget',
    guarded,
    ownAccount(platform, home, async ({ request, reply, visit, by }) => {
      const gone = await forgetDevice(platform, postedText(request, 'device'), by)
      return gone.ok ? back(reply, 'forgotten') : sendProblem(reply, platform, visit, gone.error)
    }),
  )

  app.post(
    '/account/places/forget',
    guarded,
    ownAccount(platform, home, async ({ request, reply, visit, by }) => {
      const gone = await forgetPlace(platform, postedText(request, 'place'), by)
      return gone.ok ? back(reply, 'placeForgotten') : sendProblem(reply, platform, visit, gone.error)
    }),
  )
}
