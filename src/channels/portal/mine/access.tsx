import type { FastifyInstance } from 'fastify'
import { DataTable } from '#channels/face/data-table.tsx'
import { EmptyState } from '#channels/face/empty-state.tsx'
import { requireActivated } from '#channels/face/session.ts'
import { unitName } from '#channels/face/unit-name.ts'
import { sendPage, visitOf } from '#channels/face/visit.ts'
import { formatInstant } from '#kernel/format.ts'
import { accessLog } from '#platform/audit/access-log.ts'
import { isId } from '#platform/database/ids.ts'
import { withPartnerNames } from '#platform/partners/access-names.ts'
import type { Platform } from '#platform/platform.ts'
import { aboutWords } from '../about.ts'
import { portalMessages } from '../messages.ts'
import { portalNav } from '../nav.ts'
import { sendProblem } from '../problem-page.tsx'

const pageSize = 25

/** Everybody else who read a person's record or acted on it. */
export async function accessRoutes(app: FastifyInstance, platform: Platform): Promise<void> {
  app.get<{ Querystring: { before?: string } }>('/access', async (request, reply) => {
    const visit = await visitOf(platform, request)
    const person = requireActivated(request)
    if (!person.ok) return sendProblem(reply, platform, visit, person.error)
    const { before } = request.query
    const found = await accessLog(platform.db, person.value.person, {
      limit: pageSize + 1,
      ...(before && isId(before) ? { before } : {}),
    })
    const entries = await withPartnerNames(platform.db, found)
    const shown = entries.slice(0, pageSize)
    const last = shown.at(-1)
    const { locale } = visit
    const m = portalMessages(locale)
    return sendPage(reply, platform, visit, {
      title: m.access.title,
      nav: portalNav(visit),
      children: (
        <div class="stack">
          <h1>{m.access.title}</h1>
          <p class="lead">{m.access.lead}</p>
          {shown.length ? (
            <DataTable
              caption={m.access.title}
              captionUnseen
              columns={[
                { key: 'when', label: m.access.when, cell: (row) => formatInstant(row.at, locale) },
                {
                  key: 'who',
                  label: m.access.who,
                  cell: (row) =>
                    [
                      row.who.name[locale],
                      ...(row.who.for ? [row.who.for[locale]] : []),
                      ...row.who.units.map((unit) => unitName(platform.catalogue, unit, locale)),
                    ].join(' · '),
                },
                {
                  key: 'what',
                  label: m.access.what,
                  cell: ({ title, about }) =>
                    about
                      ? `${title[locale]}: ${aboutWords(platform.catalogue, about, locale)}`
                      : title[locale],
                },
              ]}
              rows={shown}
              rowKey={(row) => row.id}
            />
          ) : (
            <EmptyState icon="shield-check" words={m.access.none} />
          )}
          {entries.length > pageSize && last && (
            <a class="go" href={`/access?before=${last.id}`}>
              {m.inbox.older}
            </a>
          )}
        </div>
      ),
    })
  })
}
