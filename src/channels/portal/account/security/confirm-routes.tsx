import type { FastifyInstance } from 'fastify'
import { Notice } from '#channels/face/notice.tsx'
import { OtpInput } from '#channels/face/otp-input.tsx'
import { readCookie, verifyCsrf, writeCookie } from '#channels/face/session.ts'
import { sendPage } from '#channels/face/visit.ts'
import { type Act, acts, isAct } from '#platform/accounts/acts.ts'
import { passkeysOf } from '#platform/accounts/passkey.ts'
import { confirmByPasskey, passkeyOptions } from '#platform/accounts/sign-in-by-passkey.ts'
import {
  confirmCode,
  confirmPassword,
  sendStepUpCode,
  stepUpSource,
  stepUpStage,
} from '#platform/accounts/step-up.ts'
import type { Platform } from '#platform/platform.ts'
import { type Problem, problems } from '#platform/problem.ts'
import { portalNav } from '../../nav.ts'
import { sendProblem } from '../../problem-page.tsx'
import { AccountForm, CredentialInput } from '../account-form.tsx'
import { postedText } from '../body.ts'
import { nextOf } from '../next.ts'
import { Again } from '../register-pages.tsx'
import { say, words } from '../words.ts'
import { passkeyAnswer } from './passkey-answer.ts'
import { PasskeyForm } from './passkey-form.tsx'
import { RecoveryInput } from './recovery-input.tsx'
import { type Call, ownAccount } from './signed-in.ts'
import { tell } from './words.ts'

