import { BackLink } from '#channels/face/breadcrumbs.tsx'
import { Button, LinkButton } from '#channels/face/button.tsx'
import { HiddenInputs } from '#channels/face/confirm-panel.tsx'
import { EmptyState } from '#channels/face/empty-state.tsx'
import { ErrorSummary } from '#channels/face/error-summary.tsx'
import { FieldControl } from '#channels/face/field-control.tsx'
import { Notice } from '#channels/face/notice.tsx'
import { StatusPill } from '#channels/face/status-pill.tsx'
import type { Visit } from '#channels/face/visit.ts'
import { formatDay } from '#kernel/format.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Text } from '#kernel/text.ts'
import type { Viewing } from '#platform/authority/viewing.ts'
import type { Field } from '#platform/forms/field.ts'
import type { Person } from '#platform/people/person.ts'
import { type FamilyWord, tell, viewingState } from './words.ts'

const tones = { active: 'good', ended: 'quiet', lapsed: 'quiet' } as const

/** Whom one lets see one’s documents, each with the button that ends it. */
export function ViewingPage(props: {
  readonly visit: Visit
  readonly given: readonly Viewing[]
  readonly viewers: ReadonlyMap<PersonNumber, Person>
  readonly done: FamilyWord | undefined
}) {
  const { visit, given, viewers, done } = props
  const { locale } = visit
  return (
    <div class="stack">
      <BackLink href="/delegations" locale={locale} />
      <h1>{tell('viewing', locale)}</h1>
      <p class="lead">{tell('viewingLead', locale)}</p>
      {done && <Notice tone="good" title={tell(done, locale)} announce />}
      <section class="stack">
        <h2>{tell('given', locale)}</h2>
        {given.length === 0 && <EmptyState icon="eye-off" words={tell('givenNone', locale)} />}
        <ul class="lines">
          {given.map((one) => (
            <li key={one.id} class="line">
              <span class="min-w-0 flex-1">
                <span class="tile-title">
                  <bdi>{viewers.get(one.viewer)?.name[locale]}</bdi>
                </span>
                <span class="value-second">
                  {tell('until', locale)}: {formatDay(one.until, locale)}
                </span>
              </span>
              <StatusPill tone={tones[one.state]} words={viewingState[one.state][locale]} />
              {one.state === 'active' && (
                <form method="post" action={`/delegations/viewing/${one.id}/end`}>
                  <HiddenInputs values={{ _csrf: visit.csrf }} />
                  <Button look="danger">{tell('end', locale)}</Button>
                </form>
              )}
            </li>
          ))}
        </ul>
        <p class="row">
          <LinkButton href="/delegations/viewing/new" icon="user-plus">
            {tell('give', locale)}
          </LinkButton>
          <LinkButton href="/access" look="quiet" icon="eye">
            {tell('access', locale)}
          </LinkButton>
        </p>
      </section>
    </div>
  )
}

/** The form that gives such a consent. */
export function GiveViewingPage(props: {
  readonly visit: Visit
  readonly fields: Readonly<Record<'kin' | 'months', Field<unknown>>>
  readonly values: Readonly<Record<string, unknown>>
  readonly errors: Readonly<Record<string, Text>>
  readonly confirmed: boolean
}) {
  const { visit, fields, values, errors, confirmed } = props
  const { locale } = visit
  const nobody = Array.isArray(fields.kin.options) && fields.kin.options.length === 0
  return (
    <div class="stack narrow">
      <BackLink href="/delegations/viewing" locale={locale} />
      <ErrorSummary errors={errors} locale={locale} />
      <h1>{tell('give', locale)}</h1>
      <p class="lead">{tell('giveLead', locale)}</p>
      {confirmed && <Notice tone="good" title={tell('confirmed', locale)} announce />}
      {nobody ? (
        <EmptyState icon="users-round" words={tell('noKin', locale)} />
      ) : (
        <form class="sheet stack" method="post" action="/delegations/viewing/new" novalidate>
          <HiddenInputs values={{ _csrf: visit.csrf }} />
          {Object.entries(fields).map(([name, field]) => (
            <FieldControl
              key={name}
              name={name}
              field={field}
              value={values[name]}
              error={errors[name]}
              locale={locale}
            />
          ))}
          <div>
            <Button>{tell('allow', locale)}</Button>
          </div>
        </form>
      )}
    </div>
  )
}
