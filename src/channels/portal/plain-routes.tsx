import type { FastifyInstance } from 'fastify'
import { Ltr } from '#channels/face/ltr.tsx'
import { paths } from '#channels/face/paths.ts'
import { sendPage, visitOf } from '#channels/face/visit.ts'
import type { Platform } from '#platform/platform.ts'
import { portalMessages } from './messages.ts'
import { portalNav } from './nav.ts'

/** A number of the fictional block of the register (F-07): nobody answers it. */
const demonstrationPhone = '920000000'

/** Pages that only say something: privacy, accessibility, contact. */
export async function plainRoutes(app: FastifyInstance, platform: Platform): Promise<void> {
  for (const name of ['privacy', 'accessibility'] as const)
    app.get(paths[name], async (request, reply) => {
      const visit = await visitOf(platform, request)
      const m = portalMessages(visit.locale)[name]
      return sendPage(reply, platform, visit, {
        title: m.title,
        nav: portalNav(visit),
        children: (
          <div class="stack narrow">
            <h1>{m.title}</h1>
            {m.body.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </div>
        ),
      })
    })

  app.get(paths.contact, async (request, reply) => {
    const visit = await visitOf(platform, request)
    const m = portalMessages(visit.locale).contact
    return sendPage(reply, platform, visit, {
      title: m.title,
      nav: portalNav(visit),
      children: (
        <div class="stack narrow">
          <h1>{m.title}</h1>
          <p class="lead">{m.lead}</p>
          <p>
            {m.phone}: <Ltr>{demonstrationPhone}</Ltr>
          </p>
        </div>
      ),
    })
  })
}
