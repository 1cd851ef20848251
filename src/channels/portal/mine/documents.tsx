import type { FastifyInstance } from 'fastify'
import { downloadOf, issueOf } from '#channels/document-acts.ts'
import { BackLink } from '#channels/face/breadcrumbs.tsx'
import { LinkButton } from '#channels/face/button.tsx'
import { ConfirmPanel } from '#channels/face/confirm-panel.tsx'
import { DocumentCard } from '#channels/face/document-card.tsx'
import { EmptyState } from '#channels/face/empty-state.tsx'
import { Facts } from '#channels/face/facts.tsx'
import { Ltr } from '#channels/face/ltr.tsx'
import { Notice } from '#channels/face/notice.tsx'
import { requireActivated, verifyCsrf } from '#channels/face/session.ts'
import { StatusPill } from '#channels/face/status-pill.tsx'
import { sendPage, type Visit, visitOf } from '#channels/face/visit.ts'
import { type Day, dayOf } from '#kernel/day.ts'
import { askToConfirm, isConfirmed, requireConfirmed } from '#platform/accounts/require-confirmed.ts'
import { stepUpStage } from '#platform/accounts/step-up.ts'
import { codeAddress, qrSvg } from '#platform/documents/credential/qr.ts'
import { documentPdf, pdfName } from '#platform/documents/document-pdf.ts'
import { drawDocument } from '#platform/documents/draw.ts'
import { documentsOf, findDocument, type IssuedDocument } from '#platform/documents/issued.ts'
import type { Platform } from '#platform/platform.ts'
import { problems } from '#platform/problem.ts'
import { tell } from '../account/security/words.ts'
import { portalMessages } from '../messages.ts'
import { portalNav } from '../nav.ts'
import { sendProblem } from '../problem-page.tsx'

/** The person's documents as cards, each with its code and its PDF. */
export async function documentRoutes(app: FastifyInstance, platform: Platform): Promise<void> {
  app.get('/documents', async (request, reply) => {
    const visit = await visitOf(platform, request)
    const person = requireActivated(request)
    if (!person.ok) return sendProblem(reply, platform, visit, person.error)
    const documents = (await documentsOf(platform.db, person.value.person)).filter(
      (one) => one.state === 'valid',
    )
    const m = portalMessages(visit.locale).documents
    return sendPage(reply, platform, visit, {
      title: m.title,
      nav: portalNav(visit),
      children: (
        <div class="stack">
          <h1>{m.title}</h1>
          {!documents.length && <EmptyState icon="id-card" words={m.none} />}
          <div class="cards">
            {documents.map((one) => (
              <OneCard key={one.id} document={one} visit={visit} today={dayOf(platform.clock.now())} />
            ))}
          </div>
        </div>
      ),
    })
  })

  app.get<{ Params: { id: string } }>('/documents/:id', async (request, reply) => {
    const visit = await visitOf(platform, request)
    const person = requireActivated(request)
    if (!person.ok) return sendProblem(reply, platform, visit, person.error)
    const found = await findDocument(platform.db, person.value.person, request.params.id)
    if (!found) return sendProblem(reply, platform, visit, problems.notFound)
    const now = platform.clock.now()
    const download = { act: 'document.download', object: found.id } as const
    const confirmed = (await stepUpStage(platform.db, person.value, download, now)) === 'confirmed'
    return sendPage(reply, platform, visit, {
      title: found.content.title[visit.locale],
      nav: portalNav(visit),
      children: <DocumentPage document={found} visit={visit} today={dayOf(now)} confirmed={confirmed} />,
    })
  })

  app.get<{ Params: { id: string; subject: string } }>('/documents/:id/:subject', async (request, reply) => {
    const visit = await visitOf(platform, request)
    const person = requireActivated(request)
    if (!person.ok) return sendProblem(reply, platform, visit, person.error)
    const definition = platform.catalogue.document(request.params.id)
    if (!definition) return sendProblem(reply, platform, visit, problems.notFound)
    const object = issueOf(definition, request.params.subject)
    if (!(await isConfirmed(platform, person.value, 'document.issue', object))) {
      const problem = await askToConfirm(platform, person.value, 'document.issue', object)
      return sendProblem(reply, platform, visit, problem)
    }
    const m = portalMessages(visit.locale).documents
    return sendPage(reply, platform, visit, {
      title: definition.title[visit.locale],
      nav: portalNav(visit),
      children: (
        <ConfirmPanel
          title={definition.title[visit.locale]}
          action={request.url.split('?', 1)[0] ?? ''}
          confirm={m.get}
          cancel={{ label: m.title, href: '/documents' }}
          hidden={{ _csrf: visit.csrf }}
        >
          <p>{m.getLead}</p>
        </ConfirmPanel>
      ),
    })
  })

  app.post<{ Params: { id: string; subject: string } }>(
    '/documents/:id/:subject',
    { preHandler: verifyCsrf },
    async (request, reply) => {
      const visit = await visitOf(platform, request)
      const person = requireActivated(request)
      if (!person.ok) return sendProblem(reply, platform, visit, person.error)
      const { id, subject } = request.params
      const definition = platform.catalogue.document(id)
      if (!definition) return sendProblem(reply, platform, visit, problems.notYours)
      const object = issueOf(definition, subject)
      const confirmed = await requireConfirmed(platform, person.value, 'document.issue', object)
      if (!confirmed.ok) return sendProblem(reply, platform, visit, confirmed.error)
      const drawn = await drawDocument(platform, definition, person.value.person, subject)
      if (!drawn) return sendProblem(reply, platform, visit, problems.notYours)
      return reply.redirect(`/documents/${drawn.id}`, 303)
    },
  )

  // Asking for its head would use the confirmation up.
  app.get<{ Params: { id: string } }>(
    '/documents/:id/pdf',
    { exposeHeadRoute: false },
    async (request, reply) => {
      const visit = await visitOf(platform, request)
      const person = requireActivated(request)
      if (!person.ok) return sendProblem(reply, platform, visit, person.error)
      const found = await findDocument(platform.db, person.value.person, request.params.id)
      if (!found) return sendProblem(reply, platform, visit, problems.notFound)
      const confirmed = await requireConfirmed(platform, person.value, 'document.download', downloadOf(found))
      if (!confirmed.ok) return sendProblem(reply, platform, visit, confirmed.error)
      const pdf = await documentPdf(platform, found, visit.locale)
      return reply
        .header('cache-control', 'no-store')
        .header('content-disposition', `attachment; filename="${pdfName(found)}"`)
        .type('application/pdf')
        .send(Buffer.from(pdf))
    },
  )

  app.get<{ Params: { id: string } }>('/documents/:id/code.svg', async (request, reply) => {
    const person = requireActivated(request)
    const found = person.ok && (await findDocument(platform.db, person.value.person, request.params.id))
    if (!found) return reply.code(404).send()
    return reply
      .header('cache-control', 'no-store')
      .type('image/svg+xml')
      .send(qrSvg(codeAddress(platform.config.origin, found.packed)))
  })
}

