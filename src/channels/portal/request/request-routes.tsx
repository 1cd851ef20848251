import type { FastifyInstance } from 'fastify'
import { ConfirmPanel } from '#channels/face/confirm-panel.tsx'
import { EmptyState } from '#channels/face/empty-state.tsx'
import { Ltr } from '#channels/face/ltr.tsx'
import { Notice } from '#channels/face/notice.tsx'
import { requireActing, requireActivated, verifyCsrf } from '#channels/face/session.ts'
import { RequestStatusPill } from '#channels/face/status-pill.tsx'
import { sendPage, type Visit, visitOf } from '#channels/face/visit.ts'
import { dayOf } from '#kernel/day.ts'
import { formatDay, formatInstant } from '#kernel/format.ts'
import type { HolderNumber } from '#kernel/holder-number.ts'
import { appointmentsOf, findAppointment } from '#platform/appointments/appointment.ts'
import { servicesSeen } from '#platform/authority/authorise.ts'
import { holderOf } from '#platform/authority/principal.ts'
import { deliveriesOf } from '#platform/deliveries/delivery.ts'
import { findDocument } from '#platform/documents/issued.ts'
import { billsOf, findBill } from '#platform/payments/bill.ts'
import type { Platform } from '#platform/platform.ts'
import { problems } from '#platform/problem.ts'
import { actOnBill, cancelRequest } from '#platform/requests/act.ts'
import {
  myRequests,
  type RequestLine,
  type RequestView,
  referenceOf,
  viewRequest,
} from '#platform/requests/read.ts'
import { portalMessages } from '../messages.ts'
import { portalNav } from '../nav.ts'
import { sendProblem } from '../problem-page.tsx'
import { receiptPdf } from './receipt-pdf.ts'
import { RequestPage } from './request-page.tsx'

const pageSize = 20

