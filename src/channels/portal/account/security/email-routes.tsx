import type { FastifyInstance } from 'fastify'
import { LinkButton } from '#channels/face/button.tsx'
import { ConfirmPanel } from '#channels/face/confirm-panel.tsx'
import { FieldControl } from '#channels/face/field-control.tsx'
import { Notice } from '#channels/face/notice.tsx'
import { verifyCsrf } from '#channels/face/session.ts'
import { sendPage, visitOf } from '#channels/face/visit.ts'
import { parseEmail } from '#kernel/email.ts'
import { acts } from '#platform/accounts/acts.ts'
import { askForEmail, confirmEmail, emailLinkStands } from '#platform/accounts/change-email.ts'
import { email } from '#platform/forms/fields/index.ts'
import type { Platform } from '#platform/platform.ts'
import { type Problem, problems } from '#platform/problem.ts'
import { portalNav } from '../../nav.ts'
import { sendProblem } from '../../problem-page.tsx'
import { AccountForm } from '../account-form.tsx'
import { postedText } from '../body.ts'
import { words } from '../words.ts'
import { confirmed } from './confirmed.ts'
import { type Call, ownAccount } from './signed-in.ts'
import { securityWords, tell } from './words.ts'

const page = acts['change-email'].page

/** Changing the e-mail address: a link goes to the new one (register update-email). */
export function emailRoutes(app: FastifyInstance, platform: Platform): void {
  const guarded = { preHandler: verifyCsrf }
  type Token = { Params: { token: string } }

  const show = ({ request, reply, visit }: Call, problem?: Problem) =>
    sendPage(reply, platform, visit, {
      title: tell('changeEmail', visit.locale),
      nav: portalNav(visit),
      ...(problem ? { status: problem.status } : {}),
      children: (
        <AccountForm
          visit={visit}
          problem={problem}
          title={tell('changeEmail', visit.locale)}
          action={page}
          button={tell('sendLink', visit.locale)}
        >
          <FieldControl
            name="email"
            field={email({ label: words.email, hint: securityWords.emailHint })}
            value={postedText(request, 'email')}
            error={problem?.fields?.email}
            locale={visit.locale}
          />
        </AccountForm>
      ),
    })

  app.get(
    page,
    confirmed(platform, 'change-email', page, (call) => show(call)),
  )

  app.post(
    page,
    guarded,
    confirmed(platform, 'change-email', page, async (call) => {
      const { request, reply, visit, by } = call
      const address = parseEmail(postedText(request, 'email'))
      if (!address.ok) return show(call, problems.answersWrong({ email: address.error }))
      const asked = await askForEmail(platform, by, address.value)
      if (asked.ok) return reply.redirect(`${page}/sent`, 303)
      return asked.error.fields ? show(call, asked.error) : sendProblem(reply, platform, visit, asked.error)
    }),
  )

  app.get(
    `${page}/sent`,
    ownAccount(platform, '/account', ({ reply, visit }) =>
      sendPage(reply, platform, visit, {
        title: tell('linkSent', visit.locale),
        nav: portalNav(visit),
        children: (
          <div class="stack narrow">
            <h1>{tell('linkSent', visit.locale)}</h1>
            <Notice tone="neutral">
              <p>{tell('linkSentLead', visit.locale)}</p>
            </Notice>
            <div>
              <LinkButton look="quiet" href="/account">
                {tell('back', visit.locale)}
              </LinkButton>
            </div>
          </div>
        ),
      }),
    ),
  )

  app.get<Token>(`${page}/confirm/:token`, async (request, reply) => {
    const visit = await visitOf(platform, request)
    const { locale, csrf } = visit
    const { token } = request.params
    if (!(await emailLinkStands(platform, token)))
      return sendProblem(reply, platform, visit, { ...problems.notFound, ...gone })
    return sendPage(reply, platform, visit, {
      title: tell('confirmEmail', locale),
      nav: portalNav(visit),
      children: (
        <div class="stack narrow">
          <h1>{tell('changeEmail', locale)}</h1>
          <ConfirmPanel
            title={tell('confirmEmail', locale)}
            action={`${page}/confirm/${token}`}
            confirm={tell('confirmEmail', locale)}
            cancel={{ label: tell('cancel', locale), href: '/' }}
            hidden={{ _csrf: csrf }}
          />
        </div>
      ),
    })
  })

  app.post<Token>(`${page}/confirm/:token`, guarded, async (request, reply) => {
    const visit = await visitOf(platform, request)
    const done = await confirmEmail(platform, request.params.token)
    if (!done.ok) return sendProblem(reply, platform, visit, done.error)
    return sendPage(reply, platform, visit, {
      title: tell('emailChanged', visit.locale),
      nav: portalNav(visit),
      children: (
        <div class="stack narrow">
          <h1 class="sr-only">{tell('changeEmail', visit.locale)}</h1>
          <Notice tone="good" banner title={tell('emailChanged', visit.locale)} />
          <div>
            <LinkButton href="/account">{tell('title', visit.locale)}</LinkButton>
          </div>
        </div>
      ),
    })
  })
}

const gone = { title: securityWords.linkGone, detail: securityWords.emailLinkGone }
