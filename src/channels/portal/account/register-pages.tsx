import { LinkButton } from '#channels/face/button.tsx'
import { HiddenInputs } from '#channels/face/confirm-panel.tsx'
import { FieldControl } from '#channels/face/field-control.tsx'
import { GoLink } from '#channels/face/go-link.tsx'
import { Ltr } from '#channels/face/ltr.tsx'
import { Notice } from '#channels/face/notice.tsx'
import { OtpInput } from '#channels/face/otp-input.tsx'
import type { Visit } from '#channels/face/visit.ts'
import { VisualCode } from '#channels/face/visual-code.tsx'
import type { VisualCodeView } from '#channels/face/visual-code-routes.ts'
import { terms } from '#platform/accounts/terms.ts'
import { form } from '#platform/forms/field.ts'
import { choice, consent, date, email, mobile, personNumber, text } from '#platform/forms/fields/index.ts'
import { countryName } from '#platform/people/country.ts'
import { gccCountries } from '#platform/people/gcc-identity.ts'
import type { Problem } from '#platform/problem.ts'
import { AccountForm, CredentialInput } from './account-form.tsx'
import { say, words } from './words.ts'

interface PageProps {
  readonly visit: Visit
  readonly problem?: Problem | undefined
}

const reachedBy = {
  born: date({ label: words.born, max: 'today' }),
  mobile: mobile({ label: words.mobile, hint: words.mobileHint }),
  email: email({ label: words.email }),
}

/** What is asked of a new user (register register-account). */
export const detailsForm = form({ person: personNumber({ label: words.person }), ...reachedBy })

/** The same, of a Gulf citizen who has come in with their own state's card (register register-gcc-account). */
export const gccForm = form({
  country: choice({
    label: words.gccCountry,
    options: gccCountries.map((value) => ({ value, label: countryName(value) })),
  }),
  number: text({ label: words.gccNumber, hint: words.gccHint, max: 30 }),
  ...reachedBy,
})

/** The two ways to say who one is, and where each is done. */
export const identities = {
  number: { path: '/register/details', form: detailsForm, other: 'gcc', toOther: 'withGcc' },
  gcc: { path: '/register/details/gcc', form: gccForm, other: 'number', toOther: 'withNumber' },
} as const
export type IdentityBy = keyof typeof identities

export function TermsPage({ visit, problem }: PageProps) {
  const { locale } = visit
  return (
    <AccountForm
      visit={visit}
      problem={problem}
      step={1}
      title={say('register', locale)}
      action="/register"
      button={say('go', locale)}
      hidden={{ version: terms.version }}
      intro={<p>{say('termsLead', locale)}</p>}
    >
      <h2>{say('termsTitle', locale)}</h2>
      <Clauses visit={visit} />
      <Consent visit={visit} problem={problem} />
    </AccountForm>
  )
}

/** The text of the terms and its version. */
export const Clauses = ({ visit: { locale } }: PageProps) => (
  <>
    <ol class="list-decimal space-y-3 ps-6">
      {terms.clauses.map((clause) => (
        <li key={clause.en}>{clause[locale]}</li>
      ))}
    </ol>
    <p class="muted">
      {say('termsVersion', locale)} <Ltr>{terms.version}</Ltr>
    </p>
  </>
)

/** The tick under the terms. */
export const Consent = ({ visit: { locale }, problem }: PageProps) => (
  <FieldControl
    name="terms"
    field={consent({ label: words.termsAgree })}
    error={problem?.fields?.terms}
    locale={locale}
  />
)

