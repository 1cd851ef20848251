import { BackLink } from '#channels/face/breadcrumbs.tsx'
import { Button } from '#channels/face/button.tsx'
import { HiddenInputs } from '#channels/face/confirm-panel.tsx'
import { DataTable } from '#channels/face/data-table.tsx'
import { ErrorSummary } from '#channels/face/error-summary.tsx'
import { FieldControl } from '#channels/face/field-control.tsx'
import { Notice } from '#channels/face/notice.tsx'
import type { Visit } from '#channels/face/visit.ts'
import { formatDay, formatInstant } from '#kernel/format.ts'
import { isEstablishment } from '#kernel/holder-number.ts'
import type { Locale, Text } from '#kernel/text.ts'
import { actionTitle } from '#platform/audit/action.ts'
import { isOpen } from '#platform/authority/delegating.ts'
import { type DelegationEvent, eventTitle } from '#platform/authority/delegation-log.ts'
import { kindTitle } from '#platform/authority/delegation-texts.ts'
import { powerTitle } from '#platform/authority/power.ts'
import type { Power } from '#platform/catalogue/power.ts'
import type { Field } from '#platform/forms/field.ts'
import { DelegationPill, type NamedDelegation } from './lines.tsx'
import { tell } from './words.ts'

type Errors = Readonly<Record<string, Text>>

/** The form that offers a delegation. */
export function GivePage(props: {
  readonly visit: Visit
  readonly fields: Readonly<Record<string, Field<unknown>>>
  readonly values: Readonly<Record<string, unknown>>
  readonly errors: Errors
}) {
  const { visit, fields, values, errors } = props
  const { locale } = visit
  return (
    <div class="stack narrow">
      <BackLink href="/delegations" locale={locale} />
      <ErrorSummary errors={errors} locale={locale} />
      <h1>{tell('give', locale)}</h1>
      <p class="lead">{tell('giveLead', locale)}</p>
      <Notice tone="neutral">
        <p>{tell('neverCovered', locale)}</p>
      </Notice>
      <form class="sheet stack" method="post" action="/delegations/new" novalidate>
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
          <Button>{tell('offer', locale)}</Button>
        </div>
      </form>
    </div>
  )
}

interface OneProps {
  /** Who reads it: that decides whom its words mean. */
  readonly reader: 'giver' | 'delegate'
  readonly visit: Visit
  readonly it: NamedDelegation
  readonly powers: readonly Power[]
}

function Summary({ reader, visit: { locale }, it, powers }: OneProps) {
  return (
    <>
      <header class="stack stack-tight">
        <BackLink href="/delegations" locale={locale} />
        <h1>{kindTitle[it.kind][locale]}</h1>
        <p>
          <DelegationPill state={it.state} locale={locale} />
        </p>
      </header>
      <dl class="facts">
        <div>
          <dt>{tell('from', locale)}</dt>
          <dd>
            <bdi>{it.from[locale]}</bdi>
          </dd>
        </div>
        <div>
          <dt>{tell('to', locale)}</dt>
          <dd>
            <bdi>{it.to[locale]}</bdi>
          </dd>
        </div>
        {it.begins && (
          <div>
            <dt>{tell('begins', locale)}</dt>
            <dd>{formatDay(it.begins, locale)}</dd>
          </div>
        )}
        <div>
          <dt>{tell('until', locale)}</dt>
          <dd>{formatDay(it.until, locale)}</dd>
        </div>
        <div>
          <dt>{tell(reader === 'giver' ? 'powers' : 'yourPowers', locale)}</dt>
          <dd>
            <ul>
              {it.powers.map((name) => (
                <li key={name}>{powerTitle(powers, name)[locale]}</li>
              ))}
            </ul>
          </dd>
        </div>
      </dl>
    </>
  )
}

const End = ({ reader, visit, it }: Omit<OneProps, 'powers'>) => (
  <form class="sheet stack" method="post" action={`/delegations/${it.id}/end`}>
    <h2>{tell('end', visit.locale)}</h2>
    <p>{tell(reader === 'giver' ? 'endLead' : 'giveBack', visit.locale)}</p>
    <HiddenInputs values={{ _csrf: visit.csrf }} />
    <div>
      <Button look="danger">{tell('end', visit.locale)}</Button>
    </div>
  </form>
)

