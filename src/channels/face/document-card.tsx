import type { ComponentChildren } from 'preact'
import type { Day } from '#kernel/day.ts'
import { formatDay } from '#kernel/format.ts'
import { type Locale, locales, type Text } from '#kernel/text.ts'
import type { Fact } from '#platform/catalogue/block.ts'
import { icon } from './icon.tsx'
import { LogoMark } from './logo.tsx'
import { Ltr } from './ltr.tsx'
import { messagesFor } from './messages.ts'
import { StatusPill } from './status-pill.tsx'
import { ValueView } from './value-view.tsx'

interface DocumentCardProps {
  readonly locale: Locale
  readonly title: Text
  /** The name on it; a vehicle's or a place's name on a card that is not a person's. */
  readonly holder: string
  readonly number?: string
  /** The address of the holder's picture; without one, the shape of a person. `false`: a card without a picture. */
  readonly photo?: string | false
  readonly facts?: readonly Fact[]
  readonly expires?: Day | undefined
  readonly today: Day
  /** Opens the document; the whole card leads there. */
  readonly href?: string
  readonly children?: ComponentChildren
}

/** A document as the card that one would hold: licence, ID, registration. */
export function DocumentCard(props: DocumentCardProps) {
  const { locale, title, holder, number, photo, facts = [], expires, today, href } = props
  const m = messagesFor(locale).document
  const over = expires !== undefined && expires < today
  const second = locales.find((one) => one !== locale) ?? locale
  return (
    <article class="id-card" data-expired={over ? 'true' : undefined}>
      <header class="id-card-head">
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
                  <time dateTime={expires}>{formatDay(expires, locale)}</time>
                </dd>
              </div>
            )}
          </dl>
          {props.children}
        </div>
      </div>
      <footer class="id-card-foot">
        <StatusPill tone={over ? 'bad' : 'good'} words={over ? m.expired : m.valid} />
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

function Photo({ photo }: { readonly photo: string | false | undefined }) {
  if (photo === false) return null
  if (photo) return <img class="id-card-photo" src={photo} alt="" width="78" height="98" loading="lazy" />
  return <span class="id-card-photo">{icon('user-round')}</span>
}
