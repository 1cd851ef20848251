import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { BackLink } from '#channels/face/breadcrumbs.tsx'
import { Button, LinkButton } from '#channels/face/button.tsx'
import { Notice } from '#channels/face/notice.tsx'
import { requireActivated, verifyCsrf } from '#channels/face/session.ts'
import { sendPage, type Visit, visitOf } from '#channels/face/visit.ts'
import { formatInstant } from '#kernel/format.ts'
import { heldBack, heldUntil } from '#platform/accounts/hold.ts'
import { requireConfirmed } from '#platform/accounts/require-confirmed.ts'
import type { PersonPrincipal } from '#platform/authority/principal.ts'
import { qrSvg } from '#platform/documents/credential/qr.ts'
import { findDocument, type IssuedDocument } from '#platform/documents/issued.ts'
import { type Carried, carriedOf, stopCarrying } from '#platform/openid4vc/carried.ts'
import { type Offer, offerDocument } from '#platform/openid4vc/offer.ts'
import type { Platform } from '#platform/platform.ts'
import { type Problem, problems } from '#platform/problem.ts'
import { portalNav } from '../nav.ts'
import { sendProblem } from '../problem-page.tsx'
import { otherWalletWords } from './other-wallet-words.ts'

interface Call {
  readonly visit: Visit
  readonly by: PersonPrincipal
  readonly document: IssuedDocument
}

/** Taking a document into a wallet of one's own choice, and where it is carried. */
export async function otherWalletRoutes(app: FastifyInstance, platform: Platform): Promise<void> {
  const about =
    (answer: (call: Call, reply: FastifyReply, request: FastifyRequest) => Promise<unknown>) =>
    async (request: FastifyRequest<{ Params: { id: string } }>, reply: FastifyReply) => {
      const visit = await visitOf(platform, request)
      const person = requireActivated(request)
      if (!person.ok) return sendProblem(reply, platform, visit, person.error)
      const document = await findDocument(platform.db, person.value.person, request.params.id)
      if (!document) return sendProblem(reply, platform, visit, problems.notFound)
      return answer({ visit, by: person.value, document }, reply, request)
    }
  const waiting = async ({ by }: Call) => {
    const held = await heldUntil(platform.db, by.person, platform.clock.now())
    return held && heldBack(held)
  }
  const show = async (call: Call, reply: FastifyReply, offer?: Offer) => {
    const { visit, by, document } = call
    return sendPage(reply, platform, visit, {
      title: otherWalletWords.title[visit.locale],
      nav: portalNav(visit),
      children: (
        <OtherWallets
          visit={visit}
          document={document}
          carried={await carriedOf(platform, by, document.id)}
          offer={offer}
          waits={await waiting(call)}
          played={platform.config.sandbox && `http://localhost:${platform.config.sandbox.port}/wallet`}
        />
      ),
    })
  }
  const carrying = ({ id, content: { title } }: IssuedDocument) => ({
    id,
    says: { ar: `حفظ في محفظة أخرى: ${title.ar}`, en: `put into another wallet: ${title.en}` },
    page: `/documents/${id}/wallets`,
  })

  app.get<{ Params: { id: string } }>(
    '/documents/:id/wallets',
    about((call, reply) => show(call, reply)),
  )

  app.post<{ Params: { id: string } }>(
    '/documents/:id/wallets',
    { preHandler: verifyCsrf },
    about(async (call, reply) => {
      const { visit, by, document } = call
      const waits = await waiting(call)
      if (waits) return sendProblem(reply, platform, visit, waits)
      const confirmed = await requireConfirmed(platform, by, 'document.download', carrying(document))
      if (!confirmed.ok) return sendProblem(reply, platform, visit, confirmed.error)
      const offer = await offerDocument(platform, by, document.id)
      if (!offer.ok) return sendProblem(reply, platform, visit, offer.error)
      return show(call, reply, offer.value)
    }),
  )

  app.post<{ Params: { id: string } }>(
    '/documents/:id/wallets/stop',
    { preHandler: verifyCsrf },
    about(async ({ by, document }, reply, request) => {
      // Fastify leaves the body untyped without a schema.
      const { copy } = request.body as { readonly copy?: unknown }
      await stopCarrying(platform, by, typeof copy === 'string' ? copy : '')
      return reply.redirect(`/documents/${document.id}/wallets`, 303)
    }),
  )
}

function OtherWallets(props: {
  readonly visit: Visit
  readonly document: IssuedDocument
  readonly carried: readonly Carried[]
  readonly offer: Offer | undefined
  /** Why it cannot be put into one now. */
  readonly waits: Problem | undefined
  /** A wallet to try it with, while the outside world is played. */
  readonly played: string | undefined
}) {
  const { visit, document, carried, offer, waits, played } = props
  const { locale } = visit
  const w = otherWalletWords
  const action = `/documents/${document.id}/wallets`
  return (
    <div class="stack narrow">
      <BackLink href={`/documents/${document.id}`} locale={locale} />
      <h1>{w.title[locale]}</h1>
      <p class="lead">{document.content.title[locale]}</p>
      {offer ? (
        <>
          <Notice tone="neutral" title={w.scan[locale]} announce>
            <p>{w.codeSent[locale]}</p>
          </Notice>
          <figure class="sheet stack text-center">
            <img
              class="document-code"
              src={`data:image/svg+xml;base64,${Buffer.from(qrSvg(offer.link)).toString('base64')}`}
              width="280"
              height="280"
              alt={w.scan[locale]}
            />
            <figcaption class="muted">
              {w.until[locale]} {formatInstant(offer.until, locale)}
            </figcaption>
          </figure>
          <p>
            <LinkButton icon="wallet" href={offer.link}>
              {w.open[locale]}
            </LinkButton>
          </p>
          {played && (
            <p>
              <a href={`${played}?${new URLSearchParams({ offer: offer.link })}`}>{w.played[locale]}</a>
            </p>
          )}
        </>
      ) : waits ? (
        <Notice tone="warning" title={waits.title[locale]}>
          <p>{waits.detail?.[locale]}</p>
        </Notice>
      ) : (
        <form method="post" action={action} class="stack">
          <p>{w.what[locale]}</p>
          <input type="hidden" name="_csrf" value={visit.csrf} />
          <p>
            <Button icon="wallet">{w.put[locale]}</Button>
          </p>
        </form>
      )}
      {carried.length > 0 && (
        <section class="stack">
          <h2>{w.carried[locale]}</h2>
          {carried.map((one) => (
            <form key={one.id} method="post" action={`${action}/stop`} class="sheet stack">
              <p>
                {w.since[locale]} {formatInstant(one.since, locale)}
              </p>
              <p class="muted">
                {w.ends[locale]} {formatInstant(one.until, locale)}
              </p>
              <input type="hidden" name="_csrf" value={visit.csrf} />
              <input type="hidden" name="copy" value={one.id} />
              <p>
                <Button look="danger">{w.stop[locale]}</Button>
              </p>
            </form>
          ))}
        </section>
      )}
    </div>
  )
}
