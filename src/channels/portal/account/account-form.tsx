import type { ComponentChildren } from 'preact'
import { Button } from '#channels/face/button.tsx'
import { HiddenInputs } from '#channels/face/confirm-panel.tsx'
import { ErrorSummary } from '#channels/face/error-summary.tsx'
import { describedBy, Frame } from '#channels/face/field/frame.tsx'
import { inputId } from '#channels/face/field/props.ts'
import { GoLink } from '#channels/face/go-link.tsx'
import { KeptNotice } from '#channels/face/kept-notice.tsx'
import { Notice } from '#channels/face/notice.tsx'
import { Steps } from '#channels/face/steps.tsx'
import type { Visit } from '#channels/face/visit.ts'
import type { Locale, Text } from '#kernel/text.ts'
import { text } from '#platform/forms/fields/index.ts'
import type { Problem } from '#platform/problem.ts'

interface AccountFormProps {
  readonly visit: Visit
  readonly title: string
  readonly action: string
  readonly button: string
  readonly problem?: Problem | undefined
  /** The page of the registration that this is, from 1 to 4. */
  readonly step?: number
  /** What is typed survives a change of language; never for codes. */
  readonly keep?: boolean
  readonly hidden?: Readonly<Record<string, string>>
  /** Between the heading and the form. */
  readonly intro?: ComponentChildren
  /** Under the form. */
  readonly after?: ComponentChildren
  readonly children: ComponentChildren
}

/** One page with one form: what is wrong on top, then the heading, the questions and one button. */
export function AccountForm(props: AccountFormProps) {
  const { visit, problem, step } = props
  return (
    <div class="stack narrow">
      {problem?.fields && <ErrorSummary errors={problem.fields} locale={visit.locale} />}
      {problem && !problem.fields && <Refusal problem={problem} locale={visit.locale} />}
      <header>
        {step && <Steps at={step} total={4} locale={visit.locale} />}
        <h1>{props.title}</h1>
      </header>
      {props.intro}
      <form
        class="sheet stack"
        method="post"
        action={props.action}
        novalidate
        data-keep={props.keep ? '' : undefined}
      >
        <HiddenInputs values={{ _csrf: visit.csrf, ...props.hidden }} />
        {props.keep && <KeptNotice locale={visit.locale} />}
        {props.children}
        <div>
          <Button>{props.button}</Button>
        </div>
      </form>
      {props.after}
    </div>
  )
}

/** What went wrong when it is not about one field. */
export const Refusal = ({ problem, locale }: { readonly problem: Problem; readonly locale: Locale }) => (
  <Notice tone="bad" title={problem.title[locale]} announce>
    {problem.detail && <p>{problem.detail[locale]}</p>}
    {problem.next && <GoLink next={problem.next} locale={locale} />}
  </Notice>
)

interface CredentialInputProps {
  readonly name: string
  readonly label: Text
  readonly hint?: Text
  readonly error?: Text | undefined
  readonly locale: Locale
  readonly value?: string
  /** The token by which password managers know it. */
  readonly autocomplete: 'username' | 'current-password' | 'new-password'
}

/** A username or a password: left to right, never corrected, and known to password managers. */
export function CredentialInput(props: CredentialInputProps) {
  const { name, label, hint, error, locale, value, autocomplete } = props
  const field = text({ label, ...(hint ? { hint } : {}) })
  const frame = { name, field, error, locale }
  return (
    <Frame {...frame}>
      <input
        class="input w-full max-w-md"
        id={inputId(name)}
        name={name}
        {...(autocomplete === 'username' ? { type: 'text' } : { type: 'password' })}
        {...(value ? { value } : {})}
        dir="ltr"
        autocomplete={autocomplete}
        autocapitalize="none"
        spellcheck={false}
        maxLength={256}
        required
        aria-describedby={describedBy(frame)}
        aria-invalid={error ? 'true' : undefined}
      />
    </Frame>
  )
}
