import { BackLink } from '#channels/face/breadcrumbs.tsx'
import { Button, LinkButton } from '#channels/face/button.tsx'
import { HiddenInputs } from '#channels/face/confirm-panel.tsx'
import { EmptyState } from '#channels/face/empty-state.tsx'
import { ErrorSummary } from '#channels/face/error-summary.tsx'
import { Facts } from '#channels/face/facts.tsx'
import { FieldControl } from '#channels/face/field-control.tsx'
import { Notice } from '#channels/face/notice.tsx'
import type { Visit } from '#channels/face/visit.ts'
import type { Day } from '#kernel/day.ts'
import { formatDay, formatWeekday } from '#kernel/format.ts'
import type { Text } from '#kernel/text.ts'
import type { AbroadPlace, OwnAbroad } from '#platform/accounts/abroad.ts'
import { abroadPlaceTitle } from '#platform/accounts/abroad-texts.ts'
import { v } from '#platform/catalogue/value.ts'
import type { Problem } from '#platform/problem.ts'
import { Refusal } from '../account-form.tsx'
import { dayField, placeField, timeField } from './places.ts'
import { words } from './words.ts'

export const abroadPage = '/activate/abroad'

type Errors = Readonly<Record<string, Text>>

/** For who is not signed in: what it is, and the ways in. */
export function StrangerPage({ visit: { locale } }: { readonly visit: Visit }) {
  return (
    <div class="stack narrow">
      <h1>{words.title[locale]}</h1>
      <p class="lead">{words.lead[locale]}</p>
      <p>{words.bring[locale]}</p>
      <div class="row">
        <LinkButton href={`/sign-in?next=${encodeURIComponent(abroadPage)}`} icon="log-in">
          {words.signIn[locale]}
        </LinkButton>
        <LinkButton look="quiet" href="/register">
          {words.noAccount[locale]}
        </LinkButton>
      </div>
    </div>
  )
}

/** For who cannot ask, with the reason and where to go. */
export const BarredPage = ({ visit: { locale }, bar }: { readonly visit: Visit; readonly bar: Problem }) => (
  <div class="stack narrow">
    <h1>{words.title[locale]}</h1>
    <Refusal problem={bar} locale={locale} />
  </div>
)

interface ChooseProps {
  readonly visit: Visit
  readonly days: readonly Day[]
  readonly place: string
  readonly day: string
  readonly errors: Errors
  readonly cancelled: boolean
}

/** Where and on which day. */
export function ChoosePage({ visit: { locale }, days, place, day, errors, cancelled }: ChooseProps) {
  return (
    <div class="stack narrow">
      <ErrorSummary errors={errors} locale={locale} />
      {cancelled && <Notice tone="good" title={words.cancelled[locale]} announce />}
      <h1>{words.title[locale]}</h1>
      <p class="lead">{words.lead[locale]}</p>
      <form class="sheet stack" method="get" action={abroadPage} novalidate>
        <FieldControl name="place" field={placeField} value={place} error={errors.place} locale={locale} />
        <FieldControl name="day" field={dayField(days)} value={day} error={errors.day} locale={locale} />
        <div>
          <Button>{words.showTimes[locale]}</Button>
        </div>
      </form>
      <p>
        <a class="go" href="/activate">
          {words.other[locale]}
        </a>
      </p>
    </div>
  )
}

interface TimesProps {
  readonly visit: Visit
  readonly place: { readonly name: string; readonly it: AbroadPlace }
  readonly day: Day
  readonly times: readonly Date[]
  readonly problem?: Problem | undefined
}

/** The free times of a day at a place. */
export function TimesPage({ visit, place, day, times, problem }: TimesProps) {
  const { locale } = visit
  const errors = problem?.fields ?? {}
  return (
    <div class="stack narrow">
      <ErrorSummary errors={errors} locale={locale} />
      {problem && !problem.fields && <Refusal problem={problem} locale={locale} />}
      <BackLink href={`${abroadPage}?from=${place.name}`} locale={locale} />
      <h1>{words.timesTitle[locale]}</h1>
      <p class="lead">
        {abroadPlaceTitle(place.it)[locale]} · {formatWeekday(day, locale)} {formatDay(day, locale)}
      </p>
      {times.length === 0 ? (
        <EmptyState icon="calendar-x" words={words.full[locale]} />
      ) : (
        <form class="sheet stack" method="post" action={abroadPage} novalidate>
          <HiddenInputs values={{ _csrf: visit.csrf, place: place.name, day }} />
          <FieldControl name="time" field={timeField(times)} error={errors.time} locale={locale} />
          <div>
            <Button icon="calendar-check">{words.book[locale]}</Button>
          </div>
        </form>
      )}
      <p>
        <a class="go" href={`${abroadPage}?from=${place.name}`}>
          {words.otherDay[locale]}
        </a>
      </p>
    </div>
  )
}

/** What is booked. */
export function OwnPage({
  visit,
  own,
  booked,
}: {
  readonly visit: Visit
  readonly own: OwnAbroad
  readonly booked: boolean
}) {
  const { locale } = visit
  return (
    <div class="stack narrow">
      {booked && <Notice tone="good" title={words.booked[locale]} announce />}
      <h1>{words.own[locale]}</h1>
      <section class="sheet stack">
        <Facts
          locale={locale}
          facts={[
            { key: 'where', label: words.where, value: v.text(abroadPlaceTitle(own)) },
            { key: 'when', label: words.when, value: v.instant(own.slot) },
          ]}
        />
        <p>{words.bring[locale]}</p>
        {own.way === 'video' && <p>{words.placeHint[locale]}</p>}
        <form method="post" action={`${abroadPage}/cancel`}>
          <HiddenInputs values={{ _csrf: visit.csrf }} />
          <Button look="quiet">{words.cancel[locale]}</Button>
        </form>
      </section>
    </div>
  )
}
