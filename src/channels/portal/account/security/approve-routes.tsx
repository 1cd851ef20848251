import type { FastifyInstance } from 'fastify'
import { Notice } from '#channels/face/notice.tsx'
import { verifyCsrf } from '#channels/face/session.ts'
import { sendPage } from '#channels/face/visit.ts'
import { answerApproval, approvalAct, approvalWaiting } from '#platform/accounts/approve-sign-in.ts'
import { askToConfirm, isConfirmed } from '#platform/accounts/require-confirmed.ts'
import type { Platform } from '#platform/platform.ts'
import { portalNav } from '../../nav.ts'
import { sendProblem } from '../../problem-page.tsx'
import { ApprovePage } from '../approval-pages.tsx'
import { postedText } from '../body.ts'
import { say } from '../words.ts'
import { ownAccount } from './signed-in.ts'

const home = '/approve-sign-in'

/** Letting another device in: after a confirmation, by choosing the number that it shows. */
export function approveRoutes(app: FastifyInstance, platform: Platform): void {
  app.get(
    home,
    ownAccount(platform, home, async ({ request, reply, visit, by }) => {
      const { locale } = visit
      // Fastify leaves the query untyped without a schema.
      const { done } = request.query as Readonly<Record<string, unknown>>
      const waiting = await approvalWaiting(platform, by)
      const act = waiting && approvalAct(waiting)
      if (act && !(await isConfirmed(platform, by, 'sign-in.approve', act)))
        return sendProblem(reply, platform, visit, await askToConfirm(platform, by, 'sign-in.approve', act))
      return sendPage(reply, platform, visit, {
        title: say('approveAsk', locale),
        nav: portalNav(visit),
        children: waiting ? (
          <ApprovePage visit={visit} waiting={waiting} />
        ) : (
          <div class="stack narrow">
            <h1>{say('approve', locale)}</h1>
            {done === 'approved' && <Notice tone="good" title={say('approveDone', locale)} announce />}
            {done === 'denied' && <Notice tone="warning" title={say('approveDenied', locale)} announce />}
            {done === undefined && <p>{say('approveNone', locale)}</p>}
            <p>
              <a class="go" href="/account">
                {say('account', locale)}
              </a>
            </p>
          </div>
        ),
      })
    }),
  )

  app.post(
    home,
    { preHandler: verifyCsrf },
    ownAccount(platform, home, async ({ request, reply, visit, by }) => {
      const typed = postedText(request, 'number')
      const number = typed === 'deny' ? 'deny' : Number(typed)
      const done = await answerApproval(platform, by, { id: postedText(request, 'id'), number })
      return done.ok
        ? reply.redirect(`${home}?done=${done.value}`, 303)
        : sendProblem(reply, platform, visit, done.error)
    }),
  )
}
