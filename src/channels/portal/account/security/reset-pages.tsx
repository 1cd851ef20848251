import { FieldControl } from '#channels/face/field-control.tsx'
import { Ltr } from '#channels/face/ltr.tsx'
import { Notice } from '#channels/face/notice.tsx'
import { OtpInput } from '#channels/face/otp-input.tsx'
import type { Visit } from '#channels/face/visit.ts'
import { VisualCode } from '#channels/face/visual-code.tsx'
import type { VisualCodeView } from '#channels/face/visual-code-routes.ts'
import type { Fact } from '#platform/accounts/reset-password.ts'
import { type AnswersOf, form } from '#platform/forms/field.ts'
import { date, mobile, passportNumber, personNumber } from '#platform/forms/fields/index.ts'
import type { Problem } from '#platform/problem.ts'
import { AccountForm } from '../account-form.tsx'
import { Again } from '../register-pages.tsx'
import { say, words } from '../words.ts'
import { NewPasswordInputs } from './credential-routes.tsx'
import { RecoveryInput } from './recovery-input.tsx'
import { securityWords, tell } from './words.ts'

interface PageProps {
  readonly visit: Visit
  readonly problem?: Problem | undefined
}

/** What is asked of somebody who lost their password (register reset-password). */
export const resetForm = form({
  person: personNumber({ label: words.person }),
  mobile: mobile({ label: words.mobile }),
  passport: passportNumber({ label: securityWords.passport, optional: true }),
  dependant: personNumber({ label: securityWords.dependant, optional: true }),
  idExpiry: date({ label: securityWords.idExpiry, optional: true }),
})

const facts = ['passport', 'dependant', 'idExpiry'] as const

/** The first of the three facts that was given. */
export function factOf(answers: AnswersOf<typeof resetForm.fields>): Fact | undefined {
  if (answers.passport !== undefined) return { kind: 'passport', number: answers.passport }
  if (answers.dependant !== undefined) return { kind: 'dependant', person: answers.dependant }
  return answers.idExpiry === undefined ? undefined : { kind: 'id-expiry', on: answers.idExpiry }
}

export function ResetPage({
  visit,
  problem,
  values,
  code,
}: PageProps & { readonly values: Readonly<Record<string, unknown>>; readonly code: VisualCodeView }) {
  const { locale } = visit
  const control = (name: keyof typeof resetForm.fields) => (
    <FieldControl
      key={name}
      name={name}
      field={resetForm.fields[name]}
      value={values[name]}
      error={problem?.fields?.[name]}
      locale={locale}
    />
  )
  return (
    <AccountForm
      visit={visit}
      problem={problem}
      title={tell('reset', locale)}
      action="/reset-password"
      button={say('go', locale)}
      intro={<p>{tell('resetLead', locale)}</p>}
      after={
        <p>
          {tell('resetElse', locale)}{' '}
          <a class="a" href="/lost-mobile">
            {tell('lostMobile', locale)}
          </a>
        </p>
      }
    >
      {control('person')}
      {control('mobile')}
      <h2>{tell('oneOfThree', locale)}</h2>
      {facts.map(control)}
      <VisualCode {...code} locale={locale} error={problem?.fields?._code} another="/reset-password" />
    </AccountForm>
  )
}

export function ResetCodePage({
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
      title={say('codeTitle', locale)}
      action="/reset-password/code"
      button={say('confirm', locale)}
      intro={
        <>
          {again && !problem && <Notice tone="good" title={say('codeSent', locale)} announce />}
          <p>
            {say('codeTo', locale)} <Ltr>{to}</Ltr>. {tell('resetNeutral', locale)}
          </p>
        </>
      }
      after={<Again visit={visit} action="/reset-password/code/again" />}
    >
      <OtpInput locale={locale} label={say('codeLabel', locale)} error={problem?.fields?.code} />
      <RecoveryInput locale={locale} problem={problem} other={securityWords.recoveryOrApp} />
    </AccountForm>
  )
}

export const ResetNewPage = ({ visit, problem }: PageProps) => (
  <AccountForm
    visit={visit}
    problem={problem}
    title={tell('newPassword', visit.locale)}
    action="/reset-password/new"
    button={tell('save', visit.locale)}
  >
    <NewPasswordInputs visit={visit} problem={problem} />
  </AccountForm>
)
