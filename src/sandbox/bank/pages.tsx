import type { ComponentChildren, JSX } from 'preact'
import { formatInstant } from '#kernel/format.ts'
import { formatIban } from '#kernel/iban.ts'
import { formatMobile, maskMobile } from '#kernel/mobile.ts'
import { maskPersonNumber } from '#kernel/person-number.ts'
import type { Locale, Text } from '#kernel/text.ts'
import { accountsOf } from '#sandbox/bank/account.ts'
import type { Activation } from '#sandbox/bank/activation.ts'
import type { Customer } from '#sandbox/bank/customers.ts'
import { words } from '#sandbox/bank/words.ts'

interface Shown {
  readonly locale: Locale
}

function Input(props: {
  readonly locale: Locale
  readonly name: string
  readonly label: Text
  readonly hint?: Text
  readonly error?: Text | undefined
  readonly value?: string
  readonly inputMode: 'numeric' | 'tel'
}): JSX.Element {
  const { locale, name, hint, error } = props
  const described = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ')
  return (
    <p class="field">
      <label for={name}>{props.label[locale]}</label>
      {hint && (
        <span class="hint" id={`${name}-hint`}>
          {hint[locale]}
        </span>
      )}
      {error && (
        <span class="error" id={`${name}-error`}>
          {error[locale]}
        </span>
      )}
      <input
        id={name}
        name={name}
        inputMode={props.inputMode}
        dir="ltr"
        required
        value={props.value ?? ''}
        aria-invalid={error !== undefined}
        {...(described !== '' && { 'aria-describedby': described })}
      />
    </p>
  )
}

export function SignIn(
  props: Shown & {
    readonly given: { readonly person: string; readonly mobile: string }
    readonly errors: { readonly person?: Text | undefined; readonly mobile?: Text | undefined }
  },
): JSX.Element {
  const { locale, given, errors } = props
  return (
    <form method="post" action="/bank/sign-in">
      <p class="note">{words.fictitious[locale]}</p>
      <Input
        locale={locale}
        inputMode="numeric"
        name="person"
        label={words.person}
        value={given.person}
        error={errors.person}
      />
      <Input
        locale={locale}
        inputMode="tel"
        name="mobile"
        label={words.mobile}
        hint={words.mobileHint}
        value={given.mobile}
        error={errors.mobile}
      />
      <button type="submit">{words.enter[locale]}</button>
    </form>
  )
}

export function Home({ locale, customer }: Shown & { readonly customer: Customer }): JSX.Element {
  return (
    <>
      <ul class="parts">
        <li>
          <a href="/bank/bills">
            <strong>{words.payBill[locale]}</strong>
          </a>
        </li>
      </ul>
      <h2>{words.accounts[locale]}</h2>
      <ul class="parts">
        {accountsOf(customer.person).map(({ iban, behaviour }) => (
          <li key={iban} class="card">
            <bdi dir="ltr">
              <code>{formatIban(iban)}</code>
            </bdi>
            <p class="hint">{words[behaviour][locale]}</p>
          </li>
        ))}
      </ul>
      <form method="post" action="/bank/sign-out">
        <button type="submit">{words.leave[locale]}</button>
      </form>
    </>
  )
}

export const Bills = ({ locale }: Shown): JSX.Element => (
  <>
    <h2>{words.services[locale]}</h2>
    <ul class="parts">
      <li>
        <a href="/bank/activation">
          <strong>{words.activate[locale]}</strong>
        </a>
      </li>
    </ul>
    <Back locale={locale} />
  </>
)

function Details({
  locale,
  customer,
  children,
}: Shown & { customer: Customer; children?: ComponentChildren }): JSX.Element {
  return (
    <div class="card">
      <dl class="facts">
        <dt>{words.identity[locale]}</dt>
        <dd>
          <bdi dir="ltr">{maskPersonNumber(customer.person)}</bdi>
        </dd>
        <dt>{words.held[locale]}</dt>
        <dd>
          <bdi dir="ltr">{maskMobile(customer.mobile)}</bdi>
        </dd>
        {children}
      </dl>
    </div>
  )
}

export function Review(
  props: Shown & { readonly customer: Customer; readonly portal: string; readonly error?: Text | undefined },
): JSX.Element {
  const { locale, customer, portal, error } = props
  return (
    <form method="post" action="/bank/activation">
      <h2>{words.review[locale]}</h2>
      <p>{words.reviewNote[locale]}</p>
      <Details locale={locale} customer={customer} />
      <p>
        {error && (
          <span class="error" id="terms-error">
            {error[locale]}{' '}
          </span>
        )}
        <label>
          <input
            type="checkbox"
            name="terms"
            value="agreed"
            required
            {...(error && { 'aria-describedby': 'terms-error' })}
          />{' '}
          {words.terms[locale]}
        </label>{' '}
        <a href={`${portal}/terms`}>{words.readTerms[locale]}</a>
      </p>
      <button type="submit">{words.send[locale]}</button>
      <Back locale={locale} />
    </form>
  )
}

export const Confirm = ({ locale, customer }: Shown & { readonly customer: Customer }): JSX.Element => (
  <form method="post" action="/bank/activation/confirm">
    <h2>{words.sure[locale]}</h2>
    <Details locale={locale} customer={customer} />
    <p>
      <button type="submit">{words.confirm[locale]}</button>
    </p>
    <Back locale={locale} />
  </form>
)

/** The receipt, or why there is none and what to do. */
export function Outcome(
  props: Shown & {
    readonly customer: Customer
    readonly outcome: Activation
    readonly portal: string
    readonly error?: Text | undefined
  },
): JSX.Element {
  const { locale, customer, outcome, portal } = props
  return (
    <>
      <p class="note" role="status">
        {words[outcome.outcome][locale]}
      </p>
      {'receipt' in outcome && (
        <Details locale={locale} customer={customer}>
          <dt>{words.bankReceipt[locale]}</dt>
          <dd>
            <bdi dir="ltr">{customer.receipt}</bdi>
          </dd>
          <dt>{words.platformReceipt[locale]}</dt>
          <dd>
            <bdi dir="ltr">{outcome.receipt}</bdi>
          </dd>
          <dt>{words.time[locale]}</dt>
          <dd>{formatInstant(new Date(outcome.at), locale)}</dd>
        </Details>
      )}
      {outcome.outcome === 'mobile-mismatch' && (
        <form method="post" action="/bank/branch">
          <Input
            locale={locale}
            inputMode="tel"
            name="mobile"
            label={words.branch}
            value={formatMobile(customer.mobile)}
            error={props.error}
          />
          <button type="submit">{words.update[locale]}</button>
        </form>
      )}
      {outcome.outcome === 'no-answer' && (
        <p>
          <a href="/bank/activation">{words.again[locale]}</a>
        </p>
      )}
      <p>
        <a href={portal}>{words.toPortal[locale]}</a>
      </p>
      <Back locale={locale} />
    </>
  )
}

const Back = ({ locale }: Shown): JSX.Element => (
  <p>
    <a href="/bank">{words.home[locale]}</a>
  </p>
)
