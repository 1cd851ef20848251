import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Notice } from '#channels/face/notice.tsx'
import { OtpInput } from '#channels/face/otp-input.tsx'
import { principalOfRequest, readCookie, verifyCsrf, writeCookie } from '#channels/face/session.ts'
import { sendPage, visitOf } from '#channels/face/visit.ts'
import type { Text } from '#kernel/text.ts'
import { actKey, isAct, isBoundAct, type ToConfirm } from '#platform/accounts/acts.ts'
import { passkeysOf } from '#platform/accounts/passkey.ts'
import { confirmByPasskey, passkeyOptions } from '#platform/accounts/sign-in-by-passkey.ts'
import {
  confirmCode,
  confirmPassword,
  sendStepUpCode,
  stepUpAsked,
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
import { RecoveryInput, recoveryUnwhole } from './recovery-input.tsx'
import { type Call, ownAccount } from './signed-in.ts'
import { tell } from './words.ts'

/** Confirming a sensitive act: the password again, then a code whose message names the act. */
export function confirmRoutes(app: FastifyInstance, platform: Platform): void {
  const { config } = platform
  const guarded = { preHandler: verifyCsrf }
  const addressOf = (what: ToConfirm, more: Readonly<Record<string, string>>, leaf = '') => {
    const { act, object } = actKey(what)
    return `/confirm/${act}${leaf}?${new URLSearchParams({ ...(object ? { object } : {}), ...more })}`
  }
  const hiddenOf = ({ what, next }: ActCall) => ({ next, ...objectOf(what) })

  const forAct =
    (answer: (call: ActCall) => unknown) => async (request: FastifyRequest, reply: FastifyReply) => {
      // Fastify leaves both untyped without a schema.
      const { act = '' } = request.params as { readonly act?: string }
      const asked = request.query as { readonly next?: unknown; readonly object?: unknown }
      const object = typeof asked.object === 'string' ? asked.object : postedText(request, 'object')
      if (isAct(act)) return ownAccount(platform, '/account', (call) => go(call, act))(request, reply)
      const visit = await visitOf(platform, request)
      const by = principalOfRequest(request)
      // Whoever acts for another confirms as themselves.
      if (by.kind !== 'person') return sendProblem(reply, platform, visit, problems.signInFirst)
      if (!isBoundAct(act)) return sendProblem(reply, platform, visit, problems.notFound)
      return go({ request, reply, visit, by }, { act, object })

      async function go(call: Call, what: ToConfirm) {
        const it = await stepUpAsked(platform.db, call.by, what)
        if (!it) return sendProblem(reply, platform, call.visit, problems.notFound)
        const next = nextOf(asked.next ?? postedText(request, 'next'), it.page)
        return answer({ ...call, what, says: it.says, next })
      }
    }

  async function showPassword(call: ActCall, problem?: Problem) {
    const { reply, visit, by, what, says, next } = call
    const { act } = actKey(what)
    const stage = await stepUpStage(platform.db, by, what, platform.clock.now())
    if (stage === 'confirmed') return reply.redirect(next, 303)
    if (problem?.retryAfter !== undefined) reply.header('retry-after', problem.retryAfter)
    const hasPasskey = (await passkeysOf(platform.db, by.person)).length > 0
    const { locale } = visit
    return sendPage(reply, platform, visit, {
      title: tell('confirmTitle', locale),
      path: addressOf(what, { next }),
      nav: portalNav(visit),
      ...(problem ? { status: problem.status } : {}),
      children: (
        <AccountForm
          visit={visit}
          problem={problem}
          title={tell('confirmTitle', locale)}
          action={`/confirm/${act}`}
          button={say('go', locale)}
          hidden={hiddenOf(call)}
          intro={<ActNamed says={says} locale={locale} />}
          after={
            hasPasskey && (
              <PasskeyForm
                visit={visit}
                kind="get"
                action={`/confirm/${act}/passkey`}
                options={addressOf(what, {}, '/passkey/options')}
                words={tell('passkeyConfirm', locale)}
                hidden={hiddenOf(call)}
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
    const { request, reply, visit, by, what, says, next } = call
    const { act } = actKey(what)
    const stage = await stepUpStage(platform.db, by, what, platform.clock.now())
    if (stage === 'confirmed') return reply.redirect(next, 303)
    if (stage === 'password') return reply.redirect(addressOf(what, { next }), 303)
    if (problem?.retryAfter !== undefined) reply.header('retry-after', problem.retryAfter)
    const { locale } = visit
    const source = await stepUpSource(platform, by)
    const again = (request.query as { readonly sent?: unknown }).sent === 'again'
    return sendPage(reply, platform, visit, {
      title: say('codeTitle', locale),
      path: addressOf(what, { next }, '/code'),
      nav: portalNav(visit),
      ...(problem ? { status: problem.status } : {}),
      children: (
        <AccountForm
          visit={visit}
          problem={problem}
          title={say('codeTitle', locale)}
          action={`/confirm/${act}/code`}
          button={say('confirm', locale)}
          hidden={hiddenOf(call)}
          intro={
            <>
              {again && !problem && <Notice tone="good" title={say('codeSent', locale)} announce />}
              <ActNamed says={says} locale={locale} />
            </>
          }
          after={
            <Again
              visit={visit}
              action={`/confirm/${act}/code/again`}
              next={next}
              hidden={objectOf(what)}
              words={source?.app ? tell('appInstead', locale) : undefined}
            />
          }
        >
          <OtpInput
            locale={locale}
            label={source?.app ? tell('appCode', locale) : say('codeLabel', locale)}
            {...(source && (again || !source.app) ? { sentTo: source.mobile } : {})}
            fromApp={source?.app}
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
      const { request, reply, by, what, next } = call
      const password = postedText(request, 'password')
      const right = await confirmPassword(platform, by, what, { password, ip: request.ip })
      return right.ok
        ? reply.redirect(addressOf(what, { next }, '/code'), 303)
        : showPassword(call, right.error)
    }),
  )

  app.post(
    '/confirm/:act/passkey/options',
    guarded,
    forAct(async ({ reply, by, what }) => {
      const options = await passkeyOptions(platform, { by, act: what })
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
      const { request, reply, by, what, next } = call
      const token = readCookie(request, config, 'session') ?? ''
      const done = await confirmByPasskey(platform, by, what, { answer: passkeyAnswer(request), token })
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
      const { request, reply, by, what, next } = call
      const token = readCookie(request, config, 'session') ?? ''
      const unwhole = recoveryUnwhole(postedText(request, 'recovery'))
      if (unwhole) return showCode(call, unwhole)
      const code = postedText(request, 'recovery') || postedText(request, 'code')
      const done = await confirmCode(platform, by, what, { code, token })
      if (!done.ok) return showCode(call, done.error)
      writeCookie(reply, config, 'session', done.value.token)
      return reply.redirect(next, 303)
    }),
  )

  app.post(
    '/confirm/:act/code/again',
    guarded,
    forAct(async (call) => {
      const { request, reply, by, what, next } = call
      const sent = await sendStepUpCode(platform, by, what, { ip: request.ip })
      return sent.ok
        ? reply.redirect(addressOf(what, { next, sent: 'again' }, '/code'), 303)
        : showCode(call, sent.error)
    }),
  )
}

type ActCall = Call & { readonly what: ToConfirm; readonly says: Text; readonly next: string }

/** The object of an act, for its forms. */
const objectOf = (what: ToConfirm): Readonly<Record<string, string>> =>
  typeof what === 'string' ? {} : { object: what.object }

/** What is being confirmed. */
const ActNamed = ({ says, locale }: { readonly says: Text; readonly locale: 'ar' | 'en' }) => (
  <p>
    {tell('confirmLead', locale)} <strong>{says[locale]}</strong>.
  </p>
)
