import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { formatInstant } from '#kernel/format.ts'
import type { Locale } from '#kernel/text.ts'
import { fingers, words } from '#sandbox/fingerprint/words.ts'
import { sendPage } from '#sandbox/page.tsx'
import type { Part, Surroundings } from '#sandbox/part.ts'
import { onlySigned } from '#sandbox/signature.ts'

type Finger = keyof typeof fingers
const finger = z.enum(['match', 'no-match', 'unreadable'])
const asked = z.object({ template: z.string().min(1), capture: z.string() })

/** A comparison that was made; the matcher knows templates, and no person. */
interface Compared {
  readonly template: string
  readonly outcome: Finger
  readonly at: Date
}

const kept = 10

/** The system that compares fingers: its page decides whose finger lies on every reader from then on. */
export function fingerprint(
  { clock, portal }: Pick<Surroundings, 'clock' | 'portal'>,
  { secret }: { readonly secret: string },
): Part {
  let lies: Finger = 'match'
  const recent: Compared[] = []

  function api(app: FastifyInstance): void {
    onlySigned(app, secret, () => clock.now())
    app.post<{ Body: string }>('/matches', (request) => {
      const { template } = asked.parse(JSON.parse(request.body))
      recent.unshift({ template, outcome: lies, at: clock.now() })
      recent.splice(kept)
      return { outcome: lies }
    })
  }

  return {
    name: 'fingerprint',
    title: words.title,
    about: words.about,
    async register(app) {
      await app.register(async (scope) => api(scope))
      app.get('/', (request, reply) =>
        sendPage(request, reply, {
          title: words.title,
          body: (locale) => <FingerPage locale={locale} portal={portal} lies={lies} recent={recent} />,
        }),
      )
      app.post('/', (request, reply) => {
        const chosen = z.object({ finger }).safeParse(request.body)
        if (chosen.success) lies = chosen.data.finger
        return reply.redirect('/fingerprint', 303)
      })
    },
  }
}

function FingerPage({
  locale,
  portal,
  lies,
  recent,
}: {
  readonly locale: Locale
  readonly portal: string
  readonly lies: Finger
  readonly recent: readonly Compared[]
}) {
  return (
    <>
      <form method="post" action="/fingerprint">
        <p class="field">
          <label for="finger">{words.which[locale]}</label>
          <select id="finger" name="finger">
            {finger.options.map((each) => (
              <option key={each} value={each} selected={each === lies}>
                {fingers[each][locale]}
              </option>
            ))}
          </select>
        </p>
        <button type="submit">{words.keep[locale]}</button>
      </form>
      <p>
        <a href={`${portal}/kiosk`}>{words.device[locale]}</a>. {words.deviceLead[locale]}
      </p>
      <h2>{words.recent[locale]}</h2>
      {recent.length === 0 && <p>{words.none[locale]}</p>}
      {recent.map((one) => (
        <dl key={one.at.getTime()} class="facts card">
          <dt>{formatInstant(one.at, locale)}</dt>
          <dd>{fingers[one.outcome][locale]}</dd>
          <dt>{words.template[locale]}</dt>
          <dd>
            <bdi dir="ltr">{`${one.template.slice(0, 8)}…`}</bdi>
          </dd>
        </dl>
      ))}
    </>
  )
}
