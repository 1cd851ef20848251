import type { FastifyInstance } from 'fastify'
import { ConfirmPanel } from '#channels/face/confirm-panel.tsx'
import { requireActivated, verifyCsrf } from '#channels/face/session.ts'
import { sendPage } from '#channels/face/visit.ts'
import type { Platform } from '#platform/platform.ts'
import { problems } from '#platform/problem.ts'
import { carriedOn } from '#platform/wallets/carried.ts'
import { findWalletDevice, walletDevicesOf } from '#platform/wallets/device.ts'
import { endWallet } from '#platform/wallets/end-from-afar.ts'
import { checksOf } from '#platform/wallets/showing.ts'
import { portalNav } from '../../nav.ts'
import { sendProblem } from '../../problem-page.tsx'
import { postedText } from '../body.ts'
import { ownAccount } from './signed-in.ts'
import { WalletPage } from './wallet-page.tsx'
import { walletWords as words } from './wallet-words.ts'

const home = '/account/wallet'

/** One's documents on a phone: which one, what is on it, who checked, and taking them off from afar. */
export function walletRoutes(app: FastifyInstance, platform: Platform): void {
  const { db, config } = platform

  app.get(
    home,
    ownAccount(platform, home, async ({ request, reply, visit, by }) => {
      const activated = requireActivated(request)
      if (!activated.ok) return sendProblem(reply, platform, visit, activated.error)
      const [devices, checks] = await Promise.all([walletDevicesOf(db, by.person), checksOf(db, by.person)])
      const now = devices.find(({ ended }) => !ended)
      return sendPage(reply, platform, visit, {
        title: words.title[visit.locale],
        nav: portalNav(visit),
        children: (
          <WalletPage
            locale={visit.locale}
            now={now}
            before={devices.filter(({ ended }) => ended)}
            carried={now ? await carriedOn(db, by.person, now.id) : []}
            checks={checks}
            // Fastify leaves the query untyped without a schema.
            done={(request.query as Readonly<Record<string, unknown>>).done === 'ended'}
            address={`${config.origin}/wallet`}
          />
        ),
      })
    }),
  )

  app.get<{ Params: { id: string } }>(
    `${home}/:id/end`,
    ownAccount(platform, home, async ({ request, reply, visit, by }) => {
      const { locale } = visit
      // Fastify leaves the parameters untyped without a schema.
      const device = await findWalletDevice(db, by.person, (request.params as { id: string }).id)
      if (!device || device.ended) return sendProblem(reply, platform, visit, problems.notFound)
      return sendPage(reply, platform, visit, {
        title: words.endTitle[locale],
        nav: portalNav(visit),
        children: (
          <ConfirmPanel
            title={words.endTitle[locale]}
            action={`${home}/end`}
            confirm={words.end[locale]}
            cancel={{ label: words.cancel[locale], href: home }}
            danger
            hidden={{ _csrf: visit.csrf, phone: device.id }}
          >
            <p>
              <bdi>{device.name}</bdi>
            </p>
            <p>{words.endLead[locale]}</p>
          </ConfirmPanel>
        ),
      })
    }),
  )

  app.post(
    `${home}/end`,
    { preHandler: verifyCsrf },
    ownAccount(platform, home, async ({ request, reply, visit, by }) => {
      const done = await endWallet(platform, by, postedText(request, 'phone'))
      return done.ok
        ? reply.redirect(`${home}?done=ended`, 303)
        : sendProblem(reply, platform, visit, done.error)
    }),
  )
}
