import { GateForm, Outcome } from '#sandbox/gate/pages.tsx'
import { crossing, posted, reportCrossing } from '#sandbox/gate/report.ts'
import { words } from '#sandbox/gate/words.ts'
import { sendPage } from '#sandbox/page.tsx'
import type { Part, Surroundings } from '#sandbox/part.ts'
import { partnerApi } from '#sandbox/partner-client.ts'

/** The gate's name among the platform's partners. */
export const gateClient = 'sandbox-gate'

/** A gate at the border: whoever stands at it lets somebody in or out. */
export function gate(surroundings: Surroundings): Part {
  const { portal, clock } = surroundings
  const api = partnerApi(surroundings, gateClient)
  return {
    name: 'gate',
    title: words.title,
    about: words.about,
    register(app) {
      app.get('/', (request, reply) =>
        sendPage(request, reply, {
          title: words.title,
          body: (locale) => <GateForm locale={locale} typed={posted.parse({})} />,
        }),
      )
      app.post('/', async (request, reply) => {
        const read = posted.safeParse(request.body)
        if (!read.success) return reply.redirect('/gate', 303)
        const seen = crossing(read.data, clock)
        if (!seen.ok)
          return sendPage(request, reply.code(422), {
            title: words.title,
            body: (locale) => <GateForm locale={locale} typed={read.data} error={seen.error} />,
          })
        const outcome = await reportCrossing(api, seen.value)
        return sendPage(request, reply, {
          title: words.title,
          body: (locale) => <Outcome locale={locale} outcome={outcome} portal={portal} />,
        })
      })
    },
  }
}
