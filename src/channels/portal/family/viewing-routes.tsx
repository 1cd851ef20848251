import type { FastifyInstance } from 'fastify'
import { requireActivated, verifyCsrf } from '#channels/face/session.ts'
import { sendPage, type Visit, visitOf } from '#channels/face/visit.ts'
import { giveViewingOf } from '#channels/viewing-acts.ts'
import { dayOf } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Text } from '#kernel/text.ts'
import { heldBack, heldUntil } from '#platform/accounts/hold.ts'
import { isConfirmed, requireConfirmed } from '#platform/accounts/require-confirmed.ts'
import { endViewing, giveViewing, possibleViewers, viewingTerms } from '#platform/authority/give-viewing.ts'
import { viewingsGiven } from '#platform/authority/viewing.ts'
import { choice } from '#platform/forms/fields/index.ts'
import { decodePosted, parseForm } from '#platform/forms/parse.ts'
import { findPersons } from '#platform/people/person.ts'
import type { Platform } from '#platform/platform.ts'
import { problems } from '#platform/problem.ts'
import { postedOf } from '../account/body.ts'
import { portalNav } from '../nav.ts'
import { sendProblem } from '../problem-page.tsx'
import { GiveViewingPage, ViewingPage } from './viewing-page.tsx'
import { type FamilyWord, tell, termTitle, textOf } from './words.ts'

const said: Readonly<Record<string, FamilyWord>> = { given: 'saidGiven', ended: 'saidEnded' }

/** Who may see my documents: given, and ended, by nobody but oneself. */
export async function viewingRoutes(app: FastifyInstance, platform: Platform): Promise<void> {
  const guarded = { preHandler: verifyCsrf }
  const page = '/delegations/viewing'

  app.get<{ Querystring: { done?: string } }>(page, async (request, reply) => {
    const visit = await visitOf(platform, request)
    const person = requireActivated(request)
    if (!person.ok) return sendProblem(reply, platform, visit, person.error)
    const given = await viewingsGiven(platform, person.value.person)
    const viewers = await findPersons(
      platform.db,
      given.map((one) => one.viewer),
    )
    return sendPage(reply, platform, visit, {
      title: tell('viewing', visit.locale),
      path: page,
      nav: portalNav(visit),
      children: (
        <ViewingPage visit={visit} given={given} viewers={viewers} done={said[request.query.done ?? '']} />
      ),
    })
  })

  async function fieldsFor(person: PersonNumber) {
    const kin = await possibleViewers(platform, person)
    return {
      kin: choice({
        label: textOf('kin'),
        options: kin.map((one) => ({ value: one.kinId, label: one.name })),
      }),
      months: choice({
        label: textOf('months'),
        options: viewingTerms.map((n) => ({ value: String(n), label: termTitle[n] })),
      }),
    }
  }

  async function showGive(
    visit: Visit,
    person: PersonNumber,
    values: Readonly<Record<string, unknown>>,
    { errors = {}, confirmed = false }: { errors?: Readonly<Record<string, Text>>; confirmed?: boolean },
  ) {
    const fields = await fieldsFor(person)
    return {
      status: Object.keys(errors).length ? 422 : 200,
      title: tell('give', visit.locale),
      nav: portalNav(visit),
      children: (
        <GiveViewingPage
          visit={visit}
          fields={fields}
          values={values}
          errors={errors}
          confirmed={confirmed}
        />
      ),
    }
  }

  app.get<{ Querystring: Readonly<Record<string, unknown>> }>(`${page}/new`, async (request, reply) => {
    const visit = await visitOf(platform, request)
    const person = requireActivated(request)
    if (!person.ok) return sendProblem(reply, platform, visit, person.error)
    // Said before anything is filled.
    const held = await heldUntil(platform.db, person.value.person, platform.clock.now())
    if (held) return sendProblem(reply, platform, visit, heldBack(held))
    const { kin, months } = request.query
    const confirmed =
      typeof kin === 'string' && (await isConfirmed(platform, person.value, 'viewing.give', { id: kin }))
    const shown = await showGive(visit, person.value.person, { kin, months }, { confirmed })
    return sendPage(reply, platform, visit, shown)
  })

  app.post(`${page}/new`, guarded, async (request, reply) => {
    const visit = await visitOf(platform, request)
    const person = requireActivated(request)
    if (!person.ok) return sendProblem(reply, platform, visit, person.error)
    const by = person.value
    const form = { fields: await fieldsFor(by.person), pages: [] }
    const typed = decodePosted(postedOf(request), form)
    const again = async (errors: Readonly<Record<string, Text>>) =>
      sendPage(reply, platform, visit, await showGive(visit, by.person, typed, { errors }))
    const today = dayOf(platform.clock.now())
    const parsed = parseForm(form, typed, { today, options: {}, only: Object.keys(form.fields) })
    if (!parsed.ok) return again(parsed.error)
    const viewer = (await possibleViewers(platform, by.person)).find((one) => one.kinId === parsed.value.kin)
    const months = viewingTerms.find((n) => String(n) === parsed.value.months)
    if (!viewer || !months) return sendProblem(reply, platform, visit, problems.notFound)
    const confirmed = await requireConfirmed(
      platform,
      by,
      'viewing.give',
      giveViewingOf(viewer, { page: `${page}/new`, months }),
    )
    if (!confirmed.ok) return sendProblem(reply, platform, visit, confirmed.error)
    const done = await giveViewing(platform, by, { kin: viewer.kinId, what: 'documents', months })
    if (done.ok) return reply.redirect(`${page}?done=given`, 303)
    return done.error.fields ? again(done.error.fields) : sendProblem(reply, platform, visit, done.error)
  })

  app.post<{ Params: { id: string } }>(`${page}/:id/end`, guarded, async (request, reply) => {
    const visit = await visitOf(platform, request)
    const person = requireActivated(request)
    if (!person.ok) return sendProblem(reply, platform, visit, person.error)
    const done = await endViewing(platform, person.value, request.params.id)
    if (!done.ok) return sendProblem(reply, platform, visit, done.error)
    return reply.redirect(`${page}?done=ended`, 303)
  })
}