/** A delegation as who gave it sees it: what it covers, what was done under it, and the ways to cut it. */
export function GivenPage(
  own: Omit<OneProps, 'reader'> & { readonly events: readonly DelegationEvent[]; readonly errors: Errors },
) {
  const props = { ...own, reader: 'giver' } as const
  const { visit, it, powers, events, errors } = props
  const { locale } = visit
  const open = isOpen(it)
  const of = isEstablishment(it.principal) ? 'establishment' : 'person'
  return (
    <div class="stack">
      <ErrorSummary errors={errors} locale={locale} />
      <Summary {...props} />
      <section class="stack">
        <DataTable
          caption={tell('log', locale)}
          columns={[
            { key: 'when', label: tell('when', locale), cell: (row) => formatInstant(row.at, locale) },
            { key: 'who', label: tell('who', locale), cell: (row) => row.who[locale] },
            { key: 'what', label: tell('what', locale), cell: (row) => said(row, of, powers, locale) },
          ]}
          rows={events}
          rowKey={(row) => row.id}
        />
      </section>
      {open && it.powers.length > 1 && (
        <form class="sheet stack" method="post" action={`/delegations/given/${it.id}/limit`} id="f-powers">
          <h2>{tell('limit', locale)}</h2>
          <p>{tell('limitLead', locale)}</p>
          <HiddenInputs values={{ _csrf: visit.csrf }} />
          <fieldset class="field">
            <legend class="field-label">{tell('powers', locale)}</legend>
            <div class="marks">
              {it.powers.map((name) => (
                <label key={name} class="mark">
                  <input class="checkbox" type="checkbox" name="powers" value={name} checked />
                  <span class="mark-label">{powerTitle(powers, name)[locale]}</span>
                </label>
              ))}
            </div>
          </fieldset>
          <div>
            <Button look="quiet">{tell('keepThese', locale)}</Button>
          </div>
        </form>
      )}
      {open && <End {...props} />}
    </div>
  )
}

function said(
  row: DelegationEvent,
  of: 'person' | 'establishment',
  powers: readonly Power[],
  locale: Locale,
): string {
  const title = (eventTitle(row.type) ?? actionTitle(row.type, of))[locale]
  // That somebody began to act is noted with the delegation's own code, which the reader is looking at already.
  const own = row.about !== undefined && row.delegation.endsWith(row.about)
  const about =
    (own ? undefined : row.about) ??
    row.powers?.map((name) => powerTitle(powers, name)[locale]).join(locale === 'ar' ? '، ' : ', ')
  return about ? `${title}: ${about}` : title
}

/** A delegation as its delegate sees it: to answer, to use, to give back. */
export function HeldPage(own: Omit<OneProps, 'reader'>) {
  const props = { ...own, reader: 'delegate' } as const
  const { visit, it } = props
  const { locale } = visit
  return (
    <div class="stack narrow">
      <Summary {...props} />
      {it.state === 'offered' && (
        <form class="sheet stack" method="post" action={`/delegations/held/${it.id}/answer`}>
          <p>{tell('acceptLead', locale)}</p>
          <HiddenInputs values={{ _csrf: visit.csrf }} />
          <div class="row">
            <Button icon="check" name="answer" value="accept">
              {tell('accept', locale)}
            </Button>
            <Button look="quiet" name="answer" value="refuse">
              {tell('refuse', locale)}
            </Button>
          </div>
        </form>
      )}
      {it.state === 'active' && (
        <form class="stack" method="post" action="/acting">
          <HiddenInputs values={{ _csrf: visit.csrf, workspace: it.id }} />
          <div>
            <Button icon={it.kind === 'person' ? 'user-round-check' : 'building-2'}>
              {tell(it.kind === 'person' ? 'act' : 'enter', locale)}
            </Button>
          </div>
        </form>
      )}
      {(it.state === 'active' || it.state === 'upcoming') && <End {...props} />}
    </div>
  )
}
