import { LinkButton } from '#channels/face/button.tsx'
import { DataTable } from '#channels/face/data-table.tsx'
import { EmptyState } from '#channels/face/empty-state.tsx'
import { Ltr } from '#channels/face/ltr.tsx'
import { fill } from '#channels/face/messages.ts'
import { Notice } from '#channels/face/notice.tsx'
import { StatusPill } from '#channels/face/status-pill.tsx'
import { Tabs } from '#channels/face/tabs.tsx'
import { unitName } from '#channels/face/unit-name.ts'
import { formatInstant } from '#kernel/format.ts'
import type { Locale } from '#kernel/text.ts'
import type { Catalogue } from '#platform/catalogue/catalogue.ts'
import type { queue } from '#platform/requests/office.ts'
import { officeMessages } from './messages.ts'

/** A line of a unit's queue. */
export type Waiting = Extract<Awaited<ReturnType<typeof queue>>, { ok: true }>['value'][number]

interface QueuePageProps {
  readonly locale: Locale
  readonly catalogue: Catalogue
  readonly now: Date
  readonly officer: string
  readonly units: readonly string[]
  readonly unit: string
  readonly cases: readonly Waiting[]
  /** Others wait behind these. */
  readonly more: boolean
  /** Came here by "next case", and there was none. */
  readonly nothingLeft: boolean
}

/** What waits in front of a unit, the most urgent first. */
export function QueuePage(props: QueuePageProps) {
  const { locale, catalogue, units, unit, cases } = props
  const m = officeMessages(locale).queue
  return (
    <div class="stack">
      <div class="row justify-between">
        <h1>{m.title}</h1>
        {cases.length > 0 && (
          <LinkButton href={`/office/next?unit=${unit}`} icon="arrow-right" accesskey="n">
            {m.next}
          </LinkButton>
        )}
      </div>
      <Tabs
        label={m.units}
        tabs={units.map((one) => ({
          label: unitName(catalogue, one, locale),
          href: `/office?unit=${one}`,
          current: one === unit,
        }))}
      />
      {props.nothingLeft && <Notice tone="good" title={m.nothingLeft} announce />}
      {cases.length === 0 ? (
        <EmptyState icon="circle-check-big" words={m.none} />
      ) : (
        <div class="sheet">
          <QueueTable {...props} />
        </div>
      )}
      {props.more && <p class="muted">{fill(m.first, { n: cases.length })}</p>}
    </div>
  )
}

function QueueTable({ locale, catalogue, now, officer, cases }: QueuePageProps) {
  const m = officeMessages(locale).queue
  return (
    <DataTable
      rows={cases}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'reference',
          label: m.reference,
          cell: (row) => (
            <a class="a" href={`/office/cases/${row.unit}/${row.id}`}>
              <Ltr>{row.reference}</Ltr>
            </a>
          ),
        },
        {
          key: 'service',
          label: m.service,
          cell: (row) => catalogue.service(row.service, row.version)?.title[locale],
        },
        { key: 'about', label: m.about, cell: (row) => row.label[locale] },
        { key: 'since', label: m.since, cell: (row) => formatInstant(row.created_at, locale) },
        {
          key: 'due',
          label: m.due,
          cell: (row) => (
            <div>
              {formatInstant(row.due_at, locale)}{' '}
              {(row.overdue || row.due_at < now) && <StatusPill tone="bad" words={m.overdue} />}
            </div>
          ),
        },
        {
          key: 'claimed',
          label: m.claimed,
          cell: (row) =>
            row.claimed_by === null ? (
              <span class="muted">{m.nobody}</span>
            ) : row.claimed_by === officer ? (
              <StatusPill tone="neutral" icon="user-round" words={m.you} />
            ) : (
              <Ltr>{row.claimed_by}</Ltr>
            ),
        },
      ]}
    />
  )
}
