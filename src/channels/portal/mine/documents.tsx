import type { FastifyInstance } from 'fastify'
import { downloadOf, issueOf } from '#channels/document-acts.ts'
import { ConfirmPanel } from '#channels/face/confirm-panel.tsx'
import { requireActivated, verifyCsrf } from '#channels/face/session.ts'
import { sendPage, visitOf } from '#channels/face/visit.ts'
import { dayOf } from '#kernel/day.ts'
import { askToConfirm, isConfirmed, requireConfirmed } from '#platform/accounts/require-confirmed.ts'
import { stepUpStage } from '#platform/accounts/step-up.ts'
import { viewedBy } from '#platform/authority/viewing.ts'
import { documentPdf, pdfName } from '#platform/documents/document-pdf.ts'
import { drawDocument } from '#platform/documents/draw.ts'
import { carriedBy } from '#platform/documents/held.ts'
import { documentsOf, findDocument, isOut } from '#platform/documents/issued.ts'
import type { Platform } from '#platform/platform.ts'
import { problems } from '#platform/problem.ts'
import { portalNav } from '../nav.ts'
import { sendProblem } from '../problem-page.tsx'
import { DocumentPage, DocumentsPage, HeldPage } from './document-pages.tsx'
import { documentWords as w } from './document-words.ts'

/** The person's documents as cards, each with its code and its PDF. */
export async function documentRoutes(app: FastifyInstance, platform: Platform): Promise<void> {
  app.get('/documents', async (request, reply) => {
    const visit = await visitOf(platform, request)
    const person = requireActivated(request)
    if (!person.ok) return sendProblem(reply, platform, visit, person.error)
    const { person: number } = person.value
    const [carried, family, all] = await Promise.all([
      carriedBy(platform, number),
      viewedBy(platform, number, 'documents'),
      documentsOf(platform.db, number),
    ])
    return sendPage(reply, platform, visit, {
      title: w.title[visit.locale],
      nav: portalNav(visit),
      children: (
        <DocumentsPage
          visit={visit}
          today={dayOf(platform.clock.now())}
          carried={carried}
          family={family}
          earlier={all.filter((one) => !isOut(one.state)).slice(0, 30)}
        />
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
    const confirmed = await isConfirmed(platform, person.value, 'document.issue', object)
    const held = (await carriedBy(platform, person.value.person)).find(
      (one) => one.document === definition.name && one.subjectId === request.params.subject,
    )
    if (held?.issued) return reply.redirect(`/documents/${held.issued.id}`, 303)
    if (held && !confirmed)
      return sendPage(reply, platform, visit, {
        title: definition.title[visit.locale],
        nav: portalNav(visit),
        children: <HeldPage visit={visit} today={dayOf(platform.clock.now())} carried={held} />,
      })
    if (!confirmed) {
      const problem = await askToConfirm(platform, person.value, 'document.issue', object)
      return sendProblem(reply, platform, visit, problem)
    }
    return sendPage(reply, platform, visit, {
      title: definition.title[visit.locale],
      nav: portalNav(visit),
      children: (
        <ConfirmPanel
          title={definition.title[visit.locale]}
          action={request.url.split('?', 1)[0] ?? ''}
          confirm={w.get[visit.locale]}
          cancel={{ label: w.title[visit.locale], href: '/documents' }}
          hidden={{ _csrf: visit.csrf }}
        >
          <p>{w.getLead[visit.locale]}</p>
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
}
