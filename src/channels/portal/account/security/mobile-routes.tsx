import type { FastifyInstance } from 'fastify'
import { FieldControl } from '#channels/face/field-control.tsx'
import { Notice } from '#channels/face/notice.tsx'
import { OtpInput } from '#channels/face/otp-input.tsx'
import { verifyCsrf } from '#channels/face/session.ts'
import { sendPage } from '#channels/face/visit.ts'
import { parseMobile } from '#kernel/mobile.ts'
import { acts } from '#platform/accounts/acts.ts'
import { askedMobile, askForMobile, confirmMobile, sendMobileCode } from '#platform/accounts/change-mobile.ts'
import { mobile } from '#platform/forms/fields/index.ts'
import type { Platform } from '#platform/platform.ts'
import { type Problem, problems } from '#platform/problem.ts'
import { portalNav } from '../../nav.ts'
import { sendProblem } from '../../problem-page.tsx'
import { AccountForm } from '../account-form.tsx'
import { postedText } from '../body.ts'
import { Again } from '../register-pages.tsx'
import { say, words } from '../words.ts'
import { confirmed } from './confirmed.ts'
import { type Call, ownAccount } from './signed-in.ts'
import { tell } from './words.ts'

const page = acts['change-mobile'].page

/** Changing the mobile: a code goes to the new line (register update-mobile-number). */
export function mobileRoutes(app: FastifyInstance, platform: Platform): void {
  const guarded = { preHandler: verifyCsrf }
  const refuse = ({ reply, visit }: Call, problem: Problem) => sendProblem(reply, platform, visit, problem)

  const show = ({ request, reply, visit }: Call, problem?: Problem) =>
    sendPage(reply, platform, visit, {
      title: tell('changeMobile', visit.locale),
      nav: portalNav(visit),
      ...(problem ? { status: problem.status } : {}),
      children: (
        <AccountForm
          visit={visit}
          problem={problem}
          title={tell('changeMobile', visit.locale)}
          action={page}
          button={say('go', visit.locale)}
          intro={<p>{tell('mobileHold', visit.locale)}</p>}
          after={
            <p>
              {tell('mobileLost', visit.locale)}{' '}
              <a class="a" href="/lost-mobile">
                {tell('lostMobileWays', visit.locale)}
              </a>
            </p>
          }
        >
          <FieldControl
            name="mobile"
            field={mobile({ label: words.mobile, hint: words.mobileHint })}
            value={postedText(request, 'mobile')}
            error={problem?.fields?.mobile}
            locale={visit.locale}
          />
        </AccountForm>
      ),
    })

  app.get(
    page,
    confirmed(platform, 'change-mobile', page, (call) => show(call)),
  )

  app.post(
    page,
    guarded,
    confirmed(platform, 'change-mobile', page, async (call) => {
      const { request, reply, by } = call
      const line = parseMobile(postedText(request, 'mobile'))
      if (!line.ok) return show(call, problems.answersWrong({ mobile: line.error }))
      const asked = await askForMobile(platform, by, { mobile: line.value, ip: request.ip })
      if (asked.ok) return reply.redirect(`${page}/code`, 303)
      return asked.error.fields ? show(call, asked.error) : refuse(call, asked.error)
    }),
  )

  async function showCode(call: Call, problem?: Problem) {
    const { request, reply, visit, by } = call
    const to = await askedMobile(platform, by)
    if (to === undefined) return reply.redirect(page, 303)
    if (problem?.retryAfter !== undefined) reply.header('retry-after', problem.retryAfter)
    // Fastify leaves the query untyped without a schema.
    const again = (request.query as { readonly sent?: unknown }).sent === 'again'
    const { locale } = visit
    return sendPage(reply, platform, visit, {
      title: say('codeTitle', locale),
      nav: portalNav(visit),
      ...(problem ? { status: problem.status } : {}),
      children: (
        <AccountForm
          visit={visit}
          problem={problem}
          title={say('codeTitle', locale)}
          action={`${page}/code`}
          button={tell('save', locale)}
          intro={again && !problem && <Notice tone="good" title={say('codeSent', locale)} announce />}
          after={<Again visit={visit} action={`${page}/code/again`} />}
        >
          <OtpInput
            locale={locale}
            label={say('codeLabel', locale)}
            sentTo={to}
            error={problem?.fields?.code}
          />
        </AccountForm>
      ),
    })
  }

  app.get(
    `${page}/code`,
    ownAccount(platform, page, (call) => showCode(call)),
  )

  app.post(
    `${page}/code`,
    guarded,
    ownAccount(platform, page, async (call) => {
      const done = await confirmMobile(platform, call.by, postedText(call.request, 'code'))
      if (done.ok) return call.reply.redirect('/account?done=mobileChanged', 303)
      return done.error.fields ? showCode(call, done.error) : refuse(call, done.error)
    }),
  )

  app.post(
    `${page}/code/again`,
    guarded,
    ownAccount(platform, page, async (call) => {
      const sent = await sendMobileCode(platform, call.by, { ip: call.request.ip })
      if (sent.ok) return call.reply.redirect(`${page}/code?sent=again`, 303)
      return sent.error.status === 409 ? refuse(call, sent.error) : showCode(call, sent.error)
    }),
  )
}
