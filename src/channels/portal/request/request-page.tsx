import { Button, LinkButton } from '#channels/face/button.tsx'
import { HiddenInputs } from '#channels/face/confirm-panel.tsx'
import { CopyButton } from '#channels/face/copy-button.tsx'
import { Facts } from '#channels/face/facts.tsx'
import { FeeTable } from '#channels/face/fee-table.tsx'
import { Ltr } from '#channels/face/ltr.tsx'
import { fill } from '#channels/face/messages.ts'
import { momentsOf } from '#channels/face/moments.ts'
import { Notice } from '#channels/face/notice.tsx'
import { RequestStatusPill } from '#channels/face/status-pill.tsx'
import { Timeline } from '#channels/face/timeline.tsx'
import { VerdictList } from '#channels/face/verdict-list.tsx'
import type { Visit } from '#channels/face/visit.ts'
import { Wording } from '#channels/face/wording.tsx'
import type { Day } from '#kernel/day.ts'
import { formatInstant, formatMoney } from '#kernel/format.ts'
import type { Appointment } from '#platform/appointments/appointment.ts'
import type { Delivery } from '#platform/deliveries/delivery.ts'
import { type IssuedDocument, stateOn } from '#platform/documents/issued.ts'
import type { Bill } from '#platform/payments/bill.ts'
import { stepOf } from '#platform/requests/case.ts'
import type { RequestView } from '#platform/requests/read.ts'
import { portalMessages } from '../messages.ts'
import { OneCard } from '../mine/one-card.tsx'

export interface RequestPageProps {
  readonly visit: Visit
  readonly view: RequestView
  readonly bills: readonly Bill[]
  readonly appointment: Appointment | undefined
  readonly documents: readonly IssuedDocument[]
  readonly deliveries: readonly Delivery[]
  readonly today: Day
}

/** A request: where it stands in one line, what it waits for, its timeline, what was sent. */
export function RequestPage(props: RequestPageProps) {
  const { visit, view } = props
  const { locale } = visit
  const m = portalMessages(locale).request
  const { row, service } = view
  const { state } = row
  return (
    <div class="stack">
      <header class="stack stack-tight">
        <p class="muted">
          {m.reference} <Ltr>{row.reference}</Ltr>
        </p>
        <h1>{service.title[locale]}</h1>
        <p>{row.subject_label[locale]}</p>
        <p>
          <RequestStatusPill status={state.status} locale={locale} />
        </p>
      </header>
      <Now {...props} />
      {props.documents.length > 0 && <Issued {...props} />}
      <section class="stack">
        <h2>{m.timeline}</h2>
        <Timeline moments={momentsOf(view, m.events, locale)} locale={locale} />
      </section>
      {view.answers.length > 0 && (
        <section class="stack">
          <h2>{m.answers}</h2>
          <Facts facts={view.answers} locale={locale} />
        </section>
      )}
      {props.bills
        .filter((bill) => bill.paidAt)
        .map((bill) => (
          <section class="stack" key={bill.id}>
            <h2>{m.paid}</h2>
            <FeeTable
              locale={locale}
              lines={bill.lines.map((line) => ({ ...line, title: line.title[locale] }))}
            />
            <p>
              <LinkButton look="quiet" icon="receipt" href={`/bills/${bill.id}/receipt.pdf`}>
                {m.receipt}
              </LinkButton>
            </p>
          </section>
        ))}
      {props.deliveries.map((one) => (
        <section class="stack" key={one.id}>
          <h2>{m.delivery}</h2>
          <p>
            {one.what[locale]}: <Ltr>{one.tracking}</Ltr>
          </p>
        </section>
      ))}
      {state.status === 'in-progress' && (
        <p>
          <LinkButton look="plain" icon="x" href={`/requests/${row.reference}/cancel`}>
            {m.cancel}
          </LinkButton>
        </p>
      )}
    </div>
  )
}