/** Confirming a sensitive act: the password again, then a code whose message names the act. */
export function confirmRoutes(app: FastifyInstance, platform: Platform): void {
  const { config } = platform
  const guarded = { preHandler: verifyCsrf }
  const toCode = (act: Act, next: string, more: Record<string, string> = {}) =>
    `/confirm/${act}/code?${new URLSearchParams({ next, ...more })}`

  const forAct = (answer: (call: Call & { readonly act: Act; readonly next: string }) => unknown) =>
    ownAccount(platform, '/account', async (call) => {
      // Fastify leaves both untyped without a schema.
      const { act = '' } = call.request.params as { readonly act?: string }
      const asked = (call.request.query as { readonly next?: unknown }).next
      if (!isAct(act)) return sendProblem(call.reply, platform, call.visit, problems.notFound)
      const next = nextOf(asked ?? postedText(call.request, 'next'), acts[act].page)
      return answer({ ...call, act, next })
    })

  type ActCall = Call & { readonly act: Act; readonly next: string }

  async function showPassword({ reply, visit, by, act, next }: ActCall, problem?: Problem) {
    const stage = await stepUpStage(platform.db, by, act, platform.clock.now())
    if (stage === 'confirmed') return reply.redirect(next, 303)
    if (problem?.retryAfter !== undefined) reply.header('retry-after', problem.retryAfter)
    const hasPasskey = (await passkeysOf(platform.db, by.person)).length > 0
    const { locale } = visit
    return sendPage(reply, platform, visit, {
      title: tell('confirmTitle', locale),
      path: `/confirm/${act}?${new URLSearchParams({ next })}`,
      nav: portalNav(visit),
      ...(problem ? { status: problem.status } : {}),
      children: (
        <AccountForm
          visit={visit}
          problem={problem}
          title={tell('confirmTitle', locale)}
          action={`/confirm/${act}`}
          button={say('go', locale)}
          hidden={{ next }}
          intro={<ActNamed act={act} locale={locale} />}
          after={
            hasPasskey && (
              <PasskeyForm
                visit={visit}
                kind="get"
                action={`/confirm/${act}/passkey`}
                options={`/confirm/${act}/passkey/options`}
                words={tell('passkeyConfirm', locale)}
                hidden={{ next }}
              />
            )
          }
        >
          <CredentialInput
            name="password"
            label={words.password}
            error={problem?.fields?.password}
            locale={locale}
            autocomplete="current-password"
          />
        </AccountForm>
      ),
    })
  }

  async function showCode(call: ActCall, problem?: Problem) {
    const { request, reply, visit, by, act, next } = call
    const stage = await stepUpStage(platform.db, by, act, platform.clock.now())
    if (stage === 'confirmed') return reply.redirect(next, 303)
    if (stage === 'password') return reply.redirect(`/confirm/${act}?${new URLSearchParams({ next })}`, 303)
    if (problem?.retryAfter !== undefined) reply.header('retry-after', problem.retryAfter)
    const { locale } = visit
    const source = await stepUpSource(platform, by)
    const again = (request.query as { readonly sent?: unknown }).sent === 'again'
    return sendPage(reply, platform, visit, {
      title: say('codeTitle', locale),
      path: toCode(act, next),
      nav: portalNav(visit),
      ...(problem ? { status: problem.status } : {}),
      children: (
        <AccountForm
          visit={visit}
          problem={problem}
          title={say('codeTitle', locale)}
          action={`/confirm/${act}/code`}
          button={say('confirm', locale)}
          hidden={{ next }}
          intro={
            <>
              {again && !problem && <Notice tone="good" title={say('codeSent', locale)} announce />}
              <ActNamed act={act} locale={locale} />
            </>
          }
          after={
            <Again
              visit={visit}
              action={`/confirm/${act}/code/again`}
              next={next}
              words={source?.app ? tell('appInstead', locale) : undefined}
            />
          }
        >
          <OtpInput
            locale={locale}
            label={source?.app ? tell('appCode', locale) : say('codeLabel', locale)}
            {...(source && (again || !source.app) ? { sentTo: source.mobile } : {})}
            error={problem?.fields?.code}
          />
          <RecoveryInput locale={locale} problem={problem} />
        </AccountForm>
      ),
    })
  }

  app.get(
    '/confirm/:act',
    forAct((call) => showPassword(call)),
  )

  app.post(
    '/confirm/:act',
    guarded,
    forAct(async (call) => {
      const { request, reply, by, act, next } = call
      const password = postedText(request, 'password')
      const right = await confirmPassword(platform, by, act, { password, ip: request.ip })
      return right.ok ? reply.redirect(toCode(act, next), 303) : showPassword(call, right.error)
    }),
  )

  app.post(
    '/confirm/:act/passkey/options',
    guarded,
    forAct(async ({ reply, by, act }) => {
      const options = await passkeyOptions(platform, { by, act })
      return reply
        .code(options.ok ? 200 : options.error.status)
        .header('cache-control', 'no-store')
        .send(options.ok ? options.value : {})
    }),
  )

  app.post(
    '/confirm/:act/passkey',
    guarded,
    forAct(async (call) => {
      const { request, reply, by, act, next } = call
      const token = readCookie(request, config, 'session') ?? ''
      const done = await confirmByPasskey(platform, by, act, { answer: passkeyAnswer(request), token })
      if (!done.ok) return showPassword(call, done.error)
      writeCookie(reply, config, 'session', done.value.token)
      return reply.redirect(next, 303)
    }),
  )

  app.get(
    '/confirm/:act/code',
    forAct((call) => showCode(call)),
  )

  app.post(
    '/confirm/:act/code',
    guarded,
    forAct(async (call) => {
      const { request, reply, by, act, next } = call
      const token = readCookie(request, config, 'session') ?? ''
      const code = postedText(request, 'recovery') || postedText(request, 'code')
      const done = await confirmCode(platform, by, act, { code, token })
      if (!done.ok) return showCode(call, done.error)
      writeCookie(reply, config, 'session', done.value.token)
      return reply.redirect(next, 303)
    }),
  )

  app.post(
    '/confirm/:act/code/again',
    guarded,
    forAct(async (call) => {
      const { request, reply, by, act, next } = call
      const sent = await sendStepUpCode(platform, by, act, { ip: request.ip })
      return sent.ok ? reply.redirect(toCode(act, next, { sent: 'again' }), 303) : showCode(call, sent.error)
    }),
  )
}

/** What is being confirmed. */
const ActNamed = ({ act, locale }: { readonly act: Act; readonly locale: 'ar' | 'en' }) => (
  <p>
    {tell('confirmLead', locale)} <strong>{acts[act].name[locale]}</strong>.
  </p>
)