/** A document as the card that one would hold. */
export const OneCard = ({
  document,
  visit,
  today,
  leads = true,
}: {
  readonly document: IssuedDocument
  readonly visit: Visit
  readonly today: Day
  /** Whether the card opens the document: not on the document's own page. */
  readonly leads?: boolean
}) => (
  <DocumentCard
    locale={visit.locale}
    title={document.content.title}
    holder={document.content.holder[visit.locale]}
    number={document.number}
    facts={document.content.facts.filter((fact) => fact.value.kind !== 'day').slice(0, 2)}
    expires={document.validUntil}
    today={today}
    {...(leads ? { href: `/documents/${document.id}` } : {})}
  />
)

function DocumentPage({
  document,
  visit,
  today,
  confirmed,
}: {
  readonly document: IssuedDocument
  readonly visit: Visit
  readonly today: Day
  /** Its download was just confirmed. */
  readonly confirmed: boolean
}) {
  const { locale } = visit
  const m = portalMessages(locale)
  const expired = document.validUntil !== undefined && document.validUntil < today
  const state = document.state === 'valid' && expired ? 'expired' : document.state
  return (
    <div class="stack narrow">
      <BackLink href="/documents" locale={locale} />
      <h1>{document.content.title[locale]}</h1>
      {confirmed && (
        <Notice tone="good" title={tell('confirmedNow', locale)} announce>
          <LinkButton icon="download" href={`/documents/${document.id}/pdf`}>
            {m.request.pdf}
          </LinkButton>
        </Notice>
      )}
      <p>
        <StatusPill tone={state === 'valid' ? 'good' : 'bad'} words={m.documents.state[state]} />
      </p>
      <OneCard document={document} visit={visit} today={today} leads={false} />
      <Facts facts={document.content.facts} locale={locale} />
      <figure class="sheet stack text-center">
        <img
          class="document-code"
          src={`/documents/${document.id}/code.svg`}
          width="280"
          height="280"
          alt={m.documents.verify}
        />
        <figcaption class="muted">{m.documents.verify}</figcaption>
      </figure>
      <dl class="facts">
        <div>
          <dt>{m.documents.number}</dt>
          <dd>
            <Ltr>{document.number}</Ltr>
          </dd>
        </div>
        <div>
          <dt>{m.documents.code}</dt>
          <dd>
            <Ltr>{document.code}</Ltr>
          </dd>
        </div>
      </dl>
      <p>
        <LinkButton icon="download" href={`/documents/${document.id}/pdf`}>
          {m.request.pdf}
        </LinkButton>
      </p>
    </div>
  )
}