/** What is asked of the applicant now, or how it ended. */
function Now(props: RequestPageProps) {
  const { visit, view } = props
  const { locale } = visit
  const m = portalMessages(locale).request
  const { row, service } = view
  const { state } = row
  if (state.status === 'draft')
    return (
      <Notice tone="neutral" title={m.unsentLead}>
        <div class="row">
          <LinkButton href={`/requests/${row.reference}/form`}>{m.resume}</LinkButton>
          <LinkButton look="plain" href={`/requests/${row.reference}/cancel`}>
            {m.drop}
          </LinkButton>
        </div>
      </Notice>
    )
  if (state.status !== 'in-progress')
    return (
      <Notice tone={state.status === 'fulfilled' ? 'good' : 'warning'} title={m.status[state.status]}>
        {state.says && (
          <p>
            <Wording>{state.says[locale]}</Wording>
          </p>
        )}
        {state.because && (
          <p>
            {m.because}: {state.because[locale]}
          </p>
        )}
        {state.verdicts && <VerdictList verdicts={state.verdicts} locale={locale} />}
      </Notice>
    )
  const step = stepOf(service, state.step)
  if (!step) return null
  const by = state.dueAt ? fill(m.by, { when: formatInstant(new Date(state.dueAt), locale) }) : undefined
  const own = (step.kind === 'payment' || step.kind === 'approval') && step.by === 'applicant'
  const waits =
    step.kind === 'payment' && own
      ? m.waitsFor.ownPayment
      : step.kind === 'approval' && own
        ? m.waitsFor.ownApproval
        : m.waitsFor[step.kind]
  return (
    <section class="sheet stack" aria-labelledby="now">
      <h2 id="now">{waits}</h2>
      <p>
        {step.title[locale]} {by && <span class="muted">{by}</span>}
      </p>
      {step.body && (own || step.kind !== 'approval') && <p>{step.body[locale]}</p>}
      {step.kind === 'payment' && own && <PayForm {...props} step={step.id} />}
      {step.kind === 'appointment' && <Visiting {...props} bring={step.bring.map((one) => one[locale])} />}
    </section>
  )
}

function PayForm({ visit, view, bills, step }: RequestPageProps & { readonly step: string }) {
  const { locale } = visit
  const m = portalMessages(locale).request
  const id = view.row.state.bills[step]?.id
  const bill = bills.find((one) => one.id === id)
  if (bill && bill.state !== 'due') return <p>{m.paymentReceived}</p>
  return bill ? (
    <PayBill visit={visit} bill={bill} back={`/requests/${view.row.reference}`} label={m.pay} />
  ) : null
}

/** What a bill is made of, and the way to pay it. */
export function PayBill({
  visit,
  bill,
  back,
  label,
}: {
  readonly visit: Visit
  readonly bill: Bill
  readonly back: string
  readonly label: string
}) {
  const { locale } = visit
  return (
    <div class="stack">
      <FeeTable locale={locale} lines={bill.lines.map((line) => ({ ...line, title: line.title[locale] }))} />
      <form method="post" action={`/bills/${bill.id}/pay`}>
        <HiddenInputs values={{ _csrf: visit.csrf, back }} />
        <Button icon="credit-card">{fill(label, { amount: formatMoney(bill.total, locale) })}</Button>
      </form>
      <p class="muted">
        {portalMessages(locale).request.inBank} <Ltr>{bill.number}</Ltr>{' '}
        <CopyButton text={bill.number} locale={locale} />
      </p>
    </div>
  )
}

function Visiting({
  visit,
  view,
  appointment,
  bring,
}: RequestPageProps & { readonly bring: readonly string[] }) {
  const { locale } = visit
  const m = portalMessages(locale).request
  const booked = appointment?.state === 'booked' ? appointment : undefined
  return (
    <div class="stack">
      {booked && (
        <dl class="facts">
          <div>
            <dt>{m.appointment}</dt>
            <dd>
              {formatInstant(booked.startsAt, locale)}
              <span class="value-second">
                {booked.officeName[locale]}، {booked.address[locale]}
              </span>
            </dd>
          </div>
        </dl>
      )}
      {bring.length > 0 && (
        <div>
          <h3>{m.bring}</h3>
          <ul>
            {bring.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </div>
      )}
      <p>
        <LinkButton
          look={booked ? 'quiet' : 'primary'}
          icon="calendar"
          href={`/requests/${view.row.reference}/appointment`}
        >
          {booked ? m.rebook : m.book}
        </LinkButton>
      </p>
    </div>
  )
}

function Issued({ visit, documents, today }: RequestPageProps) {
  const { locale } = visit
  const m = portalMessages(locale).request
  return (
    <section class="stack">
      <h2>{m.documents}</h2>
      {documents.map((one) => (
        <div key={one.id} class="stack">
          <div class="cards">
            <OneCard
              document={{ ...one, state: stateOn(one, today) }}
              locale={visit.locale}
              today={today}
              href={`/documents/${one.id}`}
            />
          </div>
          <p>
            <LinkButton look="quiet" icon="download" href={`/documents/${one.id}/pdf`}>
              {m.pdf}
            </LinkButton>
          </p>
        </div>
      ))}
    </section>
  )
}
