import type { FastifyInstance, FastifyReply } from 'fastify'
import { LinkButton } from '#channels/face/button.tsx'
import { EmptyState } from '#channels/face/empty-state.tsx'
import { Notice } from '#channels/face/notice.tsx'
import { requireGiver, verifyCsrf } from '#channels/face/session.ts'
import { sendPage } from '#channels/face/visit.ts'
import { dayOf } from '#kernel/day.ts'
import type { Text } from '#kernel/text.ts'
import {
  allGivenBy,
  answerDelegation,
  endDelegation,
  giveDelegation,
  givenBy,
  limitDelegation,
  terms,
} from '#platform/authority/delegate.ts'
import { delegationHeld, delegationsGiven, delegationsHeld } from '#platform/authority/delegation.ts'
import { delegationLog } from '#platform/authority/delegation-log.ts'
import { allPowers, personPowers } from '#platform/authority/power.ts'
import { choice, choices, personNumber } from '#platform/forms/fields/index.ts'
import { decodePosted, parseForm } from '#platform/forms/parse.ts'
import type { Platform } from '#platform/platform.ts'
import { problems } from '#platform/problem.ts'
import { aboutWords } from '../about.ts'
import { postedOf, postedText } from '../account/body.ts'
import { confirmed } from '../account/security/confirmed.ts'
import { type Call, ownAccount } from '../account/security/signed-in.ts'
import { Tiles } from '../guide-routes.tsx'
import { portalNav } from '../nav.ts'
import { sendProblem } from '../problem-page.tsx'
import { DelegationLines, named } from './lines.tsx'
import { GivenPage, GivePage, HeldPage } from './pages.tsx'
import { type DelegationWord, tell } from './words.ts'

const said = ['offered', 'answered', 'limited', 'ended'] as const satisfies readonly DelegationWord[]

