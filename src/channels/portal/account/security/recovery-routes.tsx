import type { FastifyInstance } from 'fastify'
import { Button, LinkButton } from '#channels/face/button.tsx'
import { HiddenInputs } from '#channels/face/confirm-panel.tsx'
import { CopyButton } from '#channels/face/copy-button.tsx'
import { Ltr } from '#channels/face/ltr.tsx'
import { Notice } from '#channels/face/notice.tsx'
import { PrintButton } from '#channels/face/print-button.tsx'
import { verifyCsrf } from '#channels/face/session.ts'
import { sendPage } from '#channels/face/visit.ts'
import { acts } from '#platform/accounts/acts.ts'
import { makeRecoveryCodes } from '#platform/accounts/recovery-codes.ts'
import type { Platform } from '#platform/platform.ts'
import { portalNav } from '../../nav.ts'
import { sendProblem } from '../../problem-page.tsx'
import { confirmed } from './confirmed.ts'
import type { Call } from './signed-in.ts'
import { tell } from './words.ts'

const page = acts['recovery-codes'].page

/** Recovery codes: made, shown once, and never again. */
export function recoveryRoutes(app: FastifyInstance, platform: Platform): void {
  const whenConfirmed = (answer: (call: Call) => unknown) =>
    confirmed(platform, 'recovery-codes', page, answer)

  app.get(
    page,
    whenConfirmed(({ reply, visit }) => {
      const { locale, csrf } = visit
      return sendPage(reply, platform, visit, {
        title: tell('recovery', locale),
        nav: portalNav(visit),
        children: (
          <div class="stack narrow">
            <h1>{tell('recovery', locale)}</h1>
            <p class="lead">{tell('recoveryLead', locale)}</p>
            <form class="sheet stack" method="post" action={page}>
              <HiddenInputs values={{ _csrf: csrf }} />
              <p>{tell('recoveryVoid', locale)}</p>
              <div>
                <Button>{tell('recoveryMake', locale)}</Button>
              </div>
            </form>
          </div>
        ),
      })
    }),
  )

  app.post(
    page,
    { preHandler: verifyCsrf },
    whenConfirmed(async ({ reply, visit, by }) => {
      const made = await makeRecoveryCodes(platform, by)
      if (!made.ok) return sendProblem(reply, platform, visit, made.error)
      const { locale } = visit
      return sendPage(reply, platform, visit, {
        title: tell('recovery', locale),
        path: page,
        nav: portalNav(visit),
        children: (
          <div class="stack narrow">
            <h1>{tell('recovery', locale)}</h1>
            <Notice tone="warning" title={tell('recoveryShown', locale)} announce />
            <ol class="sheet list-decimal space-y-2 ps-10">
              {made.value.map((code) => (
                <li key={code}>
                  <Ltr>{code}</Ltr>
                </li>
              ))}
            </ol>
            <div class="no-print flex flex-wrap items-center gap-4">
              <PrintButton locale={locale} />
              <CopyButton text={made.value.join('\n')} locale={locale} />
            </div>
            <div>
              <LinkButton look="plain" href="/account">
                {tell('back', locale)}
              </LinkButton>
            </div>
          </div>
        ),
      })
    }),
  )
}