/** A person's requests: the list, each one, cancelling, receipts. */
export async function requestRoutes(app: FastifyInstance, platform: Platform): Promise<void> {
  app.get<{ Querystring: { before?: string; saved?: string } }>('/requests', async (request, reply) => {
    const visit = await visitOf(platform, request)
    const person = requireActing(request)
    if (!person.ok) return sendProblem(reply, platform, visit, person.error)
    const m = portalMessages(visit.locale)
    const before = request.query.before ? new Date(request.query.before) : undefined
    const lines = await myRequests(platform, holderOf(person.value), {
      limit: pageSize + 1,
      ...servicesSeen(platform, person.value),
      ...(before && !Number.isNaN(before.getTime()) ? { before } : {}),
    })
    const last = lines[pageSize - 1]
    return sendPage(reply, platform, visit, {
      title: m.request.title,
      nav: portalNav(visit),
      children: (
        <div class="stack">
          <h1>{m.request.title}</h1>
          {request.query.saved !== undefined && (
            <Notice tone="good" announce>
              <p>{m.form.saved}</p>
            </Notice>
          )}
          {lines.length ? (
            <RequestLines lines={lines.slice(0, pageSize)} visit={visit} />
          ) : (
            <EmptyState icon="folder-open" words={m.request.none} />
          )}
          {lines.length > pageSize && last && (
            <a class="go" href={`/requests?before=${last.updated.toISOString()}`}>
              {m.inbox.older}
            </a>
          )}
        </div>
      ),
    })
  })

  app.get<{ Params: { reference: string } }>('/requests/:reference', async (request, reply) => {
    const visit = await visitOf(platform, request)
    const view = await viewRequest(platform, visit.principal, request.params.reference)
    if (!view.ok) return sendProblem(reply, platform, visit, view.error)
    return sendPage(reply, platform, visit, {
      title: view.value.service.title[visit.locale],
      nav: portalNav(visit),
      ...(worksByItself(view.value) ? { refreshSeconds: 5 } : {}),
      children: (
        <RequestPage visit={visit} view={view.value} {...(await around(platform, visit, view.value))} />
      ),
    })
  })

  app.get<{ Params: { reference: string } }>('/requests/:reference/cancel', async (request, reply) => {
    const visit = await visitOf(platform, request)
    const view = await viewRequest(platform, visit.principal, request.params.reference)
    if (!view.ok) return sendProblem(reply, platform, visit, view.error)
    const m = portalMessages(visit.locale).request
    const { reference } = view.value.row
    return sendPage(reply, platform, visit, {
      title: m.cancelTitle,
      nav: portalNav(visit),
      children: (
        <ConfirmPanel
          title={m.cancelTitle}
          action={`/requests/${reference}/cancel`}
          confirm={m.cancel}
          cancel={{ label: m.keep, href: `/requests/${reference}` }}
          danger
          hidden={{ _csrf: visit.csrf }}
        >
          <p>{m.cancelBody}</p>
        </ConfirmPanel>
      ),
    })
  })

  app.post<{ Params: { reference: string } }>(
    '/requests/:reference/cancel',
    { preHandler: verifyCsrf },
    async (request, reply) => {
      const visit = await visitOf(platform, request)
      const done = await cancelRequest(platform, visit.principal, request.params.reference)
      if (!done.ok) return sendProblem(reply, platform, visit, done.error)
      return reply.redirect(`/requests/${request.params.reference}`, 303)
    },
  )

  app.get<{ Params: { bill: string } }>('/bills/:bill', async (request, reply) => {
    const person = requireActing(request)
    if (!person.ok) return sendProblem(reply, platform, await visitOf(platform, request), person.error)
    const holder = holderOf(person.value)
    const bill = await findBill(platform.db, holder, request.params.bill)
    if (!bill) return sendProblem(reply, platform, await visitOf(platform, request), problems.notFound)
    return reply.redirect(await pageOf(platform, holder, bill.about), 303)
  })

  app.get('/appointments', async (request, reply) => {
    const person = requireActivated(request)
    if (!person.ok) return sendProblem(reply, platform, await visitOf(platform, request), person.error)
    const [next] = await appointmentsOf(platform.db, person.value.person)
    return reply.redirect(await pageOf(platform, person.value.person, next?.about), 303)
  })

  app.get<{ Params: { bill: string } }>('/bills/:bill/receipt.pdf', async (request, reply) => {
    const visit = await visitOf(platform, request)
    const payer = await actOnBill(platform, visit.principal, request.params.bill)
    if (!payer.ok) return sendProblem(reply, platform, visit, payer.error)
    const bill = await findBill(platform.db, payer.value, request.params.bill)
    const paper = bill && (await receiptPdf(platform, bill, visit.locale))
    if (!paper) return sendProblem(reply, platform, visit, problems.notFound)
    return reply
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename="${paper.name}"`)
      .type('application/pdf')
      .send(Buffer.from(paper.pdf))
  })
}

/** Where a bill or an appointment is seen: at the request that it is about. Messages lead here. */
async function pageOf(
  { db }: Platform,
  holder: HolderNumber,
  about: { readonly person: HolderNumber; readonly request: string } | undefined,
): Promise<string> {
  const reference = about && (await referenceOf(db, about))
  if (!reference) return '/requests'
  return about.person === holder ? `/requests/${reference}` : `/approvals/${reference}`
}

/** Something outside or a job will move it: the page looks again by itself. */
const worksByItself = ({ row, service }: RequestView): boolean => {
  const step = service.steps.find((one) => one.id === row.state.step)
  if (step?.kind === 'integration') return true
  return step?.kind === 'payment' && step.by === 'applicant'
}

async function around(platform: Platform, { acting }: Visit, { row, applicant: person }: RequestView) {
  const { state } = row
  // The wallet is the holder's own: a delegate sees that a document was issued, not the document.
  const documents = await Promise.all(
    state.documents
      .filter((one) => one.holder === person && !acting)
      .map((one) => findDocument(platform.db, person, one.id)),
  )
  return {
    bills: await billsOf(platform.db, row.person_id, { request: row.id }),
    appointment: state.appointment && (await findAppointment(platform.db, person, state.appointment.id)),
    documents: documents.filter((one) => one !== undefined),
    today: dayOf(platform.clock.now()),
    deliveries: (await deliveriesOf(platform.db, person)).filter((one) => one.request === row.id),
  }
}

/** Requests as a list of links. */
export function RequestLines({
  lines,
  visit,
}: {
  readonly lines: readonly RequestLine[]
  readonly visit: Visit
}) {
  const { locale } = visit
  const m = portalMessages(locale).request
  return (
    <ul class="lines">
      {lines.map((line) => (
        <li key={line.reference}>
          <a class="line" href={`/requests/${line.reference}`}>
            <span class="min-w-0 flex-1">
              <span class="tile-title">{line.title[locale]}</span>
              <span class="tile-body">
                {line.label[locale]} · <Ltr>{line.reference}</Ltr>
              </span>
              {line.status === 'in-progress' && line.dueAt && (
                <span class="value-second">{m.by.replace('{when}', formatInstant(line.dueAt, locale))}</span>
              )}
              {line.status !== 'in-progress' && (
                <span class="value-second">{formatDay(dayOf(line.updated), locale)}</span>
              )}
            </span>
            <RequestStatusPill status={line.status} locale={locale} />
          </a>
        </li>
      ))}
    </ul>
  )
}
