import { formatDay, formatHijri, formatInstant, formatMoney, formatNumber } from '#kernel/format.ts'
import type { Locale } from '#kernel/text.ts'
import { inOneLine, type Value } from '#platform/catalogue/value.ts'
import { Ltr } from './ltr.tsx'
import { messagesFor } from './messages.ts'
import { PlateView } from './plate-view.tsx'
import { Wording } from './wording.tsx'

interface ValueViewProps {
  readonly value: Value
  readonly locale: Locale
}

/** Any fact, the way a page shows it: amounts and codes left to right, days in both calendars. */
export function ValueView({ value, locale }: ValueViewProps) {
  const m = messagesFor(locale).values
  switch (value.kind) {
    case 'text':
      return (
        <span>
          <Wording>{value.text[locale]}</Wording>
        </span>
      )
    case 'list':
      return (
        <ul class="value-list">
          {value.texts.map((one) => (
            <li key={one.en}>
              <Wording>{one[locale]}</Wording>
            </li>
          ))}
        </ul>
      )
    case 'plain':
      return (
        <bdi>
          <Wording>{value.value}</Wording>
        </bdi>
      )
    case 'code':
      return <Ltr>{value.value}</Ltr>
    case 'number':
      return <Ltr>{formatNumber(value.value, locale)}</Ltr>
    case 'money':
      return <Money amount={value.value} locale={locale} />
    case 'day':
      return (
        <time dateTime={value.value}>
          {formatDay(value.value, locale)}
          <span class="value-second">{formatHijri(value.value, locale)}</span>
        </time>
      )
    case 'instant':
      return <time dateTime={value.value}>{formatInstant(new Date(value.value), locale)}</time>
    case 'plate':
      return <PlateView plate={value.value} locale={locale} small />
    case 'yesNo':
      return <span>{value.value ? m.yes : m.no}</span>
    case 'none':
      return <span class="muted">{m.none}</span>
  }
}

/** An amount: the figure left to right, the currency on the side that the language puts it. */
export function Money({
  amount,
  locale,
}: {
  readonly amount: Parameters<typeof formatMoney>[0]
  readonly locale: Locale
}) {
  return <bdi class="whitespace-nowrap tabular-nums">{formatMoney(amount, locale)}</bdi>
}

/** The same in a line of text, without markup. */
export function valueText(value: Value, locale: Locale): string {
  const m = messagesFor(locale).values
  switch (value.kind) {
    case 'text':
      return value.text[locale]
    case 'list':
      return inOneLine(value.texts)[locale]
    case 'plain':
    case 'code':
      return value.value
    case 'number':
      return formatNumber(value.value, locale)
    case 'money':
      return formatMoney(value.value, locale)
    case 'day':
      return formatDay(value.value, locale)
    case 'instant':
      return formatInstant(new Date(value.value), locale)
    case 'plate':
      return `${value.value.letters.join(' ')} ${value.value.digits}`
    case 'yesNo':
      return value.value ? m.yes : m.no
    case 'none':
      return m.none
  }
}
