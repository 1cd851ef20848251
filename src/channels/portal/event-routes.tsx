import type { FastifyInstance } from 'fastify'
import { BackLink } from '#channels/face/breadcrumbs.tsx'
import { sendPage, visitOf } from '#channels/face/visit.ts'
import type { Platform } from '#platform/platform.ts'
import { problems } from '#platform/problem.ts'
import { portalNav } from './nav.ts'
import { sendProblem } from './problem-page.tsx'

/** A life event: its services in the order in which one needs them. */
export async function eventRoutes(app: FastifyInstance, platform: Platform): Promise<void> {
  const { catalogue } = platform
  app.get<{ Params: { name: string } }>('/events/:name', async (request, reply) => {
    const visit = await visitOf(platform, request)
    const { locale } = visit
    const event = catalogue.lifeEvents.find((one) => one.name === request.params.name)
    if (!event) return sendProblem(reply, platform, visit, problems.notFound)
    return sendPage(reply, platform, visit, {
      title: event.title[locale],
      description: event.summary[locale],
      nav: portalNav(visit),
      children: (
        <div class="stack narrow">
          <BackLink href="/" locale={locale} />
          <h1>{event.title[locale]}</h1>
          <p class="lead">{event.summary[locale]}</p>
          <ol class="steps-list">
            {event.steps.map(({ entry, note }) => (
              <li key={entry}>
                <a class="a" href={`/services/${entry}`}>
                  {catalogue.find(entry)?.title[locale]}
                </a>
                <span class="value-second">{note[locale]}</span>
              </li>
            ))}
          </ol>
        </div>
      ),
    })
  })
}
