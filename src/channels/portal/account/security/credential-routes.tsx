import type { FastifyInstance } from 'fastify'
import { FieldControl } from '#channels/face/field-control.tsx'
import { verifyCsrf } from '#channels/face/session.ts'
import { sendPage } from '#channels/face/visit.ts'
import { acts } from '#platform/accounts/acts.ts'
import { changePassword } from '#platform/accounts/change-password.ts'
import { changeUsername } from '#platform/accounts/change-username.ts'
import { consent } from '#platform/forms/fields/index.ts'
import type { Platform } from '#platform/platform.ts'
import type { Problem } from '#platform/problem.ts'
import { portalNav } from '../../nav.ts'
import { sendProblem } from '../../problem-page.tsx'
import { AccountForm, CredentialInput } from '../account-form.tsx'
import { postedText } from '../body.ts'
import { words } from '../words.ts'
import { confirmed } from './confirmed.ts'
import type { Call } from './signed-in.ts'
import { securityWords, tell } from './words.ts'

/** Changing the password and the username, each after a confirmation (register change-password). */
export function credentialRoutes(app: FastifyInstance, platform: Platform): void {
  const guarded = { preHandler: verifyCsrf }
  const password = acts['change-password'].page
  const username = acts['change-username'].page

  const showPassword = ({ request, reply, visit }: Call, problem?: Problem) =>
    sendPage(reply, platform, visit, {
      title: tell('changePassword', visit.locale),
      nav: portalNav(visit),
      ...(problem ? { status: problem.status } : {}),
      children: (
        <AccountForm
          visit={visit}
          problem={problem}
          title={tell('changePassword', visit.locale)}
          action={password}
          button={tell('save', visit.locale)}
        >
          <NewPasswordInputs visit={visit} problem={problem} />
          <FieldControl
            name="endOthers"
            field={{ ...consent({ label: securityWords.endOthers }), optional: true }}
            value={!problem || postedText(request, 'endOthers') === 'yes'}
            locale={visit.locale}
          />
        </AccountForm>
      ),
    })

  app.get(
    password,
    confirmed(platform, 'change-password', password, (call) => showPassword(call)),
  )

  app.post(
    password,
    guarded,
    confirmed(platform, 'change-password', password, async (call) => {
      const { request, reply, visit, by } = call
      const changed = await changePassword(platform, by, {
        password: postedText(request, 'password'),
        again: postedText(request, 'again'),
        endOthers: postedText(request, 'endOthers') === 'yes',
      })
      if (changed.ok) return reply.redirect('/account?done=passwordChanged', 303)
      return changed.error.fields
        ? showPassword(call, changed.error)
        : sendProblem(reply, platform, visit, changed.error)
    }),
  )

  const showUsername = ({ request, reply, visit }: Call, problem?: Problem) =>
    sendPage(reply, platform, visit, {
      title: tell('changeUsername', visit.locale),
      nav: portalNav(visit),
      ...(problem ? { status: problem.status } : {}),
      children: (
        <AccountForm
          visit={visit}
          problem={problem}
          title={tell('changeUsername', visit.locale)}
          action={username}
          button={tell('save', visit.locale)}
        >
          <CredentialInput
            name="username"
            label={words.username}
            hint={words.usernameHint}
            error={problem?.fields?.username}
            locale={visit.locale}
            value={postedText(request, 'username')}
            autocomplete="username"
          />
        </AccountForm>
      ),
    })

  app.get(
    username,
    confirmed(platform, 'change-username', username, (call) => showUsername(call)),
  )

  app.post(
    username,
    guarded,
    confirmed(platform, 'change-username', username, async (call) => {
      const { request, reply, visit, by } = call
      const changed = await changeUsername(platform, by, postedText(request, 'username'))
      if (changed.ok) return reply.redirect('/account?done=usernameChanged', 303)
      return changed.error.fields
        ? showUsername(call, changed.error)
        : sendProblem(reply, platform, visit, changed.error)
    }),
  )
}

/** A new password, twice. */
export const NewPasswordInputs = ({
  visit: { locale },
  problem,
}: {
  readonly visit: Call['visit']
  readonly problem?: Problem | undefined
}) => (
  <>
    <CredentialInput
      name="password"
      label={securityWords.newPassword}
      hint={words.passwordHint}
      error={problem?.fields?.password}
      locale={locale}
      autocomplete="new-password"
    />
    <CredentialInput
      name="again"
      label={words.again}
      error={problem?.fields?.again}
      locale={locale}
      autocomplete="new-password"
    />
  </>
)
