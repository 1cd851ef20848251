import type { ComponentChildren, JSX } from 'preact'
import { formatInstant } from '#kernel/format.ts'
import { formatMobile, maskMobile } from '#kernel/mobile.ts'
import { maskPersonNumber } from '#kernel/person-number.ts'
import type { Locale, Text } from '#kernel/text.ts'
import type { Activation } from '#sandbox/bank/activation.ts'
import type { Customer, Face } from '#sandbox/bank/customers.ts'
import { faceNames, words } from '#sandbox/bank/words.ts'

export interface Shown {
  readonly locale: Locale
}

/** Where each face begins. */
export const faceHome: Readonly<Record<Face, string>> = { app: '/bank', web: '/bank/web', atm: '/bank/atm' }

export function Input(props: {
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

/** A box to tick before it goes on. */
export function Tick(props: {
  readonly locale: Locale
  readonly name: string
  readonly value: string
  readonly label: Text
  readonly error?: Text | undefined
  readonly children?: ComponentChildren
}): JSX.Element {
  const { locale, name, error } = props
  return (
    <p>
      {error && (
        <span class="error" id={`${name}-error`}>
          {error[locale]}{' '}
        </span>
      )}
      <label>
        <input
          type="checkbox"
          name={name}
          value={props.value}
          required
          {...(error && { 'aria-describedby': `${name}-error` })}
        />{' '}
        {props.label[locale]}
      </label>
      {props.children}
    </p>
  )
}

/** Agreeing to the terms, which all three ways ask for (register R-BNK-06). */
export const Terms = ({
  locale,
  portal,
  error,
}: Shown & { readonly portal: string; readonly error?: Text | undefined }): JSX.Element => (
  <Tick locale={locale} name="terms" value="agreed" label={words.terms} error={error}>
    {' '}
    <a href={`${portal}/terms`}>{words.readTerms[locale]}</a>
  </Tick>
)

/** Who somebody is and which mobile the bank holds of them: signing in, or a card that goes in. */
export interface Given {
  readonly person: string
  readonly mobile: string
}
export interface GivenErrors {
  readonly person?: Text | undefined
  readonly mobile?: Text | undefined
}

export function Identify(
  props: Shown & {
    readonly face: Face
    readonly action: string
    readonly button: Text
    readonly given: Given
    readonly errors: GivenErrors
    readonly children?: ComponentChildren
  },
): JSX.Element {
  const { locale, given, errors } = props
  return (
    <>
      <Faces locale={locale} at={props.face} />
      <form method="post" action={props.action}>
        <p class="note">{words.fictitious[locale]}</p>
        {props.children}
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
        <button type="submit">{props.button[locale]}</button>
      </form>
    </>
  )
}

const Faces = ({ locale, at }: Shown & { readonly at: Face }): JSX.Element => (
  <nav aria-label={words.faces[locale]} class="faces">
    {(['app', 'web', 'atm'] as const).map((face) => (
      <a key={face} href={faceHome[face]} {...(face === at && { 'aria-current': 'page' })}>
        {faceNames[face][locale]}
      </a>
    ))}
  </nav>
)

/** Masked, as on every paper (register R-BNK-03). */
export function Details({
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

/** Number, time, masked identity and mobile: mandatory after every success (register R-BNK-03). */
export function Receipt(
  props: Shown & {
    readonly customer: Customer
    readonly outcome: Extract<Activation, { receipt: string }>
    readonly children?: ComponentChildren
  },
): JSX.Element {
  const { locale, customer, outcome } = props
  return (
    <Details locale={locale} customer={customer}>
      <dt>{words.bankReceipt[locale]}</dt>
      <dd>
        <bdi dir="ltr" class="unbroken">
          {customer.receipt}
        </bdi>
      </dd>
      <dt>{words.platformReceipt[locale]}</dt>
      <dd>
        <bdi dir="ltr">{outcome.receipt}</bdi>
      </dd>
      <dt>{words.time[locale]}</dt>
      <dd>{formatInstant(new Date(outcome.at), locale)}</dd>
      <dt>{words.atBank[locale]}</dt>
      <dd>{faceNames[customer.face][locale]}</dd>
      {props.children}
    </Details>
  )
}

/** What is to be done about a wrong mobile, and the branch where it is done (register R-BNK-05). */
export function WrongMobile(
  props: Shown & {
    readonly customer: Customer
    readonly action: string
    readonly error?: Text | undefined
    readonly children?: ComponentChildren
  },
): JSX.Element {
  const { locale, customer } = props
  return (
    <>
      <h2>{words.mismatchSteps[locale]}</h2>
      <ol>
        {props.children}
        <li>{words.goToBranch[locale]}</li>
        <li>{words.comeBack[locale]}</li>
      </ol>
      <form method="post" action={props.action} class="card">
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
    </>
  )
}

/** A page of the menu: what can be chosen from here. */
export const Menu = ({
  items,
}: {
  readonly items: readonly { readonly href: string; readonly label: string }[]
}): JSX.Element => (
  <ul class="parts">
    {items.map(({ href, label }) => (
      <li key={href}>
        <a href={href}>
          <strong>{label}</strong>
        </a>
      </li>
    ))}
  </ul>
)

export const Back = ({ locale, to }: Shown & { readonly to: string }): JSX.Element => (
  <p>
    <a href={to}>{words.home[locale]}</a>
  </p>
)

/** The receipt with what happens next, or why there is none and what to do. */
export function Outcome(
  props: Shown & {
    readonly customer: Customer
    readonly outcome: Activation
    readonly portal: string
    readonly error?: Text | undefined
  },
): JSX.Element {
  const { locale, customer, outcome, portal } = props
  const home = faceHome[customer.face]
  return (
    <>
      <p class="note" role="status">
        {words[outcome.outcome][locale]}
      </p>
      {'receipt' in outcome && <Receipt locale={locale} customer={customer} outcome={outcome} />}
      {outcome.outcome === 'activated' && <p>{words.kept[locale]}</p>}
      {outcome.outcome === 'mobile-mismatch' && (
        <WrongMobile locale={locale} customer={customer} action={`${home}/branch`} error={props.error} />
      )}
      {outcome.outcome === 'no-answer' && (
        <p>
          <a href={`${home}/activation`}>{words.again[locale]}</a>
        </p>
      )}
      <p>
        <a href={portal}>{words.toPortal[locale]}</a>
      </p>
      <Back locale={locale} to={home} />
    </>
  )
}
