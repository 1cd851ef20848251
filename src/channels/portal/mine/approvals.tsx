import type { FastifyInstance } from 'fastify'
import { Button } from '#channels/face/button.tsx'
import { HiddenInputs } from '#channels/face/confirm-panel.tsx'
import { EmptyState } from '#channels/face/empty-state.tsx'
import { Facts } from '#channels/face/facts.tsx'
import { Ltr } from '#channels/face/ltr.tsx'
import { fill } from '#channels/face/messages.ts'
import { Notice } from '#channels/face/notice.tsx'
import { requireActivated, verifyCsrf } from '#channels/face/session.ts'
import { RequestStatusPill } from '#channels/face/status-pill.tsx'
import { sendPage, type Visit, visitOf } from '#channels/face/visit.ts'
import { formatInstant } from '#kernel/format.ts'
import { findDocument } from '#platform/documents/issued.ts'
import { findBill } from '#platform/payments/bill.ts'
import { nameOf } from '#platform/people/holder.ts'
import type { Platform } from '#platform/platform.ts'
import { answerApproval } from '#platform/requests/act.ts'
import { stepOf } from '#platform/requests/case.ts'
import { myParticipations, viewParticipation } from '#platform/requests/read.ts'
import { postedText } from '../account/body.ts'
import { portalMessages } from '../messages.ts'
import { portalNav } from '../nav.ts'
import { sendProblem } from '../problem-page.tsx'
import { PayBill } from '../request/request-page.tsx'

