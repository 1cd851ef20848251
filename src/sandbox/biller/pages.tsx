import type { JSX } from 'preact'
import { formatMoney } from '#kernel/format.ts'
import { halalas } from '#kernel/money.ts'
import type { Locale } from '#kernel/text.ts'
import type { AskedPayment } from '#sandbox/biller/payment-link.ts'
import type { Delivery } from '#sandbox/biller/webhooks.ts'
import { words } from '#sandbox/biller/words.ts'

/** What became of a payment here. */
export type Fate = 'paid' | 'declined' | 'refunded'

export const ways = ['pay', 'decline', 'late', 'twice', 'less'] as const
export type Way = (typeof ways)[number]

/** The payment page: the bill, and what one can do with it. */
export function PaymentPage(props: {
  readonly asked: AskedPayment
  readonly fate: Fate | undefined
  readonly link: { readonly data: string; readonly seal: string }
  readonly locale: Locale
}): JSX.Element {
  const { asked, fate, link, locale } = props
  const Choice = ({ how }: { how: Way }) => (
    <button type="submit" name="how" value={how}>
      {words[how][locale]}
    </button>
  )
  return (
    <>
      <div class="card">
        <dl class="facts">
          <dt>{words.payee[locale]}</dt>
          <dd>{words.diwan[locale]}</dd>
          <dt>{words.what[locale]}</dt>
          <dd dir="auto">{asked.title}</dd>
          <dt>{words.bill[locale]}</dt>
          <dd>
            <bdi dir="ltr">{asked.bill}</bdi>
          </dd>
          <dt>{words.amount[locale]}</dt>
          <dd>
            <strong>{formatMoney(halalas(asked.amount), locale)}</strong>
          </dd>
        </dl>
      </div>
      {fate === undefined ? (
        <form method="post" action="/biller/pay" class="actions">
          <input type="hidden" name="data" value={link.data} />
          <input type="hidden" name="seal" value={link.seal} />
          <Choice how="pay" />
          <Choice how="decline" />
          <h2>{words.demo[locale]}</h2>
          <Choice how="late" />
          <Choice how="twice" />
          <Choice how="less" />
        </form>
      ) : (
        <p class="note" role="status">
          {words[fate][locale]}
        </p>
      )}
      <p>
        <a href={asked.returnTo}>{words.back[locale]}</a>
      </p>
    </>
  )
}

/** What the platform was told lately, and whether it listened. */
export function Told({ recent, locale }: { recent: readonly Delivery[]; locale: Locale }): JSX.Element {
  return (
    <>
      <p>{words.intro[locale]}</p>
      <p class="note">{words.payouts[locale]}</p>
      <h2>{words.told[locale]}</h2>
      {recent.length === 0 ? (
        <p>{words.nothing[locale]}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{words.event[locale]}</th>
              <th scope="col">{words.amount[locale]}</th>
              <th scope="col">{words.attempts[locale]}</th>
              <th scope="col">{words.answer[locale]}</th>
            </tr>
          </thead>
          <tbody>
            {recent.map(({ event, attempts, state, status }) => (
              <tr key={event.id}>
                <td>
                  <bdi dir="ltr">{event.type}</bdi>
                </td>
                <td>{event.amount === undefined ? '' : formatMoney(halalas(event.amount), locale)}</td>
                <td>{attempts}</td>
                <td>
                  {words[state][locale]} <bdi dir="ltr">{status ?? ''}</bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}
