import type { FastifyInstance } from 'fastify'
import { BackLink } from '#channels/face/breadcrumbs.tsx'
import { LinkButton } from '#channels/face/button.tsx'
import { Notice } from '#channels/face/notice.tsx'
import { sendPage } from '#channels/face/visit.ts'
import { exportOwn, ownData } from '#channels/own-data.ts'
import { requireConfirmed } from '#platform/accounts/require-confirmed.ts'
import { stepUpStage } from '#platform/accounts/step-up.ts'
import type { Platform } from '#platform/platform.ts'
import { problems } from '#platform/problem.ts'
import { portalNav } from '../../nav.ts'
import { sendProblem } from '../../problem-page.tsx'
import { ownAccount } from './signed-in.ts'
import { tell } from './words.ts'

const home = exportOwn.page

/** Everything that is held on oneself, as a file, after a confirmation. */
export function dataRoutes(app: FastifyInstance, platform: Platform): void {
  app.get(
    home,
    ownAccount(platform, home, async ({ reply, visit, by }) => {
      const { locale } = visit
      const what = { act: 'data.export', object: exportOwn.id } as const
      const confirmed = (await stepUpStage(platform.db, by, what, platform.clock.now())) === 'confirmed'
      return sendPage(reply, platform, visit, {
        title: tell('data', locale),
        nav: portalNav(visit),
        children: (
          <div class="stack narrow">
            <BackLink href="/account" locale={locale} />
            <h1>{tell('data', locale)}</h1>
            {confirmed && <Notice tone="good" title={tell('confirmedNow', locale)} announce />}
            <section class="sheet stack">
              <p>{tell('dataLead', locale)}</p>
              <div>
                <LinkButton icon="download" href={`${home}/file`}>
                  {tell('dataTake', locale)}
                </LinkButton>
              </div>
            </section>
            <p>
              <a class="go" href="/services/my-data">
                {tell('dataRead', locale)}
              </a>
            </p>
          </div>
        ),
      })
    }),
  )

  app.get(
    `${home}/file`,
    // Asking for its head would use the confirmation up.
    { exposeHeadRoute: false },
    ownAccount(platform, home, async ({ reply, visit, by }) => {
      if (by.account !== 'activated') return sendProblem(reply, platform, visit, problems.activateFirst)
      const confirmed = await requireConfirmed(platform, by, 'data.export', exportOwn)
      if (!confirmed.ok) return sendProblem(reply, platform, visit, confirmed.error)
      const { name, bytes } = await ownData(platform, by)
      return reply
        .header('cache-control', 'no-store')
        .header('content-disposition', `attachment; filename="${name}"`)
        .type('application/json; charset=utf-8')
        .send(bytes)
    }),
  )
}
