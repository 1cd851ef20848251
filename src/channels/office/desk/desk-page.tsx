import { Button, LinkButton } from '#channels/face/button.tsx'
import { HiddenInputs } from '#channels/face/confirm-panel.tsx'
import { DataTable } from '#channels/face/data-table.tsx'
import { EmptyState } from '#channels/face/empty-state.tsx'
import { ErrorSummary } from '#channels/face/error-summary.tsx'
import { FieldControl } from '#channels/face/field-control.tsx'
import { Ltr } from '#channels/face/ltr.tsx'
import { fill } from '#channels/face/messages.ts'
import { StatusPill } from '#channels/face/status-pill.tsx'
import { Tabs } from '#channels/face/tabs.tsx'
import { unitName } from '#channels/face/unit-name.ts'
import type { Visit } from '#channels/face/visit.ts'
import { addDays, type Day } from '#kernel/day.ts'
import { formatDay } from '#kernel/format.ts'
import type { Text } from '#kernel/text.ts'
import type { dayList } from '#platform/appointments/day-list.ts'
import type { Office } from '#platform/appointments/office.ts'
import type { Catalogue } from '#platform/catalogue/catalogue.ts'
import { choice, text } from '#platform/forms/fields/index.ts'
import type { casesOf } from '#platform/requests/desk.ts'
import { officeMessages } from '../messages.ts'
import { said } from '../said.ts'

type Booking = Awaited<ReturnType<typeof dayList>>[number]
export type OfficeCase = Awaited<ReturnType<typeof casesOf>>[number]

export interface DeskPageProps {
  readonly visit: Visit
  readonly catalogue: Catalogue
  readonly units: readonly string[]
  readonly unit: string
  readonly offices: readonly Office[]
  readonly office: Office | undefined
  readonly day: Day
  readonly today: Day
  readonly bookings: readonly Booking[]
  readonly cases: readonly OfficeCase[]
  readonly who?: string
  readonly errors?: Readonly<Record<string, Text>> | undefined
}

/** The desk of an office: who is expected today, and whoever comes by themselves. */
export function DeskPage(props: DeskPageProps) {
  const { visit, catalogue, units, unit, office } = props
  const { locale } = visit
  const m = officeMessages(locale).desk
  return (
    <div class="stack">
      {props.errors && <ErrorSummary errors={props.errors} locale={locale} />}
      <h1>{m.title}</h1>
      <Tabs
        label={m.unit}
        tabs={units.map((one) => ({
          label: unitName(catalogue, one, locale),
          href: `/office/desk?unit=${one}`,
          current: one === unit,
        }))}
      />
      <div class="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div class="stack">
          <form class="row items-end" method="get" action="/office/desk">
            <HiddenInputs values={{ unit, day: props.day }} />
            <div class="min-w-0 flex-1">
              <FieldControl
                name="office"
                field={choice({
                  label: said((words) => words.desk.office),
                  options: props.offices.map(({ id, name, cityName }) => ({
                    value: id,
                    label: name,
                    detail: cityName,
                  })),
                })}
                value={office?.id}
                locale={locale}
              />
            </div>
            <Button look="quiet">{m.show}</Button>
          </form>
          {office ? <DayOf {...props} office={office} /> : <EmptyState icon="map-pin" words={m.choose} />}
        </div>
        <WalkIn {...props} />
      </div>
    </div>
  )
}

function DayOf(props: DeskPageProps & { readonly office: Office }) {
  const { visit, unit, office, day, today, bookings } = props
  const { locale } = visit
  const m = officeMessages(locale).desk
  const on = (which: Day) => `/office/desk?unit=${unit}&office=${office.id}&day=${which}`
  return (
    <section class="sheet stack" aria-labelledby="day">
      <h2 id="day">{fill(m.list, { day: formatDay(day, locale) })}</h2>
      <nav class="row" aria-label={m.day}>
        <LinkButton look="quiet" icon="chevron-left" href={on(addDays(day, -1))} rel="prev">
          {m.before}
        </LinkButton>
        {day !== today && (
          <LinkButton look="plain" href={on(today)}>
            {m.today}
          </LinkButton>
        )}
        <LinkButton look="quiet" href={on(addDays(day, 1))} rel="next">
          {m.after}
        </LinkButton>
      </nav>
      {bookings.length === 0 ? (
        <EmptyState icon="calendar" words={m.none} />
      ) : (
        <Bookings {...props} office={office} />
      )}
    </section>
  )
}

const looks = {
  booked: ['neutral', 'clock'],
  kept: ['good', 'circle-check'],
  missed: ['warning', 'user-round-x'],
  cancelled: ['quiet', 'circle-slash'],
} as const

/** No name and no whole number stand in the list: opening a line reads the person, and is logged. */
function Bookings({
  visit,
  catalogue,
  office,
  bookings,
  cases,
}: DeskPageProps & { readonly office: Office }) {
  const { locale } = visit
  const m = officeMessages(locale).desk
  const caseOf = (row: Booking) =>
    cases.find((one) => one.request_id === row.about_request && one.step === row.about_step)
  return (
    <DataTable
      rows={bookings}
      rowKey={(row) => row.booking_id}
      columns={[
        { key: 'time', label: m.time, cell: (row) => <Ltr>{row.time}</Ltr> },
        {
          key: 'reference',
          label: m.reference,
          cell: (row) => {
            const about = caseOf(row)
            return about ? (
              <a class="a" href={`/office/cases/${about.unit}/${about.id}?office=${office.id}`}>
                <Ltr>{about.reference}</Ltr>
              </a>
            ) : null
          },
        },
        {
          key: 'service',
          label: m.service,
          cell: (row) => {
            const about = caseOf(row)
            return about && catalogue.service(about.service, about.version)?.title[locale]
          },
        },
        { key: 'person', label: m.person, cell: (row) => <Ltr>{row.subject_id.slice(-4)}</Ltr> },
        { key: 'section', label: m.sectionLabel, cell: (row) => m.section[row.section] },
        {
          key: 'state',
          label: m.stateLabel,
          cell: (row) => (
            <StatusPill tone={looks[row.state][0]} icon={looks[row.state][1]} words={m.state[row.state]} />
          ),
        },
      ]}
    />
  )
}

/** Somebody stands at the desk, booked or not. */
function WalkIn({ visit, unit, office, who, errors }: DeskPageProps) {
  const { locale } = visit
  const m = officeMessages(locale).desk
  return (
    <form class="sheet stack" method="post" action="/office/desk/find" novalidate>
      <h2>{m.walkIn}</h2>
      <HiddenInputs values={{ _csrf: visit.csrf, unit, office: office?.id ?? '' }} />
      <FieldControl
        name="who"
        field={text({ label: said((words) => words.desk.who), hint: said((words) => words.desk.whoHint) })}
        value={who}
        error={errors?.who}
        locale={locale}
      />
      <div>
        <Button icon="search">{m.find}</Button>
      </div>
    </form>
  )
}
