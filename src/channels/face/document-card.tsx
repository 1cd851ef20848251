import type { ComponentChildren } from 'preact'
import type { Day } from '#kernel/day.ts'
import { type Locale, locales, type Text } from '#kernel/text.ts'
import type { Fact } from '#platform/catalogue/block.ts'
import { v } from '#platform/catalogue/value.ts'
import { icon } from './icon.tsx'
import { LogoMark } from './logo.tsx'
import { Ltr } from './ltr.tsx'
import { messagesFor } from './messages.ts'
import { type PillTone, StatusPill } from './status-pill.tsx'
import { ValueView } from './value-view.tsx'

/** How a card looks: the colours of its head, `#rrggbb`, and of the writing on them. */
export interface CardLook {
  readonly from: string
  readonly to: string
  readonly ink: 'light' | 'dark'
}

export type CardState = 'valid' | 'suspended' | 'expired' | 'superseded' | 'revoked'

const tones: Readonly<Record<CardState, PillTone>> = {
  valid: 'good',
  suspended: 'warning',
  expired: 'bad',
  superseded: 'quiet',
  revoked: 'bad',
}

interface DocumentCardProps {
  readonly locale: Locale
  readonly title: Text
  /** The name on it; a vehicle's or a place's name on a card that is not a person's. */
  readonly holder: string
  readonly number?: string | undefined
  /** The address of the holder's picture; without one, the shape of a person. `false`: a card without a picture. */
  readonly photo?: string | false
  readonly facts?: readonly Fact[]
  readonly expires?: Day | undefined
  readonly today: Day
  /** The house's colours when absent. */
  readonly look?: CardLook
  /** By its date when absent. */
  readonly state?: CardState
  /** Why it is suspended, for its holder. */
  readonly because?: string | undefined
  /** Opens the document; the whole card leads there. */
  readonly href?: string
  readonly children?: ComponentChildren
}

/** A document as the card that one would hold: licence, ID, registration. */
export function DocumentCard(props: DocumentCardProps) {
  const { locale, title, holder, number, photo, facts = [], expires, today, look, because, href } = props
  const m = messagesFor(locale).document
  const state = props.state ?? (expires !== undefined && expires < today ? 'expired' : 'valid')
  const second = locales.find((one) => one !== locale) ?? locale
  return (
    <article class="id-card" data-state={state} data-ink={look?.ink}>
      <header class="id-card-head">
        {look && <Art look={look} />}
        <div>
          <h3 class="id-card-title">{title[locale]}</h3>
          <p class="id-card-second">
            <bdi lang={second}>{title[second]}</bdi>
          </p>
        </div>
        <LogoMark />
      </header>
      <div class="id-card-body">
        <Photo photo={photo} />
        <div class="min-w-0 flex-1">
          <p class="id-card-name">
            <bdi>{holder}</bdi>
          </p>
          {number && (
            <p class="id-card-number">
              <span class="sr-only">{m.number} </span>
              <Ltr>{number}</Ltr>
            </p>
          )}
          <dl>
            {facts.map((fact) => (
              <div key={fact.key}>
                <dt>{fact.label[locale]}</dt>
                <dd>
                  <ValueView value={fact.value} locale={locale} />
                </dd>
              </div>
            ))}
            {expires && (
              <div>
                <dt>{m.expires}</dt>
                <dd>
                  <ValueView value={v.day(expires)} locale={locale} />
                </dd>
              </div>
            )}
          </dl>
          {because && <p class="id-card-because">{because}</p>}
          {props.children}
        </div>
      </div>
      <footer class="id-card-foot">
        <StatusPill tone={tones[state]} words={m[state]} />
        {href && (
          <a class="go" href={href} aria-label={`${m.open}: ${title[locale]}`}>
            {m.view}
            {icon('arrow-right')}
          </a>
        )}
      </footer>
    </article>
  )
}

/** Interlaced waves over the colours of the document: attributes of a drawing, as the policy for content takes no styles. */
function Art({ look }: { readonly look: CardLook }) {
  const { from, to, ink } = look
  const id = `card-${from.slice(1)}-${to.slice(1)}`
  const swings = [8, 14, 20, 26, 32]
  return (
    <svg class="id-card-art" viewBox="0 0 400 64" preserveAspectRatio="none" aria-hidden="true">
      <defs>
        <linearGradient id={id} x1="0" y1="0" x2="1" y2="1">
          <stop offset="0" stop-color={from} />
          <stop offset="1" stop-color={to} />
        </linearGradient>
      </defs>
      <rect width="400" height="64" fill={`url(#${id})`} />
      <g fill="none" stroke={ink === 'light' ? '#fff' : '#16161d'} stroke-opacity=".16" stroke-width=".8">
        {swings.map((swing) => (
          <path key={swing} d={`M0 32q25-${swing} 50 0t50 0 50 0 50 0 50 0 50 0 50 0 50 0`} />
        ))}
        {swings.map((swing) => (
          <path key={swing} d={`M0 32q25 ${swing} 50 0t50 0 50 0 50 0 50 0 50 0 50 0 50 0`} />
        ))}
      </g>
    </svg>
  )
}

function Photo({ photo }: { readonly photo: string | false | undefined }) {
  if (photo === false) return null
  if (photo) return <img class="id-card-photo" src={photo} alt="" width="78" height="98" loading="lazy" />
  return <span class="id-card-photo">{icon('user-round')}</span>
}