export function DetailsPage({
  visit,
  problem,
  by,
  values,
  code,
}: PageProps & {
  readonly by: IdentityBy
  readonly values: Readonly<Record<string, unknown>>
  readonly code: VisualCodeView
}) {
  const { locale } = visit
  const { path, form, other, toOther } = identities[by]
  return (
    <AccountForm
      visit={visit}
      problem={problem}
      step={2}
      title={say('detailsTitle', locale)}
      action={path}
      button={say('go', locale)}
      keep
      after={<GoLink next={{ page: identities[other].path, label: words[toOther] }} locale={locale} />}
    >
      {Object.entries(form.fields).map(([name, field]) => (
        <FieldControl
          key={name}
          name={name}
          field={field}
          value={values[name]}
          error={problem?.fields?.[name]}
          locale={locale}
        />
      ))}
      <VisualCode {...code} locale={locale} error={problem?.fields?._code} another={path} />
    </AccountForm>
  )
}

export function CodePage({
  visit,
  problem,
  mobile: to,
  again,
}: PageProps & { readonly mobile: string; readonly again: boolean }) {
  const { locale } = visit
  return (
    <AccountForm
      visit={visit}
      problem={problem}
      step={3}
      title={say('codeTitle', locale)}
      action="/register/code"
      button={say('confirm', locale)}
      intro={
        <>
          {again && !problem && <Notice tone="good" title={say('codeSent', locale)} announce />}
          <p>
            {say('codeTo', locale)} <Ltr>{to}</Ltr>. {say('codeNeutral', locale)}
          </p>
        </>
      }
      after={
        <>
          <Again visit={visit} action="/register/code/again" />
          <p>
            <a class="a" href="/register/details">
              {say('changeDetails', locale)}
            </a>
          </p>
        </>
      }
    >
      <OtpInput locale={locale} label={say('codeLabel', locale)} error={problem?.fields?.code} />
    </AccountForm>
  )
}

/** Asks for another code; the server says when it is too soon. */
export const Again = ({
  visit,
  action,
  next,
  hidden = {},
  words: asking,
}: {
  readonly visit: Visit
  readonly action: string
  readonly next?: string
  readonly hidden?: Readonly<Record<string, string>>
  readonly words?: string | undefined
}) => (
  <form method="post" action={action}>
    <HiddenInputs values={{ _csrf: visit.csrf, ...hidden, ...(next === undefined ? {} : { next }) }} />
    <button type="submit" class="btn btn-plain">
      {asking ?? say('codeAgain', visit.locale)}
    </button>
  </form>
)

export function CredentialsPage({ visit, problem, username }: PageProps & { readonly username: string }) {
  const { locale } = visit
  const error = problem?.fields ?? {}
  return (
    <AccountForm
      visit={visit}
      problem={problem}
      step={4}
      title={say('credentialsTitle', locale)}
      action="/register/credentials"
      button={say('create', locale)}
    >
      <CredentialInput
        name="username"
        label={words.username}
        hint={words.usernameHint}
        error={error.username}
        locale={locale}
        value={username}
        autocomplete="username"
      />
      <CredentialInput
        name="password"
        label={words.password}
        hint={words.passwordHint}
        error={error.password}
        locale={locale}
        autocomplete="new-password"
      />
      <CredentialInput
        name="again"
        label={words.again}
        error={error.again}
        locale={locale}
        autocomplete="new-password"
      />
    </AccountForm>
  )
}

export function DonePage({ visit }: { readonly visit: Visit }) {
  const { locale } = visit
  return (
    <div class="stack narrow">
      <Notice tone="good" banner title={say('doneTitle', locale)}>
        <p>{say('doneLead', locale)}</p>
      </Notice>
      <h1 class="sr-only">{say('doneTitle', locale)}</h1>
      <section class="sheet stack">
        <h2>{say('now', locale)}</h2>
        <p>{say('nowList', locale)}</p>
        <h2>{say('opens', locale)}</h2>
        <p>{say('opensList', locale)}</p>
      </section>
      <div class="row">
        <LinkButton href="/activate">{say('activate', locale)}</LinkButton>
        <LinkButton look="quiet" href="/sign-in?next=%2Factivate">
          {say('signIn', locale)}
        </LinkButton>
      </div>
    </div>
  )
}
