import type { CSSProperties } from 'preact'
import { LogoMark } from '#channels/face/logo.tsx'
import { ValueView } from '#channels/face/value-view.tsx'
import { type Day, dayOf } from '#kernel/day.ts'
import { formatDay, formatHijri } from '#kernel/format.ts'
import { type Locale, locales } from '#kernel/text.ts'
import type { WalletCard } from '../../presented.ts'
import { words } from '../../words.ts'
import { Ltr } from './pieces.tsx'

interface CardProps {
  readonly card: WalletCard
  readonly picture: string | undefined
  readonly locale: Locale
  readonly onOpen?: () => void
}

/** How a card stands on this phone now. */
export type CardState = 'valid' | 'suspended' | 'expired' | 'stale'

export function stateOf(card: WalletCard, now: Date): CardState {
  if (card.state === 'suspended') return 'suspended'
  if (card.validUntil !== undefined && card.validUntil < dayOf(now)) return 'expired'
  return Date.parse(card.ends) <= now.getTime() ? 'stale' : 'valid'
}

/** A document as the card that one would hold: both languages, portrait, number, and both calendars. */
export function Card({ card, picture, locale, onOpen }: CardProps) {
  const { look, title, holder, issuer, number, facts, validUntil } = card
  const second = locales.find((one) => one !== locale) ?? locale
  const state = stateOf(card, new Date())
  const shown = facts.filter(({ value }) => value.kind !== 'day' && value.kind !== 'none').slice(0, 2)
  return (
    <article
      class="wallet-card"
      data-ink={look.kind === 'card' ? look.ink : 'light'}
      data-state={state}
      style={colours(look)}
    >
      <header>
        <div>
          <p class="wallet-card-title">
            {onOpen ? (
              <button type="button" class="wallet-card-open" onClick={onOpen}>
                {title[locale]}
              </button>
            ) : (
              title[locale]
            )}
          </p>
          <p class="wallet-card-subtitle" lang={second} dir={second === 'ar' ? 'rtl' : 'ltr'}>
            {title[second]}
          </p>
        </div>
        <LogoMark />
      </header>
      <div class="wallet-card-body">
        {picture && <img class="wallet-card-photo" src={picture} alt="" width="76" height="95" />}
        <div class="wallet-card-who">
          <p class="wallet-card-name">
            <bdi>{holder[locale]}</bdi>
          </p>
          <p class="wallet-card-second" lang={second} dir={second === 'ar' ? 'rtl' : 'ltr'}>
            {holder[second]}
          </p>
          <p class="wallet-card-number">
            <span class="sr-only">{words.number[locale]} </span>
            <Ltr>{number}</Ltr>
          </p>
          <dl>
            {shown.map((fact) => (
              <div key={fact.key}>
                <dt>{fact.label[locale]}</dt>
                <dd>
                  <ValueView value={fact.value} locale={locale} />
                </dd>
              </div>
            ))}
          </dl>
        </div>
      </div>
      <footer>
        {validUntil ? <Expiry day={validUntil} locale={locale} /> : <span>{issuer[locale]}</span>}
        <StatePill state={state} locale={locale} />
      </footer>
    </article>
  )
}

function Expiry({ day, locale }: { readonly day: string; readonly locale: Locale }) {
  // The server wrote it, from a day.
  const on = day as Day
  return (
    <time dateTime={day}>
      <span class="wallet-card-label">{words.expires[locale]}</span> {formatDay(on, locale)}
      <span class="wallet-card-hijri">{formatHijri(on, locale)}</span>
    </time>
  )
}

const pillWords = {
  valid: words.valid,
  suspended: words.suspended,
  expired: words.expired,
  stale: words.stale,
} as const

export const StatePill = ({ state, locale }: { readonly state: CardState; readonly locale: Locale }) => (
  <span class={`wallet-pill wallet-pill-${state}`}>{pillWords[state][locale]}</span>
)

/** A style that a script sets is none that stands in the page: the policy for content allows it. */
function colours(look: WalletCard['look']): CSSProperties {
  const [from, to] = look.kind === 'card' ? [look.from, look.to] : [look.accent, look.accent]
  return { '--from': from, '--to': to } as CSSProperties
}
