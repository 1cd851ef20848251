import { BackLink } from '#channels/face/breadcrumbs.tsx'
import { LinkButton } from '#channels/face/button.tsx'
import { HiddenInputs } from '#channels/face/confirm-panel.tsx'
import { EmptyState } from '#channels/face/empty-state.tsx'
import { Facts } from '#channels/face/facts.tsx'
import { icon } from '#channels/face/icon.tsx'
import { Ltr } from '#channels/face/ltr.tsx'
import { Notice } from '#channels/face/notice.tsx'
import { paths } from '#channels/face/paths.ts'
import type { Visit } from '#channels/face/visit.ts'
import type { Day } from '#kernel/day.ts'
import type { Text } from '#kernel/text.ts'
import type { Viewed } from '#platform/authority/viewing.ts'
import type { Carried } from '#platform/documents/held.ts'
import { type IssuedDocument, stateOn } from '#platform/documents/issued.ts'
import { tell } from '../account/security/words.ts'
import { portalMessages } from '../messages.ts'
import { documentWords as w } from './document-words.ts'
import { addressOf, OneCard } from './one-card.tsx'

/** All that one carries, whose documents one may look at besides, and what was out before. */
export function DocumentsPage(props: {
  readonly visit: Visit
  readonly today: Day
  readonly carried: readonly Carried[]
  readonly family: readonly Viewed[]
  readonly earlier: readonly IssuedDocument[]
}) {
  const { visit, today, carried, family, earlier } = props
  const { locale } = visit
  return (
    <div class="stack stack-loose">
      <header class="stack">
        <h1>{w.title[locale]}</h1>
        <p class="lead">{w.lead[locale]}</p>
      </header>
      {carried.length === 0 ? (
        <EmptyState icon="id-card" words={w.none[locale]} />
      ) : (
        <>
          <p class="row">
            <LinkButton href={paths.wallet} icon="smartphone">
              {w.save[locale]}
            </LinkButton>
            <span class="muted">{w.saveLead[locale]}</span>
          </p>
          <div class="cards">
            {carried.map((one) => (
              <OneCard
                key={addressOf(one)}
                document={one}
                locale={locale}
                today={today}
                href={addressOf(one)}
              />
            ))}
          </div>
        </>
      )}
      {family.length > 0 && (
        <section class="stack">
          <h2>{w.family[locale]}</h2>
          <p class="muted">{w.familyLead[locale]}</p>
          <Lines
            lines={family.map(({ id, owner }) => ({
              href: `/family/${id}/documents`,
              title: owner.name,
            }))}
            visit={visit}
          />
        </section>
      )}
      {earlier.length > 0 && (
        <details class="stack">
          <summary>{w.earlier[locale]}</summary>
          <Lines
            lines={earlier.map(({ id, content, number, state }) => ({
              href: `/documents/${id}`,
              title: content.title,
              second: `${number} · ${portalMessages(locale).documents.state[state]}`,
            }))}
            visit={visit}
          />
        </details>
      )}
    </div>
  )
}

const Lines = ({
  lines,
  visit: { locale },
}: {
  readonly lines: readonly { readonly href: string; readonly title: Text; readonly second?: string }[]
  readonly visit: Visit
}) => (
  <ul class="lines">
    {lines.map(({ href, title, second }) => (
      <li key={href} class="line">
        <a href={href} class="min-w-0 flex-1">
          <span class="tile-title">
            <bdi>{title[locale]}</bdi>
          </span>
          {second && (
            <span class="value-second">
              <bdi>{second}</bdi>
            </span>
          )}
        </a>
        {icon('arrow-right')}
      </li>
    ))}
  </ul>
)

/** What a register holds, before it is issued: nothing is written by looking at it. */
export function HeldPage({
  visit,
  today,
  carried,
}: {
  readonly visit: Visit
  readonly today: Day
  readonly carried: Carried
}) {
  const { locale, csrf } = visit
  const { content, because, state } = carried
  return (
    <div class="stack narrow">
      <BackLink href={paths.documents} locale={locale} />
      <h1>{content.title[locale]}</h1>
      <OneCard document={carried} locale={locale} today={today} />
      {state === 'suspended' && because && (
        <Notice tone="warning" title={w.because[locale]}>
          <p>{because[locale]}</p>
        </Notice>
      )}
      <section class="sheet">
        <h2 class="mb-3">{w.details[locale]}</h2>
        <Facts facts={content.facts} locale={locale} />
      </section>
      <form method="post" action={addressOf(carried)} class="stack">
        <HiddenInputs values={{ _csrf: csrf }} />
        <p>{w.getLead[locale]}</p>
        <p class="row">
          <button type="submit" class="btn btn-primary">
            {icon('badge-check')}
            {w.get[locale]}
          </button>
          <LinkButton href={paths.wallet} icon="smartphone" look="quiet">
            {w.save[locale]}
          </LinkButton>
        </p>
      </form>
    </div>
  )
}

/** A document that was issued: its card, what it says, and the code to check it by. */
export function DocumentPage({
  visit,
  today,
  document,
  confirmed,
}: {
  readonly visit: Visit
  readonly today: Day
  readonly document: IssuedDocument
  /** Its download was just confirmed. */
  readonly confirmed: boolean
}) {
  const { locale } = visit
  const { id, content, because } = document
  const state = stateOn(document, today)
  const good = state === 'valid'
  return (
    <div class="stack narrow">
      <BackLink href={paths.documents} locale={locale} />
      <h1>{content.title[locale]}</h1>
      {confirmed && (
        <Notice tone="good" title={tell('confirmedNow', locale)} announce>
          <LinkButton icon="download" href={`/documents/${id}/pdf`}>
            {w.print[locale]}
          </LinkButton>
        </Notice>
      )}
      <OneCard document={{ ...document, state }} locale={locale} today={today} />
      {because && (
        <Notice tone={state === 'suspended' ? 'warning' : 'bad'} title={w.because[locale]}>
          <p>{because[locale]}</p>
        </Notice>
      )}
      <p class="row">
        {good && (
          <LinkButton href={paths.wallet} icon="smartphone">
            {w.save[locale]}
          </LinkButton>
        )}
        <LinkButton href={`/documents/${id}/pdf`} icon="printer" look="quiet">
          {w.print[locale]}
        </LinkButton>
        {good && (
          <LinkButton href={`/documents/${id}/wallets`} icon="wallet" look="quiet">
            {w.other[locale]}
          </LinkButton>
        )}
      </p>
      <section class="sheet">
        <h2 class="mb-3">{w.details[locale]}</h2>
        <Facts facts={content.facts} locale={locale} />
      </section>
      <p class="muted">{w.scan[locale]}</p>
      <dl class="facts">
        <div>
          <dt>{w.number[locale]}</dt>
          <dd>
            <Ltr>{document.number}</Ltr>
          </dd>
        </div>
        <div>
          <dt>{w.code[locale]}</dt>
          <dd>
            <Ltr>{document.code}</Ltr>
          </dd>
        </div>
      </dl>
    </div>
  )
}
