import { Notice } from '#channels/face/notice.tsx'
import { OtpInput } from '#channels/face/otp-input.tsx'
import type { Visit } from '#channels/face/visit.ts'
import { VisualCode } from '#channels/face/visual-code.tsx'
import type { VisualCodeView } from '#channels/face/visual-code-routes.ts'
import type { Door } from '#platform/accounts/sign-in-pending.ts'
import type { Problem } from '#platform/problem.ts'
import { AccountForm, CredentialInput, Refusal } from './account-form.tsx'
import { Again } from './register-pages.tsx'
import { PasskeyForm } from './security/passkey-form.tsx'
import { RecoveryInput } from './security/recovery-input.tsx'
import { tell } from './security/words.ts'
import { say, words } from './words.ts'

interface SignInPageProps {
  readonly visit: Visit
  readonly door: Door
  readonly action: string
  /** This page with another picture. */
  readonly again: string
  readonly next: string
  readonly name: string
  /** Officers, where the configuration asks it of them. */
  readonly passkeyOnly: boolean
  readonly code: VisualCodeView
  /** What has just been done: signed out, a new password. */
  readonly news: string | undefined
  readonly problem?: Problem | undefined
}

export function SignInPage(props: SignInPageProps) {
  const { visit, door, code, problem } = props
  const { locale } = visit
  const title = say(door === 'officer' ? 'signInOfficer' : 'signIn', locale)
  const news = props.news && !problem && <Notice tone="good" title={props.news} announce />
  const byPasskey = (
    <PasskeyForm
      visit={visit}
      kind="get"
      action={`${props.action}/passkey`}
      options={`${props.action}/passkey/options`}
      words={tell('passkeySignIn', locale)}
      hidden={{ next: props.next }}
      {...(props.passkeyOnly ? { look: 'primary' } : {})}
    />
  )
  if (props.passkeyOnly)
    return (
      <div class="stack narrow">
        {problem && <Refusal problem={problem} locale={locale} />}
        <h1>{title}</h1>
        {news}
        <section class="sheet stack">
          <p>{tell('officerPasskey', locale)}</p>
          <noscript>
            <p>{tell('passkeyScripts', locale)}</p>
          </noscript>
          {byPasskey}
        </section>
      </div>
    )
  return (
    <AccountForm
      visit={visit}
      problem={problem}
      title={title}
      action={props.action}
      button={say('go', locale)}
      hidden={{ next: props.next }}
      intro={news}
      after={
        <>
          {byPasskey}
          {door === 'person' && (
            <p class="row">
              <a class="a" href="/sign-in/approval">
                {say('approve', locale)}
              </a>
              <a class="a" href="/reset-password">
                {tell('forgot', locale)}
              </a>
              <a class="a" href="/lost-mobile">
                {tell('lostMobile', locale)}
              </a>
              <a class="a" href="/register">
                {say('newHere', locale)}
              </a>
            </p>
          )}
        </>
      }
    >
      <CredentialInput
        name="name"
        label={words.name}
        locale={locale}
        value={props.name}
        autocomplete="username"
      />
      <CredentialInput
        name="password"
        label={words.password}
        locale={locale}
        autocomplete="current-password"
      />
      <VisualCode {...code} locale={locale} error={problem?.fields?._code} another={props.again} />
    </AccountForm>
  )
}

interface SignInCodePageProps {
  readonly visit: Visit
  readonly action: string
  readonly next: string
  readonly mobile: string
  /** An app shows the code. */
  readonly app: boolean
  readonly again: boolean
  readonly problem?: Problem | undefined
}

export function SignInCodePage(props: SignInCodePageProps) {
  const { visit, action, next, mobile, app, again, problem } = props
  const { locale } = visit
  return (
    <AccountForm
      visit={visit}
      problem={problem}
      title={say('codeTitle', locale)}
      action={action}
      button={say('signIn', locale)}
      hidden={{ next }}
      intro={
        <>
          {again && !problem && <Notice tone="good" title={say('codeSent', locale)} announce />}
          {(again || !app) && <p>{say('codeLife', locale)}</p>}
        </>
      }
      after={
        <Again
          visit={visit}
          action={`${action}/again`}
          next={next}
          words={app ? tell('appInstead', locale) : undefined}
        />
      }
    >
      <OtpInput
        locale={locale}
        label={app ? tell('appCode', locale) : say('codeLabel', locale)}
        {...(again || !app ? { sentTo: mobile } : {})}
        fromApp={app}
        error={problem?.fields?.code}
      />
      <RecoveryInput locale={locale} problem={problem} />
    </AccountForm>
  )
}
