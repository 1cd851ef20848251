import { Button } from '#channels/face/button.tsx'
import { HiddenInputs } from '#channels/face/confirm-panel.tsx'
import { Notice } from '#channels/face/notice.tsx'
import { paths } from '#channels/face/paths.ts'
import type { Visit } from '#channels/face/visit.ts'
import { VisualCode } from '#channels/face/visual-code.tsx'
import type { VisualCodeView } from '#channels/face/visual-code-routes.ts'
import { formatInstant } from '#kernel/format.ts'
import type { WaitingApproval } from '#platform/accounts/approve-sign-in.ts'
import type { Problem } from '#platform/problem.ts'
import { AccountForm, CredentialInput } from './account-form.tsx'
import { say, words } from './words.ts'

/** Whose account it is, and nothing else. */
export function ApprovalPage(props: {
  readonly visit: Visit
  readonly next: string
  readonly name: string
  readonly code: VisualCodeView
  readonly problem?: Problem | undefined
}) {
  const { visit, problem } = props
  const { locale } = visit
  return (
    <AccountForm
      visit={visit}
      problem={problem}
      title={say('approveTitle', locale)}
      action="/sign-in/approval"
      button={say('go', locale)}
      hidden={{ next: props.next }}
      intro={<p>{say('approveLead', locale)}</p>}
      after={
        <p>
          <a class="a" href={paths.signIn}>
            {say('signIn', locale)}
          </a>
        </p>
      }
    >
      <CredentialInput
        name="name"
        label={words.name}
        locale={locale}
        value={props.name}
        autocomplete="username"
      />
      <VisualCode
        {...props.code}
        locale={locale}
        error={problem?.fields?._code}
        another="/sign-in/approval"
      />
    </AccountForm>
  )
}

/** The number to choose on the other device, until it is chosen. */
export function WaitingPage({
  visit,
  next,
  state,
}: {
  readonly visit: Visit
  readonly next: string
  readonly state: { readonly number: number; readonly state: 'waiting' | 'approved' | 'denied' }
}) {
  const { locale } = visit
  if (state.state === 'denied')
    return (
      <div class="stack narrow">
        <h1>{say('approveTitle', locale)}</h1>
        <Notice tone="bad" title={say('approveRefused', locale)} announce />
        <p>
          <a class="go" href={paths.signIn}>
            {say('signIn', locale)}
          </a>
        </p>
      </div>
    )
  const goOn = (
    <form method="post" action="/sign-in/approval/waiting" class="self-center">
      <HiddenInputs values={{ _csrf: visit.csrf, next }} />
      <Button look={state.state === 'approved' ? 'primary' : 'quiet'}>
        {say(state.state === 'approved' ? 'approveEnter' : 'approveLook', locale)}
      </Button>
    </form>
  )
  if (state.state === 'approved')
    return (
      <div class="stack narrow">
        <h1>{say('approveTitle', locale)}</h1>
        <Notice tone="good" title={say('approved', locale)} announce />
        {goOn}
      </div>
    )
  return (
    <div class="stack narrow">
      <h1>{say('approveTitle', locale)}</h1>
      <section class="sheet stack text-center">
        <p>{say('approveNumber', locale)}</p>
        <p class="text-5xl font-semibold" dir="ltr">
          {state.number}
        </p>
        <p class="muted">{say('approveWhere', locale)}</p>
        {goOn}
      </section>
    </div>
  )
}

/** On the device that is signed in: who asks, and three numbers. */
export function ApprovePage({
  visit,
  waiting,
}: {
  readonly visit: Visit
  readonly waiting: WaitingApproval
}) {
  const { locale } = visit
  const answer = (number: string) => ({ _csrf: visit.csrf, id: waiting.id, number })
  return (
    <div class="stack narrow">
      <h1>{say('approveAsk', locale)}</h1>
      <section class="sheet stack">
        <dl class="facts">
          <div>
            <dt>{say('approveFrom', locale)}</dt>
            <dd>
              <bdi>{waiting.agent ?? '…'}</bdi>
            </dd>
          </div>
          <div>
            <dt>{say('approveSince', locale)}</dt>
            <dd>{formatInstant(waiting.askedAt, locale)}</dd>
          </div>
        </dl>
        <p>{say('approveChoose', locale)}</p>
        <div class="row">
          {waiting.choices.map((choice) => (
            <form key={choice} method="post" action="/approve-sign-in">
              <HiddenInputs values={answer(String(choice))} />
              <Button look="quiet">{choice}</Button>
            </form>
          ))}
        </div>
        <form method="post" action="/approve-sign-in">
          <HiddenInputs values={answer('deny')} />
          <Button look="danger">{say('approveDeny', locale)}</Button>
        </form>
      </section>
    </div>
  )
}
