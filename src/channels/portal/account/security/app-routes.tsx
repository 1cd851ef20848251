import type { FastifyInstance } from 'fastify'
import { Button } from '#channels/face/button.tsx'
import { HiddenInputs } from '#channels/face/confirm-panel.tsx'
import { Ltr } from '#channels/face/ltr.tsx'
import { Notice } from '#channels/face/notice.tsx'
import { OtpInput } from '#channels/face/otp-input.tsx'
import { verifyCsrf } from '#channels/face/session.ts'
import { sendPage } from '#channels/face/visit.ts'
import { formatInstant } from '#kernel/format.ts'
import { acts } from '#platform/accounts/acts.ts'
import {
  type AppState,
  appState,
  confirmApp,
  offerApp,
  removeApp,
} from '#platform/accounts/authenticator-app.ts'
import { qrSvg } from '#platform/documents/credential/qr.ts'
import type { Platform } from '#platform/platform.ts'
import type { Problem } from '#platform/problem.ts'
import { portalNav } from '../../nav.ts'
import { sendProblem } from '../../problem-page.tsx'
import { AccountForm } from '../account-form.tsx'
import { postedText } from '../body.ts'
import { confirmed } from './confirmed.ts'
import type { Call } from './signed-in.ts'
import { tell } from './words.ts'

const page = acts['app-code'].page

/** An app that shows the codes: setting it up, and removing it. */
export function appRoutes(app: FastifyInstance, platform: Platform): void {
  const guarded = { preHandler: verifyCsrf }
  const whenConfirmed = (answer: (call: Call) => unknown) => confirmed(platform, 'app-code', page, answer)

  async function show(call: Call, problem?: Problem) {
    const { reply, visit, by } = call
    const state = await appState(platform, by)
    return sendPage(reply, platform, visit, {
      title: tell('app', visit.locale),
      path: page,
      nav: portalNav(visit),
      ...(problem ? { status: problem.status } : {}),
      children: <AppPage visit={visit} app={state} problem={problem} />,
    })
  }

  app.get(
    page,
    whenConfirmed((call) => show(call)),
  )

  app.post(
    `${page}/begin`,
    guarded,
    whenConfirmed(async ({ reply, by }) => {
      await offerApp(platform, by)
      return reply.redirect(page, 303)
    }),
  )

  app.post(
    `${page}/use`,
    guarded,
    whenConfirmed(async (call) => {
      const done = await confirmApp(platform, call.by, postedText(call.request, 'code'))
      if (done.ok) return call.reply.redirect('/account?done=appAdded', 303)
      return done.error.fields
        ? show(call, done.error)
        : sendProblem(call.reply, platform, call.visit, done.error)
    }),
  )

  app.post(
    `${page}/remove`,
    guarded,
    whenConfirmed(async ({ reply, visit, by }) => {
      const done = await removeApp(platform, by)
      return done.ok
        ? reply.redirect('/account?done=appRemoved', 303)
        : sendProblem(reply, platform, visit, done.error)
    }),
  )
}

function AppPage(props: {
  readonly visit: Call['visit']
  readonly app: AppState
  readonly problem?: Problem | undefined
}) {
  const { visit, app, problem } = props
  const { locale, csrf } = visit
  if (app.state === 'offered')
    return (
      <AccountForm
        visit={visit}
        problem={problem}
        title={tell('app', locale)}
        action={`${page}/use`}
        button={tell('appUse', locale)}
        intro={
          <section class="sheet stack">
            <p>{tell('appScan', locale)}</p>
            <div
              class="w-56 bg-white"
              role="img"
              aria-label={tell('appQr', locale)}
              // Drawn by us from letters that are ours.
              dangerouslySetInnerHTML={{ __html: qrSvg(app.address) }}
            />
            <p>
              <Ltr>{(app.secret.match(/.{1,4}/g) ?? []).join(' ')}</Ltr>
            </p>
          </section>
        }
      >
        <OtpInput locale={locale} label={tell('appCode', locale)} fromApp error={problem?.fields?.code} />
      </AccountForm>
    )
  return (
    <div class="stack narrow">
      <h1>{tell('app', locale)}</h1>
      <p class="lead">{tell('appLead', locale)}</p>
      {app.state === 'on' && (
        <Notice tone="good" title={`${tell('appSince', locale)} ${formatInstant(app.since, locale)}`} />
      )}
      <form method="post" action={`${page}/${app.state === 'on' ? 'remove' : 'begin'}`}>
        <HiddenInputs values={{ _csrf: csrf }} />
        {app.state === 'on' ? (
          <Button look="danger">{tell('appRemove', locale)}</Button>
        ) : (
          <Button>{tell('appBegin', locale)}</Button>
        )}
      </form>
    </div>
  )
}
