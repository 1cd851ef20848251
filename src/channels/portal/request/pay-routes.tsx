import type { FastifyInstance } from 'fastify'
import { BackLink } from '#channels/face/breadcrumbs.tsx'
import { Notice } from '#channels/face/notice.tsx'
import { localPath } from '#channels/face/preferences.ts'
import { verifyCsrf } from '#channels/face/session.ts'
import { sendPage, visitOf } from '#channels/face/visit.ts'
import { stepUpStage } from '#platform/accounts/step-up.ts'
import { findBill } from '#platform/payments/bill.ts'
import { confirmPayment } from '#platform/payments/confirm-payment.ts'
import { openPayment } from '#platform/payments/open-payment.ts'
import type { Platform } from '#platform/platform.ts'
import { problems } from '#platform/problem.ts'
import { actOnBill, notePayment } from '#platform/requests/act.ts'
import { postedText } from '../account/body.ts'
import { tell } from '../account/security/words.ts'
import { portalMessages } from '../messages.ts'
import { portalNav } from '../nav.ts'
import { sendProblem } from '../problem-page.tsx'
import { PayBill } from './request-page.tsx'

type One = { Params: { bill: string }; Querystring: { back?: string } }

/** Paying a bill: the larger ones after a confirmation that names the amount. */
export async function payRoutes(app: FastifyInstance, platform: Platform): Promise<void> {
  app.get<One>('/bills/:bill/pay', async (request, reply) => {
    const visit = await visitOf(platform, request)
    const { principal, locale } = visit
    const { bill } = request.params
    const back = localPath(request.query.back)
    const payer = await actOnBill(platform, principal, bill)
    if (!payer.ok) return sendProblem(reply, platform, visit, payer.error)
    const found = await findBill(platform.db, payer.value, bill)
    if (!found) return sendProblem(reply, platform, visit, problems.notFound)
    if (found.state !== 'due') return reply.redirect(back, 303)
    const what = { act: 'bill.pay', object: bill } as const
    const confirmed =
      principal.kind === 'person' &&
      (await stepUpStage(platform.db, principal, what, platform.clock.now())) === 'confirmed'
    const m = portalMessages(locale).request
    return sendPage(reply, platform, visit, {
      title: found.title[locale],
      nav: portalNav(visit),
      children: (
        <div class="stack narrow">
          <BackLink href={back} locale={locale} />
          <h1>{found.title[locale]}</h1>
          {confirmed && <Notice tone="good" title={tell('confirmedNow', locale)} announce />}
          <section class="sheet stack">
            <PayBill visit={visit} bill={found} back={back} label={m.pay} />
          </section>
        </div>
      ),
    })
  })

  app.post<One>('/bills/:bill/pay', { preHandler: verifyCsrf }, async (request, reply) => {
    const visit = await visitOf(platform, request)
    const { bill } = request.params
    const back = localPath(postedText(request, 'back'))
    const payer = await actOnBill(platform, visit.principal, bill)
    if (!payer.ok) return sendProblem(reply, platform, visit, payer.error)
    const found = await findBill(platform.db, payer.value, bill)
    if (!found) return sendProblem(reply, platform, visit, problems.notFound)
    const here = `/bills/${found.id}/pay?${new URLSearchParams({ back })}`
    const confirmed = await confirmPayment(platform, visit.principal, found, here)
    if (!confirmed.ok) return sendProblem(reply, platform, visit, confirmed.error)
    const noted = await notePayment(platform, visit.principal, { payer: payer.value, bill })
    if (!noted.ok) return sendProblem(reply, platform, visit, noted.error)
    const opened = await openPayment(platform, payer.value, bill, {
      language: visit.locale,
      returnTo: `${platform.config.origin}${back}`,
    })
    if (opened.ok) return reply.redirect(opened.value.url, 303)
    return sendProblem(reply, platform, visit, {
      ...problems.tooLate('not-payable', '', ''),
      title: opened.error,
    })
  })
}
