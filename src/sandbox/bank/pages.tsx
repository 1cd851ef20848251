import type { JSX } from 'preact'
import { formatIban } from '#kernel/iban.ts'
import type { Text } from '#kernel/text.ts'
import { accountsOf } from '#sandbox/bank/account.ts'
import { billWords } from '#sandbox/bank/bill-words.ts'
import type { Customer, Face } from '#sandbox/bank/customers.ts'
import { mobileWords } from '#sandbox/bank/mobile-words.ts'
import { Back, Details, faceHome, Menu, type Shown, Terms, Tick } from '#sandbox/bank/parts.tsx'
import { webWords } from '#sandbox/bank/web-words.ts'
import { words } from '#sandbox/bank/words.ts'

/** The first page of the app and of internet banking: what each calls paying, and the accounts. */
export function Home({ locale, customer }: Shown & { readonly customer: Customer }): JSX.Element {
  const home = faceHome[customer.face]
  return (
    <>
      <Menu
        items={[
          customer.face === 'app'
            ? { href: `${home}/bills`, label: words.payBill[locale] }
            : { href: `${home}/payments`, label: webWords.payments[locale] },
          { href: `${home}/mobile`, label: mobileWords.title[locale] },
        ]}
      />
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
      <form method="post" action={`${home}/sign-out`}>
        <button type="submit" class="quiet">
          {words.leave[locale]}
        </button>
      </form>
    </>
  )
}

/** The app: bill payment, then the activation. */
export const Bills = ({ locale }: Shown): JSX.Element => (
  <>
    <h2>{words.services[locale]}</h2>
    <Menu
      items={[
        { href: '/bank/activation', label: words.activate[locale] },
        { href: '/bank/government-bills', label: billWords.title[locale] },
        { href: '/bank/refunds', label: billWords.refunds[locale] },
      ]}
    />
    <Back locale={locale} to={faceHome.app} />
  </>
)

/** Internet banking: payments, then those to the government. */
export const Payments = ({ locale }: Shown): JSX.Element => (
  <>
    <Menu items={[{ href: '/bank/web/government', label: webWords.government[locale] }]} />
    <Back locale={locale} to={faceHome.web} />
  </>
)

/** Internet banking: payments to the government, then the activation. */
export const Government = ({ locale }: Shown): JSX.Element => (
  <>
    <Menu
      items={[
        { href: '/bank/web/activation', label: words.activate[locale] },
        { href: '/bank/web/government-bills', label: billWords.title[locale] },
        { href: '/bank/web/refunds', label: billWords.refunds[locale] },
      ]}
    />
    <Back locale={locale} to={faceHome.web} />
  </>
)

/** What is left to tick. */
export interface Missing {
  readonly correct?: Text | undefined
  readonly terms?: Text | undefined
}

/** The details to check: the app asks for a confirmation after it, internet banking within it. */
export function Review(
  props: Shown & { readonly customer: Customer; readonly portal: string; readonly missing: Missing },
): JSX.Element {
  const { locale, customer, portal, missing } = props
  const home = faceHome[customer.face]
  return (
    <form method="post" action={`${home}/activation`}>
      <h2>{reviewTitle[customer.face][locale]}</h2>
      <p>{words.reviewNote[locale]}</p>
      <Details locale={locale} customer={customer} />
      {customer.face === 'web' && (
        <Tick locale={locale} name="correct" value="yes" label={webWords.correct} error={missing.correct} />
      )}
      <Terms locale={locale} portal={portal} error={missing.terms} />
      <button type="submit">{words.send[locale]}</button>
      <Back locale={locale} to={home} />
    </form>
  )
}

const reviewTitle: Readonly<Record<Face, Text>> = {
  app: words.review,
  web: webWords.review,
  atm: words.review,
}

export const Confirm = ({ locale, customer }: Shown & { readonly customer: Customer }): JSX.Element => (
  <form method="post" action="/bank/activation/confirm">
    <h2>{words.sure[locale]}</h2>
    <Details locale={locale} customer={customer} />
    <p>
      <button type="submit">{words.confirm[locale]}</button>
    </p>
    <Back locale={locale} to={faceHome.app} />
  </form>
)
