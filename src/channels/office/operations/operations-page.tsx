import type { ComponentChildren } from 'preact'
import { Button, LinkButton } from '#channels/face/button.tsx'
import { HiddenInputs } from '#channels/face/confirm-panel.tsx'
import { DataTable } from '#channels/face/data-table.tsx'
import { Ltr } from '#channels/face/ltr.tsx'
import { fill } from '#channels/face/messages.ts'
import { Notice } from '#channels/face/notice.tsx'
import { StatusPill } from '#channels/face/status-pill.tsx'
import { unitName } from '#channels/face/unit-name.ts'
import { Money } from '#channels/face/value-view.tsx'
import type { Visit } from '#channels/face/visit.ts'
import { formatInstant, formatNumber } from '#kernel/format.ts'
import type { Catalogue } from '#platform/catalogue/catalogue.ts'
import type { IssuerKeys } from '#platform/documents/keys/port.ts'
import type { Failure } from '#platform/jobs/failures.ts'
import type { failedDeliveries } from '#platform/notices/inbox.ts'
import type { openTroubles } from '#platform/payments/trouble.ts'
import type { Workload } from '#platform/requests/workload.ts'
import { officeMessages } from '../messages.ts'
import { sessionWords } from './sessions-words.ts'
import { withoutNumbers } from './without-numbers.ts'

export type Told = 'retried' | 'notRetried' | 'closed'

interface OperationsPageProps {
  readonly visit: Visit
  readonly catalogue: Catalogue
  readonly issuers: IssuerKeys
  readonly units: readonly Workload[]
  readonly failures: readonly Failure[]
  readonly troubles: Awaited<ReturnType<typeof openTroubles>>
  readonly undelivered: Awaited<ReturnType<typeof failedDeliveries>>
  readonly told: Told | undefined
}

/** How the house is doing: what waits, what fails, what did not arrive. */
export function OperationsPage(props: OperationsPageProps) {
  const { visit, told } = props
  const m = officeMessages(visit.locale).operations
  return (
    <div class="stack">
      {told && <Notice tone={told === 'notRetried' ? 'warning' : 'good'} title={m[told]} announce />}
      <h1>{m.title}</h1>
      <div class="grid items-start gap-6 lg:grid-cols-2">
        <Units {...props} />
        <Keys {...props} />
      </div>
      <Failures {...props} />
      <Troubles {...props} />
      <Undelivered {...props} />
      <Part title={sessionWords.title[visit.locale]}>
        <p>{sessionWords.lead[visit.locale]}</p>
        <div>
          <LinkButton look="quiet" icon="log-out" href="/office/operations/sessions">
            {sessionWords.title[visit.locale]}
          </LinkButton>
        </div>
      </Part>
      <Part title={m.audit}>
        <p>{m.auditLead}</p>
        <div>
          <LinkButton look="quiet" icon="shield-check" href="/office/operations/chain">
            {m.verify}
          </LinkButton>
        </div>
      </Part>
    </div>
  )
}

const Part = ({ title, children }: { readonly title: string; readonly children: ComponentChildren }) => (
  <section class="sheet stack">
    <h2>{title}</h2>
    {children}
  </section>
)

const Nothing = ({ words }: { readonly words: string }) => (
  <p>
    <StatusPill tone="good" words={words} />
  </p>
)

function Units({ visit, catalogue, units }: OperationsPageProps) {
  const { locale } = visit
  const m = officeMessages(locale).operations
  return (
    <Part title={m.workload}>
      {units.length === 0 ? (
        <Nothing words={m.workloadNone} />
      ) : (
        <DataTable
          rows={units}
          rowKey={(row) => row.unit}
          columns={[
            { key: 'unit', label: m.unit, cell: (row) => unitName(catalogue, row.unit, locale) },
            {
              key: 'open',
              label: m.open,
              amount: true,
              cell: (row) => <Ltr>{formatNumber(row.open, locale)}</Ltr>,
            },
            {
              key: 'overdue',
              label: m.overdue,
              amount: true,
              cell: (row) =>
                row.overdue > 0 ? (
                  <StatusPill tone="bad" icon="clock" words={formatNumber(row.overdue, locale)} />
                ) : (
                  <Ltr>0</Ltr>
                ),
            },
          ]}
        />
      )}
    </Part>
  )
}