/** Delegations: given and held, and their logs. */
export async function delegationRoutes(app: FastifyInstance, platform: Platform): Promise<void> {
  const post = { preHandler: verifyCsrf }
  const everything = allPowers(platform.catalogue)
  const all = 'all'

  app.get(
    '/delegations',
    ownAccount(
      platform,
      '/delegations',
      async ({ request, reply, visit, by }) => {
        // In a workspace: of this establishment alone; what its owner holds for others is no matter of it.
        const firm = by.actingFor?.kind === 'establishment' ? by.actingFor.establishment : undefined
        const [given, held] = await Promise.all([
          firm ? delegationsGiven(platform, firm) : allGivenBy(platform, by.person),
          firm ? [] : delegationsHeld(platform, by.person),
        ])
        const sides = firm ? (['given'] as const) : (['given', 'held'] as const)
        const appointing = platform.catalogue.definitions.filter((one) => one.appoints)
        const rows = {
          given: await Promise.all(given.map((one) => named(platform, one, 'giver'))),
          held: await Promise.all(held.map((one) => named(platform, one, 'delegate'))),
        }
        const done = said.find((word) => word === (request.query as { done?: string }).done)
        const { locale } = visit
        return sendPage(reply, platform, visit, {
          title: tell('title', locale),
          nav: portalNav(visit),
          children: (
            <div class="stack">
              <h1>{tell('title', locale)}</h1>
              <p class="lead">{tell(firm ? 'firmLead' : 'lead', locale)}</p>
              {done && <Notice tone="good" title={tell(done, locale)} announce />}
              {sides.map((side) => (
                <section key={side} class="stack">
                  <h2>{tell(firm ? 'firmGiven' : side, locale)}</h2>
                  {rows[side].length ? (
                    <DelegationLines rows={rows[side]} side={side} locale={locale} firms={!firm} />
                  ) : (
                    <EmptyState icon="handshake" words={tell(firm ? 'firmNone' : `${side}None`, locale)} />
                  )}
                  {side === 'given' && !firm && (
                    <p>
                      <LinkButton href="/delegations/new" icon="user-plus">
                        {tell('give', locale)}
                      </LinkButton>
                    </p>
                  )}
                </section>
              ))}
              {firm && (
                <section class="stack">
                  <h2>{tell('firmAppoint', locale)}</h2>
                  <Tiles visit={visit} catalogue={platform.catalogue} definitions={appointing} />
                </section>
              )}
              {!firm && (
                <section class="stack">
                  <h2>{tell('viewing', locale)}</h2>
                  <p>{tell('viewingLead', locale)}</p>
                  <p>
                    <LinkButton href="/delegations/viewing" look="quiet" icon="eye">
                      {tell('viewing', locale)}
                    </LinkButton>
                  </p>
                </section>
              )}
            </div>
          ),
        })
      },
      requireGiver,
    ),
  )

  const fields = {
    delegate: personNumber({ label: words('delegate') }),
    powers: choices({
      label: words('powers'),
      options: [
        ...personPowers(platform.catalogue).map((one) => ({ value: one.name, label: one.title })),
        { value: all, label: words('all') },
      ],
    }),
    months: choice({
      label: words('months'),
      options: terms.map((n) => ({ value: String(n), label: monthsTitle[n] })),
    }),
  }
  const form = { fields, pages: [] }

  const showGive = (
    { reply, visit }: Call,
    values: Readonly<Record<string, unknown>>,
    errors: Readonly<Record<string, Text>>,
  ) =>
    sendPage(reply, platform, visit, {
      status: Object.keys(errors).length ? 422 : 200,
      title: tell('give', visit.locale),
      path: '/delegations/new',
      nav: portalNav(visit),
      children: <GivePage visit={visit} fields={fields} values={values} errors={errors} />,
    })

  const give = '/delegations/new'
  app.get(
    give,
    confirmed(platform, 'give-delegation', give, (call) => showGive(call, {}, {})),
  )

  app.post(
    give,
    post,
    confirmed(platform, 'give-delegation', give, async (call) => {
      const { request, reply, visit, by } = call
      const raw = decodePosted(postedOf(request), form)
      const today = dayOf(platform.clock.now())
      const parsed = parseForm(form, raw, { today, options: {}, only: Object.keys(fields) })
      if (!parsed.ok) return showGive(call, raw, parsed.error)
      const { delegate, powers = [], months } = parsed.value
      const term = terms.find((n) => String(n) === months)
      if (!delegate || !term) return showGive(call, raw, {})
      // "Everything" is written out as it stands today.
      const chosen = powers.includes(all) ? personPowers(platform.catalogue).map((one) => one.name) : powers
      const given = await giveDelegation(platform, by, { delegate, powers: chosen, months: term })
      if (given.ok) return reply.redirect('/delegations?done=offered', 303)
      if (given.error.fields) return showGive(call, raw, given.error.fields)
      return sendProblem(reply, platform, visit, given.error)
    }),
  )

  const showGiven = async (
    { request, reply, visit, by }: Call,
    errors: Readonly<Record<string, Text>> = {},
  ): Promise<FastifyReply> => {
    const it = await givenBy(platform, by.person, idOf(request))
    if (!it) return sendProblem(reply, platform, visit, problems.notFound)
    const events = await delegationLog(platform.db, it.principal, it.id, { limit: 200 })
    return sendPage(reply, platform, visit, {
      status: Object.keys(errors).length ? 422 : 200,
      title: tell('title', visit.locale),
      path: `/delegations/given/${it.id}`,
      nav: portalNav(visit),
      children: (
        <GivenPage
          visit={visit}
          it={await named(platform, it, 'giver')}
          powers={everything}
          events={events.map((one) =>
            one.about ? { ...one, about: aboutWords(platform.catalogue, one.about, visit.locale) } : one,
          )}
          errors={errors}
        />
      ),
    })
  }

  app.get(
    '/delegations/given/:id',
    ownAccount(platform, '/delegations', (call) => showGiven(call), requireGiver),
  )

  app.post(
    '/delegations/given/:id/limit',
    post,
    ownAccount(
      platform,
      '/delegations',
      async (call) => {
        const posted = postedOf(call.request).powers ?? []
        const powers = typeof posted === 'string' ? [posted] : posted
        const done = await limitDelegation(platform, call.by, { id: idOf(call.request), powers })
        if (done.ok) return call.reply.redirect('/delegations?done=limited', 303)
        if (done.error.fields) return showGiven(call, done.error.fields)
        return sendProblem(call.reply, platform, call.visit, done.error)
      },
      requireGiver,
    ),
  )

  app.get(
    '/delegations/held/:id',
    ownAccount(platform, '/delegations', async ({ request, reply, visit, by }) => {
      const it = await delegationHeld(platform, by.person, idOf(request))
      if (!it) return sendProblem(reply, platform, visit, problems.notFound)
      return sendPage(reply, platform, visit, {
        title: tell('title', visit.locale),
        nav: portalNav(visit),
        children: <HeldPage visit={visit} it={await named(platform, it, 'delegate')} powers={everything} />,
      })
    }),
  )

  app.post(
    '/delegations/held/:id/answer',
    post,
    ownAccount(platform, '/delegations', async ({ request, reply, visit, by }) => {
      const answer = postedText(request, 'answer')
      if (answer !== 'accept' && answer !== 'refuse') return reply.redirect('/delegations', 303)
      const ask = { id: idOf(request), accept: answer === 'accept' }
      const done = await answerDelegation(platform, by, ask)
      if (!done.ok) return sendProblem(reply, platform, visit, done.error)
      return reply.redirect(ask.accept ? `/delegations/held/${ask.id}` : '/delegations?done=answered', 303)
    }),
  )

  app.post(
    '/delegations/:id/end',
    post,
    ownAccount(
      platform,
      '/delegations',
      async ({ request, reply, visit, by }) => {
        const done = await endDelegation(platform, by, idOf(request))
        if (!done.ok) return sendProblem(reply, platform, visit, done.error)
        return reply.redirect('/delegations?done=ended', 303)
      },
      requireGiver,
    ),
  )
}

// The route's own pattern holds the parameter.
const idOf = (request: Call['request']): string => (request.params as { id: string }).id

const words = (word: DelegationWord): Text => ({ ar: tell(word, 'ar'), en: tell(word, 'en') })

const monthsTitle: Readonly<Record<(typeof terms)[number], Text>> = {
  1: { ar: 'شهر', en: 'One month' },
  3: { ar: 'ثلاثة أشهر', en: 'Three months' },
  6: { ar: 'ستة أشهر', en: 'Six months' },
  12: { ar: 'سنة', en: 'One year' },
}
