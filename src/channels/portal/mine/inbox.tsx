import type { FastifyInstance } from 'fastify'
import { EmptyState } from '#channels/face/empty-state.tsx'
import { requireActivated } from '#channels/face/session.ts'
import { StatusPill } from '#channels/face/status-pill.tsx'
import { sendPage, visitOf } from '#channels/face/visit.ts'
import { Wording } from '#channels/face/wording.tsx'
import { formatInstant } from '#kernel/format.ts'
import { isId } from '#platform/database/ids.ts'
import { inbox, markRead } from '#platform/notices/inbox.ts'
import type { Platform } from '#platform/platform.ts'
import { portalMessages } from '../messages.ts'
import { portalNav } from '../nav.ts'
import { sendProblem } from '../problem-page.tsx'

const pageSize = 20

/** Every message that the person was ever sent. Seeing the list is reading it. */
export async function inboxRoutes(app: FastifyInstance, platform: Platform): Promise<void> {
  app.get<{ Querystring: { before?: string } }>('/inbox', async (request, reply) => {
    const visit = await visitOf(platform, request)
    const person = requireActivated(request)
    if (!person.ok) return sendProblem(reply, platform, visit, person.error)
    const { before } = request.query
    const notices = await inbox(platform.db, person.value.person, {
      limit: pageSize + 1,
      ...(before && isId(before) ? { before } : {}),
    })
    await markRead(platform.db, person.value.person, { at: platform.clock.now() })
    const shown = notices.slice(0, pageSize)
    const last = shown.at(-1)
    const { locale } = visit
    const m = portalMessages(locale).inbox
    return sendPage(
      reply,
      platform,
      { ...visit, unread: 0 },
      {
        title: m.title,
        nav: portalNav(visit),
        children: (
          <div class="stack">
            <h1>{m.title}</h1>
            {!shown.length && <EmptyState icon="inbox" words={m.none} />}
            <ul class="lines">
              {shown.map((notice) => (
                <li key={notice.id} class="line">
                  <div class="min-w-0 flex-1">
                    <div class="row items-center justify-between">
                      <h2 class="tile-title">
                        {notice.link ? (
                          <a class="a" href={notice.link}>
                            {notice.title[locale]}
                          </a>
                        ) : (
                          notice.title[locale]
                        )}
                      </h2>
                      {!notice.read && <StatusPill tone="neutral" icon="bell" words={m.unread} />}
                    </div>
                    <p>
                      <Wording>{notice.body[locale]}</Wording>
                    </p>
                    <p class="muted text-sm">
                      <time dateTime={notice.at.toISOString()}>{formatInstant(notice.at, locale)}</time>
                    </p>
                  </div>
                </li>
              ))}
            </ul>
            {notices.length > pageSize && last && (
              <a class="go" href={`/inbox?before=${last.id}`}>
                {m.older}
              </a>
            )}
          </div>
        ),
      },
    )
  })
}
