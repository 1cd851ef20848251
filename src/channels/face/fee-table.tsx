import { type Halalas, plus, splitVat } from '#kernel/money.ts'
import type { Locale } from '#kernel/text.ts'
import { messagesFor } from './messages.ts'
import { Money } from './value-view.tsx'

export interface FeeLine {
  readonly title: string
  readonly kind: 'government-fee' | 'platform-fee' | 'fine' | 'escrow'
  /** VAT included where the kind bears it, which is the platform's own fee alone. */
  readonly amount: Halalas
}

interface FeeTableProps {
  readonly lines: readonly FeeLine[]
  readonly locale: Locale
  readonly caption?: string
}

/** What it costs: what goes to the state, what to the platform, and the tax in it, apart. */
export function FeeTable({ lines, locale, caption }: FeeTableProps) {
  const m = messagesFor(locale).fees
  if (lines.length === 0) return <p class="font-semibold">{m.free}</p>
  const kinds = { 'government-fee': m.government, 'platform-fee': m.platform, fine: m.fine, escrow: m.escrow }
  const own = plus(...lines.filter((line) => line.kind === 'platform-fee').map((line) => line.amount))
  const total = plus(...lines.map((line) => line.amount))
  return (
    <table class="table">
      <caption>{caption ?? m.title}</caption>
      <thead class="sr-only">
        <tr>
          <th scope="col">{m.item}</th>
          <th scope="col">{m.amount}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ title, kind, amount }, at) => (
          <tr key={at}>
            <td>
              {title}
              <span class="value-second">{kinds[kind]}</span>
            </td>
            <td class="amount">
              <Money amount={kind === 'platform-fee' ? splitVat(amount).net : amount} locale={locale} />
            </td>
          </tr>
        ))}
        {own > 0 && (
          <tr>
            <td>{m.vat}</td>
            <td class="amount">
              <Money amount={splitVat(own).vat} locale={locale} />
            </td>
          </tr>
        )}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{m.total}</th>
          <td class="amount">
            <Money amount={total} locale={locale} />
          </td>
        </tr>
      </tfoot>
    </table>
  )
}