function Keys({ visit, issuers }: OperationsPageProps) {
  const { locale } = visit
  const m = officeMessages(locale).operations
  const hex = (id: Uint8Array) => Buffer.from(id).toString('hex')
  const signing = [issuers.current('EdDSA'), issuers.current('ES256')].map((one) => hex(one.keyId))
  return (
    <Part title={m.keys}>
      <DataTable
        rows={issuers.trusted()}
        rowKey={(row) => hex(row.keyId)}
        columns={[
          {
            key: 'key',
            label: m.key,
            // May break after the algorithm: together they are too wide for a phone.
            cell: (row) => <bdi dir="ltr">{`${row.alg} ${hex(row.keyId)}`}</bdi>,
          },
          {
            key: 'state',
            label: m.keyState,
            cell: (row) =>
              signing.includes(hex(row.keyId)) ? (
                <StatusPill tone="good" icon="key-round" words={m.signs} />
              ) : row.notAfter ? (
                fill(m.until, { when: formatInstant(new Date(row.notAfter), locale) })
              ) : (
                m.trusted
              ),
          },
        ]}
      />
    </Part>
  )
}

function Failures({ visit, failures }: OperationsPageProps) {
  const { locale } = visit
  const m = officeMessages(locale).operations
  return (
    <Part title={m.jobs}>
      {failures.length === 0 ? (
        <Nothing words={m.jobsNone} />
      ) : (
        <DataTable
          rows={failures}
          rowKey={(row) => row.id}
          columns={[
            { key: 'task', label: m.task, cell: (row) => <Ltr>{row.task}</Ltr> },
            { key: 'attempts', label: m.attempts, amount: true, cell: (row) => <Ltr>{row.attempts}</Ltr> },
            {
              key: 'error',
              label: m.error,
              cell: (row) => (
                <div>
                  {row.givenUp ? (
                    <StatusPill tone="bad" words={m.givenUp} />
                  ) : (
                    <span class="muted">{fill(m.retrying, { when: formatInstant(row.next, locale) })}</span>
                  )}
                  <Ltr class="block text-sm break-words">{withoutNumbers(row.error).slice(0, 300)}</Ltr>
                </div>
              ),
            },
            { key: 'since', label: m.since, cell: (row) => formatInstant(row.since, locale) },
            {
              key: 'retry',
              label: '',
              cell: (row) => (
                <Act visit={visit} action={`/office/operations/jobs/${row.id}/retry`} words={m.retry} />
              ),
            },
          ]}
        />
      )}
    </Part>
  )
}

function Troubles({ visit, troubles }: OperationsPageProps) {
  const { locale } = visit
  const m = officeMessages(locale).operations
  return (
    <Part title={m.troubles}>
      {troubles.length === 0 ? (
        <Nothing words={m.troublesNone} />
      ) : (
        <DataTable
          rows={troubles}
          rowKey={(row) => row.id}
          columns={[
            { key: 'kind', label: m.kind, cell: (row) => m.kinds[row.kind] },
            { key: 'payment', label: m.payment, cell: (row) => <Ltr>{row.payment}</Ltr> },
            {
              key: 'amount',
              label: m.amount,
              amount: true,
              cell: (row) => <Money amount={row.amount} locale={locale} />,
            },
            { key: 'since', label: m.since, cell: (row) => formatInstant(row.at, locale) },
            {
              key: 'close',
              label: '',
              cell: (row) => (
                <Act visit={visit} action={`/office/operations/troubles/${row.id}/close`} words={m.close} />
              ),
            },
          ]}
        />
      )}
    </Part>
  )
}

function Undelivered({ visit, undelivered }: OperationsPageProps) {
  const { locale } = visit
  const m = officeMessages(locale).operations
  return (
    <Part title={m.notices}>
      {undelivered.length === 0 ? (
        <Nothing words={m.noticesNone} />
      ) : (
        <DataTable
          rows={undelivered}
          rowKey={(row) => `${row.notice} ${row.channel}`}
          columns={[
            { key: 'channel', label: m.channel, cell: (row) => m.channels[row.channel] },
            { key: 'attempts', label: m.attempts, amount: true, cell: (row) => <Ltr>{row.attempts}</Ltr> },
            {
              key: 'error',
              label: m.error,
              cell: (row) => <Ltr>{withoutNumbers(row.error ?? '').slice(0, 300)}</Ltr>,
            },
            { key: 'since', label: m.since, cell: (row) => formatInstant(row.changedAt, locale) },
          ]}
        />
      )}
    </Part>
  )
}

const Act = ({
  visit,
  action,
  words,
}: {
  readonly visit: Visit
  readonly action: string
  readonly words: string
}) => (
  <form method="post" action={action}>
    <HiddenInputs values={{ _csrf: visit.csrf }} />
    <Button look="quiet">{words}</Button>
  </form>
)
