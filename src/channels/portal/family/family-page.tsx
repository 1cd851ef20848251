import { LinkButton } from '#channels/face/button.tsx'
import { EmptyState } from '#channels/face/empty-state.tsx'
import { fill } from '#channels/face/messages.ts'
import { Notice } from '#channels/face/notice.tsx'
import { hrefOf } from '#channels/face/paths.ts'
import { StatusPill } from '#channels/face/status-pill.tsx'
import { ValueView } from '#channels/face/value-view.tsx'
import type { Visit } from '#channels/face/visit.ts'
import { formatDay, formatHijri } from '#kernel/format.ts'
import type { Locale } from '#kernel/text.ts'
import type { ChildInCare } from '#platform/authority/for-child.ts'
import type { Viewed } from '#platform/authority/viewing.ts'
import type { NextStep } from '#platform/catalogue/block.ts'
import type { Catalogue } from '#platform/catalogue/catalogue.ts'
import type { Definition } from '#platform/catalogue/definition.ts'
import { v } from '#platform/catalogue/value.ts'
import { matters, matterTitle } from '#platform/people/matter.ts'
import { groundTitle, tell } from './words.ts'

/** Each child with what its parent may do for it; then the adults who let the reader look. */
export function FamilyPage(props: {
  readonly visit: Visit
  readonly catalogue: Pick<Catalogue, 'sector'>
  readonly children: readonly ChildInCare[]
  readonly adults: readonly Viewed[]
}) {
  const { visit, catalogue, children, adults } = props
  const { locale } = visit
  return (
    <div class="stack stack-loose">
      <header class="stack stack-tight">
        <h1>{tell('title', locale)}</h1>
        <p class="lead">{tell('lead', locale)}</p>
      </header>
      <section class="stack">
        <h2>{tell('children', locale)}</h2>
        {children.length === 0 && <EmptyState icon="baby" words={tell('childrenNone', locale)} />}
        {children.map((one) => (
          <Child key={one.child.relativeId} it={one} catalogue={catalogue} locale={locale} />
        ))}
      </section>
      <section class="stack">
        <h2>{tell('adults', locale)}</h2>
        {adults.length === 0 && <p class="muted">{tell('adultsNone', locale)}</p>}
        <ul class="lines">
          {adults.map((one) => (
            <li key={one.id}>
              <a class="line" href={`/family/${one.id}/documents`}>
                <span class="min-w-0 flex-1">
                  <span class="tile-title">
                    <bdi>{one.owner.name[locale]}</bdi>
                  </span>
                  {one.right.until && (
                    <span class="value-second">
                      {tell('until', locale)}: {formatDay(one.right.until, locale)}
                    </span>
                  )}
                </span>
                <StatusPill tone="neutral" icon="eye" words={groundTitle.consent[locale]} />
              </a>
            </li>
          ))}
        </ul>
        <p>
          <LinkButton href="/delegations/viewing" look="quiet" icon="eye">
            {tell('viewing', locale)}
          </LinkButton>
        </p>
      </section>
    </div>
  )
}

function Child({
  it,
  catalogue,
  locale,
}: {
  readonly it: ChildInCare
  readonly catalogue: Pick<Catalogue, 'sector'>
  readonly locale: Locale
}) {
  const { child, rights, travelForbiddenUntil, doable } = it
  const [right] = rights
  const all = rights.length === matters.length
  return (
    <article class="sheet stack">
      <header class="row justify-between">
        <h3>
          <bdi>{child.name[locale]}</bdi>
        </h3>
        {right && (
          <StatusPill tone="good" icon="user-round-check" words={groundTitle[right.ground][locale]} />
        )}
      </header>
      <dl class="facts">
        <div>
          <dt>{tell('born', locale)}</dt>
          <dd>
            <ValueView value={v.day(child.born)} locale={locale} />
          </dd>
        </div>
        {right && (
          <div>
            <dt>{tell('matters', locale)}</dt>
            <dd>{all ? tell('everything', locale) : mattersOf(it, locale)}</dd>
          </div>
        )}
        {right && (
          <div>
            <dt>{tell('until', locale)}</dt>
            <dd>
              <ValueView value={v.day(right.until)} locale={locale} />
            </dd>
          </div>
        )}
      </dl>
      {!right && <p>{tell('told', locale)}</p>}
      {travelForbiddenUntil && (
        <Notice tone="warning">
          <p>
            {fill(tell('travelForbidden', locale), {
              day: `${formatDay(travelForbiddenUntil, locale)} (${formatHijri(travelForbiddenUntil, locale)})`,
            })}
          </p>
        </Notice>
      )}
      {doable.length > 0 && <h4 class="font-semibold">{tell('can', locale)}</h4>}
      <ul class="lines">
        {doable.map(({ definition, subject }) => (
          <li key={definition.slug}>
            <a class="line" href={hrefOf(toService(definition, subject))}>
              <span class="min-w-0 flex-1">
                <span class="tile-title">{definition.title[locale]}</span>
                <span class="tile-body">{catalogue.sector(definition.sector)?.title[locale]}</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
      {rights.some((one) => one.matter === 'documents') && (
        <p>
          <LinkButton href={`/family/${child.relativeId}/documents`} look="quiet" icon="id-card">
            {tell('documents', locale)}
          </LinkButton>
        </p>
      )}
    </article>
  )
}

const toService = ({ slug, title }: Definition, subject: string | undefined): NextStep => ({
  label: title,
  service: slug,
  ...(subject ? { subject } : {}),
})

const mattersOf = ({ rights }: Pick<ChildInCare, 'rights'>, locale: Locale): string =>
  rights.map(({ matter }) => matterTitle[matter][locale]).join(locale === 'ar' ? '، ' : ', ')
