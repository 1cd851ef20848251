import type { JSX } from 'preact'
import { formatInstant, formatMoney } from '#kernel/format.ts'
import { halalas } from '#kernel/money.ts'
import { say, type Text } from '#kernel/text.ts'
import type { DueBill, Paid, Payment } from '#sandbox/bank/bill-api.ts'
import { billWords, noAnswer } from '#sandbox/bank/bill-words.ts'
import { newReceipt } from '#sandbox/bank/customers.ts'
import { Back, Input, type Shown } from '#sandbox/bank/parts.tsx'
import { words } from '#sandbox/bank/words.ts'

const money = (amount: number, locale: Shown['locale']) => formatMoney(halalas(amount), locale)

/** One bill and its button; pressed twice it is paid once, because the number of the payment is the page's. */
export function BillToPay({
  locale,
  bill,
  action,
}: Shown & { readonly bill: DueBill; readonly action: string }): JSX.Element {
  return (
    <form method="post" action={action} class="card">
      <h3>{bill.title[locale]}</h3>
      <dl class="facts">
        <dt>{billWords.number[locale]}</dt>
        <dd>
          <bdi dir="ltr">{bill.number}</bdi>
        </dd>
        <dt>{billWords.payer[locale]}</dt>
        <dd>
          <bdi dir="ltr">{bill.payer}</bdi>
        </dd>
        <dt>{billWords.until[locale]}</dt>
        <dd>{formatInstant(new Date(bill.due), locale)}</dd>
      </dl>
      <input type="hidden" name="number" value={bill.number} />
      <input type="hidden" name="amount" value={bill.amount} />
      <input type="hidden" name="receipt" value={newReceipt()} />
      <button type="submit">{say(billWords.pay, locale, { amount: money(bill.amount, locale) })}</button>
    </form>
  )
}

/** The customer's own bills, and the way to any other. */
export function Dues({
  locale,
  base,
  home,
  due,
  typed = '',
  error,
  refusal,
}: Shown & {
  readonly base: string
  readonly home: string
  readonly due: readonly DueBill[] | undefined
  readonly typed?: string
  readonly error?: Text | undefined
  readonly refusal?: Text | undefined
}): JSX.Element {
  return (
    <>
      {refusal && (
        <p class="error" role="alert">
          {refusal[locale]}
        </p>
      )}
      <h2>{billWords.yours[locale]}</h2>
      {!due && <p class="error">{noAnswer[locale]}</p>}
      {due?.length === 0 && <p>{billWords.none[locale]}</p>}
      {due?.map((bill) => (
        <BillToPay key={bill.number} locale={locale} bill={bill} action={`${base}/pay`} />
      ))}
      <h2>{billWords.ahead[locale]}</h2>
      <p>{billWords.aheadLead[locale]}</p>
      <p>
        <a href={`${base}/fees`}>{billWords.chooseService[locale]}</a>
      </p>
      <h2>{billWords.other[locale]}</h2>
      <form method="post" action={`${base}/find`}>
        <Input
          locale={locale}
          inputMode="numeric"
          name="number"
          label={billWords.number}
          hint={billWords.numberHint}
          error={error}
          value={typed}
        />
        <button type="submit">{billWords.find[locale]}</button>
      </form>
      <Back locale={locale} to={home} />
    </>
  )
}

export const PaidReceipt = ({
  locale,
  paid,
  home,
}: Shown & { readonly paid: Paid; readonly home: string }): JSX.Element => (
  <>
    <p class="note" role="status">
      {billWords.paid[locale]}
    </p>
    <dl class="facts card">
      <dt>{billWords.number[locale]}</dt>
      <dd>
        {paid.title[locale]} · <bdi dir="ltr">{paid.number}</bdi>
      </dd>
      <dt>{billWords.amount[locale]}</dt>
      <dd>{money(paid.amount, locale)}</dd>
      <dt>{words.bankReceipt[locale]}</dt>
      <dd>
        <bdi dir="ltr">{paid.receipt}</bdi>
      </dd>
      <dt>{words.time[locale]}</dt>
      <dd>{formatInstant(paid.at, locale)}</dd>
    </dl>
    <Back locale={locale} to={home} />
  </>
)

const howItStands = ({ state, refundable }: Payment): Text =>
  state === 'settled' && refundable ? billWords.unused : billWords[state]

/** What was paid here, and what of it comes back. */
export const Refunds = ({
  locale,
  base,
  home,
  payments,
}: Shown & {
  readonly base: string
  readonly home: string
  readonly payments: readonly { readonly paid: Paid; readonly payment: Payment | undefined }[]
}): JSX.Element => (
  <>
    <p>{billWords.refundsLead[locale]}</p>
    {payments.length === 0 && <p>{billWords.noPayments[locale]}</p>}
    {payments.map(({ paid, payment }) => (
      <form key={paid.receipt} method="post" action={`${base}/take`} class="card">
        <h2>{paid.title[locale]}</h2>
        <p>
          {money(paid.amount, locale)} · <bdi dir="ltr">{paid.receipt}</bdi>
        </p>
        <p>{(payment ? howItStands(payment) : noAnswer)[locale]}</p>
        {payment?.refundable && (
          <>
            <input type="hidden" name="receipt" value={paid.receipt} />
            <button type="submit">
              {say(billWords.take, locale, { amount: money(paid.amount, locale) })}
            </button>
          </>
        )}
      </form>
    ))}
    <Back locale={locale} to={home} />
  </>
)
