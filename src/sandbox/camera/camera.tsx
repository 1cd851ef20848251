import { CameraForm, type Errors, Outcome } from '#sandbox/camera/pages.tsx'
import { type Posted, posted, record, sighting } from '#sandbox/camera/record.ts'
import { words } from '#sandbox/camera/words.ts'
import { localeOf, sendPage } from '#sandbox/page.tsx'
import type { Part, Surroundings } from '#sandbox/part.ts'
import { partnerApi } from '#sandbox/partner-client.ts'

/** The camera's name among the platform's partners. */
export const cameraClient = 'sandbox-camera'

/** A camera on the road: whoever stands at it decides what it has seen. */
export function camera(surroundings: Surroundings): Part {
  const { portal, clock } = surroundings
  const api = partnerApi(surroundings, cameraClient)
  return {
    name: 'camera',
    title: words.title,
    about: words.about,
    register(app) {
      app.get('/', (request, reply) => {
        const typed = posted.parse({ speed: '145', limit: '120', where: words.road[localeOf(request)] })
        return sendPage(request, reply, {
          title: words.title,
          body: (locale) => <CameraForm locale={locale} typed={typed} errors={{}} />,
        })
      })
      app.post('/', async (request, reply) => {
        const read = posted.safeParse(request.body)
        if (!read.success) return reply.redirect('/camera', 303)
        const seen = sighting(read.data, clock)
        if (!seen.ok) return again(read.data, seen.error)
        const outcome = await record(api, seen.value)
        return sendPage(request, reply, {
          title: words.title,
          body: (locale) => <Outcome locale={locale} outcome={outcome} portal={portal} />,
        })

        function again(typed: Posted, errors: Errors) {
          return sendPage(request, reply.code(422), {
            title: words.title,
            body: (locale) => <CameraForm locale={locale} typed={typed} errors={errors} />,
          })
        }
      })
    },
  }
}