/** What others' requests ask of a person: agree, pay, confirm. */
export async function approvalRoutes(app: FastifyInstance, platform: Platform): Promise<void> {
  app.get('/approvals', async (request, reply) => {
    const visit = await visitOf(platform, request)
    const person = requireActivated(request)
    if (!person.ok) return sendProblem(reply, platform, visit, person.error)
    const m = portalMessages(visit.locale).approvals
    const all = await myParticipations(platform, person.value.person, { limit: 50 })
    const parts = [
      { title: m.waiting, rows: all.filter((row) => row.waits_for) },
      { title: m.past, rows: all.filter((row) => !row.waits_for) },
    ].filter(({ rows }) => rows.length)
    return sendPage(reply, platform, visit, {
      title: m.title,
      nav: portalNav(visit),
      children: (
        <div class="stack">
          <h1>{m.title}</h1>
          <p class="lead">{m.lead}</p>
          {!all.length && <EmptyState icon="handshake" words={m.none} />}
          {parts.map(({ title, rows }) => (
            <section class="stack" key={title}>
              <h2>{title}</h2>
              <ul class="lines">
                {rows.map((row) => (
                  <li key={row.request_id}>
                    <a class="line" href={`/approvals/${row.reference}`}>
                      <span class="min-w-0 flex-1">
                        <span class="tile-title">
                          {platform.catalogue.service(row.service, row.version)?.title[visit.locale]}
                        </span>
                        <span class="tile-body">{row.label[visit.locale]}</span>
                        {row.waits_for && row.due_at && (
                          <span class="value-second">
                            {fill(portalMessages(visit.locale).request.by, {
                              when: formatInstant(row.due_at, visit.locale),
                            })}
                          </span>
                        )}
                      </span>
                      <RequestStatusPill status={row.status} locale={visit.locale} />
                    </a>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      ),
    })
  })

  app.get<{ Params: { reference: string } }>('/approvals/:reference', async (request, reply) => {
    const visit = await visitOf(platform, request)
    const person = requireActivated(request)
    if (!person.ok) return sendProblem(reply, platform, visit, person.error)
    const seen = await viewParticipation(platform, visit.principal, request.params.reference)
    if (!seen.ok) return sendProblem(reply, platform, visit, seen.error)
    const { row, service, state, bill } = seen.value
    const full = bill && (await findBill(platform.db, person.value.person, bill.id))
    const from = await nameOf(platform.db, row.applicant)
    const documents = await Promise.all(
      state.documents
        .filter((one) => one.holder === person.value.person)
        .map((one) => findDocument(platform.db, one.holder, one.id)),
    )
    const step = stepOf(service, row.waits_for)
    const m = portalMessages(visit.locale)
    return sendPage(reply, platform, visit, {
      title: service.title[visit.locale],
      nav: portalNav(visit),
      ...(step?.kind === 'payment' ? { refreshSeconds: 5 } : {}),
      children: (
        <div class="stack">
          <header class="stack stack-tight">
            <p class="muted">
              {m.request.reference} <Ltr>{row.reference}</Ltr>
            </p>
            <h1>{service.title[visit.locale]}</h1>
            {row.label[visit.locale] !== from[visit.locale] && <p>{row.label[visit.locale]}</p>}
            <p>
              {m.approvals.from}: {from[visit.locale]}
            </p>
            <p>
              <RequestStatusPill status={row.status} locale={visit.locale} />
            </p>
          </header>
          {row.shows.length > 0 && (
            <section class="stack">
              <h2>{m.approvals.shown}</h2>
              <Facts facts={row.shows} locale={visit.locale} />
            </section>
          )}
          {state.because && row.status !== 'in-progress' && (
            <Notice tone="warning">
              <p>{state.because[visit.locale]}</p>
            </Notice>
          )}
          {step?.kind === 'approval' && (
            <AnswerForm visit={visit} reference={row.reference} step={step} due={row.due_at} />
          )}
          {step?.kind === 'payment' && full?.state === 'due' && (
            <section class="sheet stack">
              <h2>{m.request.waitsFor.ownPayment}</h2>
              {step.body && <p>{step.body[visit.locale]}</p>}
              <PayBill visit={visit} bill={full} back={`/approvals/${row.reference}`} label={m.request.pay} />
            </section>
          )}
          {documents.flatMap((one) =>
            one
              ? [
                  <p key={one.id}>
                    <a href={`/documents/${one.id}`}>{one.content.title[visit.locale]}</a>
                  </p>,
                ]
              : [],
          )}
        </div>
      ),
    })
  })

  app.post<{ Params: { reference: string } }>(
    '/approvals/:reference',
    { preHandler: verifyCsrf },
    async (request, reply) => {
      const visit = await visitOf(platform, request)
      const answer = postedText(request, 'answer')
      const reason = postedText(request, 'reason')
      if (answer !== 'accept' && answer !== 'refuse')
        return reply.redirect(`/approvals/${encodeURIComponent(request.params.reference)}`, 303)
      const done = await answerApproval(platform, visit.principal, {
        reference: request.params.reference,
        step: postedText(request, 'step'),
        accept: answer === 'accept',
        ...(reason ? { reason } : {}),
      })
      if (!done.ok) return sendProblem(reply, platform, visit, done.error)
      return reply.redirect(`/approvals/${request.params.reference}`, 303)
    },
  )
}

function AnswerForm({
  visit,
  reference,
  step,
  due,
}: {
  readonly visit: Visit
  readonly reference: string
  readonly step: Extract<NonNullable<ReturnType<typeof stepOf>>, { kind: 'approval' }>
  readonly due: Date | null
}) {
  const { locale } = visit
  const m = portalMessages(locale)
  return (
    <section class="sheet stack">
      <h2>{step.title[locale]}</h2>
      {step.body && <p>{step.body[locale]}</p>}
      {due && <p class="muted">{fill(m.request.by, { when: formatInstant(due, locale) })}</p>}
      <form class="stack" method="post" action={`/approvals/${reference}`}>
        <HiddenInputs values={{ _csrf: visit.csrf, step: step.id }} />
        <p>
          <Button icon="check" name="answer" value="accept">
            {step.accept[locale]}
          </Button>
        </p>
        <details>
          <summary class="go">{step.refuse[locale]}</summary>
          <div class="stack mt-3">
            <label class="field-label" for="reason">
              {m.approvals.reason}
            </label>
            <textarea class="input" id="reason" name="reason" maxLength={500} rows={3} />
            <p>
              <Button look="danger" name="answer" value="refuse">
                {step.refuse[locale]}
              </Button>
            </p>
          </div>
        </details>
      </form>
    </section>
  )
}
