import type { FastifyInstance } from 'fastify'
import encodeQR from 'qr'
import { z } from 'zod'
import type { Locale } from '#kernel/text.ts'
import { localeOf, sendPage } from '#sandbox/page.tsx'
import type { Surroundings } from '#sandbox/part.ts'
import { partnerApi } from '#sandbox/partner-client.ts'
import { words } from './words.ts'

/** The hospital's reception among the platform's partners: it asks wallets. */
export const receptionClient = 'sandbox-reception'

const askedShape = z.object({ id: z.uuid(), link: z.string() })
const standingShape = z.object({
  state: z.enum(['waiting', 'answered', 'refused', 'expired']),
  claims: z.record(z.string(), z.unknown()).optional(),
})

/** Which document the reception asks for, and the least of it that serves. */
const question = {
  document: 'health-insurance',
  claims: ['name', 'date_of_expiry'],
  purpose: { ar: 'تسجيلك مراجعًا لدينا', en: 'Registering you as a patient' },
}

/** At the reception: a patient shows the insurance from whatever wallet they have, without an account here. */
export function insurance(app: FastifyInstance, surroundings: Surroundings): void {
  const platform = partnerApi(surroundings, receptionClient)
  // Asked for once a page, so that the link does not change while it is scanned.
  const links = new Map<string, string>()

  app.post('/insurance', async (request, reply) => {
    const asked = await platform.post('/partners/v1/wallet-questions', question).catch(() => undefined)
    const read = askedShape.safeParse(asked?.body)
    if (!read.success)
      return sendPage(request, reply.code(502), {
        title: words.title,
        body: (locale) => <p class="note">{words.noAnswer[locale]}</p>,
      })
    links.set(read.data.id, read.data.link)
    return reply.redirect(`/hospital/insurance/${read.data.id}?lang=${localeOf(request)}`, 303)
  })

  app.get<{ Params: { id: string } }>('/insurance/:id', async (request, reply) => {
    const link = links.get(request.params.id)
    const standing = link
      ? await platform.get(`/partners/v1/wallet-questions/${request.params.id}`).catch(() => undefined)
      : undefined
    const read = standingShape.safeParse(standing?.body)
    if (!link || !read.success) return reply.redirect('/hospital', 303)
    return sendPage(request, reply, {
      title: words.insurance,
      ...(read.data.state === 'waiting' ? { refresh: 3 } : {}),
      body: (locale) => <Reception locale={locale} id={request.params.id} link={link} standing={read.data} />,
    })
  })
}

function Reception(props: {
  readonly locale: Locale
  readonly id: string
  readonly link: string
  readonly standing: z.infer<typeof standingShape>
}) {
  const { locale, id, link, standing } = props
  if (standing.state === 'waiting')
    return (
      <>
        <p>{words.insuranceScan[locale]}</p>
        <img
          src={`data:image/svg+xml;base64,${Buffer.from(encodeQR(link, 'svg')).toString('base64')}`}
          width="280"
          height="280"
          alt={words.insuranceScan[locale]}
        />
        <p>
          <a href={`/wallet?question=${encodeURIComponent(link)}`}>{words.insuranceHere[locale]}</a>
        </p>
        <p>
          <a href={`/hospital/insurance/${id}`}>{words.insuranceAgain[locale]}</a>
        </p>
      </>
    )
  if (standing.state !== 'answered') return <p class="note">{words.insuranceNot[locale]}</p>
  return (
    <>
      <p class="note" role="status">
        {words.insuranceGood[locale]}
      </p>
      <dl class="facts card">
        <dt>{words.name[locale]}</dt>
        <dd>{String(standing.claims?.name ?? '')}</dd>
        <dt>{words.insuranceUntil[locale]}</dt>
        <dd>
          <bdi dir="ltr">{String(standing.claims?.date_of_expiry ?? '')}</bdi>
        </dd>
      </dl>
    </>
  )
}
