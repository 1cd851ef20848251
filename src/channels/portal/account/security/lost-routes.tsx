import type { FastifyInstance } from 'fastify'
import { ConfirmPanel } from '#channels/face/confirm-panel.tsx'
import { verifyCsrf } from '#channels/face/session.ts'
import { sendPage } from '#channels/face/visit.ts'
import { devicesOf } from '#platform/accounts/devices.ts'
import { loseDevice } from '#platform/accounts/lost-device.ts'
import type { Platform } from '#platform/platform.ts'
import { problems } from '#platform/problem.ts'
import { portalNav } from '../../nav.ts'
import { sendProblem } from '../../problem-page.tsx'
import { postedText } from '../body.ts'
import { ownAccount } from './signed-in.ts'
import { tell } from './words.ts'

const home = '/account'

/** A device that is lost: signed out, forgotten, and what is kept on it stopped, in one act. */
export function lostRoutes(app: FastifyInstance, platform: Platform): void {
  app.get(
    '/account/devices/lost',
    ownAccount(platform, home, async ({ request, reply, visit, by }) => {
      const { locale } = visit
      // Fastify leaves the query untyped without a schema.
      const asked = (request.query as Readonly<Record<string, unknown>>).device
      const device = (await devicesOf(platform.db, by.person)).find((one) => one.device === asked)
      if (!device) return sendProblem(reply, platform, visit, problems.notFound)
      return sendPage(reply, platform, visit, {
        title: tell('lost', locale),
        nav: portalNav(visit),
        children: (
          <div class="stack narrow">
            <h1>{tell('lost', locale)}</h1>
            <ConfirmPanel
              title={device.agent ?? tell('unknown', locale)}
              action="/account/devices/lost"
              confirm={tell('lostReport', locale)}
              cancel={{ label: tell('cancel', locale), href: home }}
              danger
              hidden={{ _csrf: visit.csrf, device: device.device }}
            >
              <p>{tell('lostWhat', locale)}</p>
              <p>{tell('lostMore', locale)}</p>
            </ConfirmPanel>
          </div>
        ),
      })
    }),
  )

  app.post(
    '/account/devices/lost',
    { preHandler: verifyCsrf },
    ownAccount(platform, home, async ({ request, reply, visit, by }) => {
      const done = await loseDevice(platform, postedText(request, 'device'), by)
      return done.ok
        ? reply.redirect(`${home}?done=lostReported`, 303)
        : sendProblem(reply, platform, visit, done.error)
    }),
  )
}
