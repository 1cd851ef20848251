import type { FastifyInstance, FastifyReply } from 'fastify'
import { BackLink } from '#channels/face/breadcrumbs.tsx'
import { EmptyState } from '#channels/face/empty-state.tsx'
import { Ltr } from '#channels/face/ltr.tsx'
import { verifyCsrf } from '#channels/face/session.ts'
import { dayOf, parseDay } from '#kernel/day.ts'
import { parsePersonNumber } from '#kernel/person-number.ts'
import { parseReference } from '#kernel/reference.ts'
import { dayList } from '#platform/appointments/day-list.ts'
import { findOffices, type Office } from '#platform/appointments/office.ts'
import type { Platform } from '#platform/platform.ts'
import { problems } from '#platform/problem.ts'
import { casesOf, findWaiting, type Visitor } from '#platform/requests/desk.ts'
import { type AtWork, atWork } from '../at-work.tsx'
import { officeMessages } from '../messages.ts'
import { said } from '../said.ts'
import { deskUnits, visitsOf } from '../units.ts'
import { DeskPage, type DeskPageProps, type OfficeCase } from './desk-page.tsx'

/** The appointments desk: the day's list of an office, and whoever comes without a booking. */
export function deskRoutes(app: FastifyInstance, platform: Platform): void {
  app.get(
    '/office/desk',
    atWork(platform, async (it) => {
      const units = deskUnits(platform.catalogue, it.officer.units)
      return showDesk(platform, it, it.asked('unit') || (units[0] ?? ''), it.asked('office'))
    }),
  )

  // The language switch and the way back of what is found.
  app.get('/office/desk/find', (_request, reply) => reply.redirect('/office/desk', 303))

  app.post(
    '/office/desk/find',
    { preHandler: verifyCsrf },
    atWork(platform, async (it) => {
      const [unit, office, who] = [it.posted('unit'), it.posted('office'), it.posted('who')]
      const of = visitorOf(who)
      if (!of) return showDesk(platform, it, unit, office, { who, errors: { who: wrongWho } })
      const found = await findWaiting(platform, it.officer, { unit, of })
      if (!found.ok) return it.problem(found.error)
      const [only, ...others] = found.value
      if (only && others.length === 0) return it.reply.redirect(visitAddress(only, office), 303)
      return showFound(platform, it, found.value, { unit, office })
    }),
  )
}

const wrongWho = said((m) => m.desk.wrongWho)

const visitAddress = (one: OfficeCase, office: string): string =>
  `/office/cases/${one.unit}/${one.id}${office ? `?office=${encodeURIComponent(office)}` : ''}`

function visitorOf(typed: string): Visitor | undefined {
  const person = parsePersonNumber(typed)
  if (person.ok) return { person: person.value }
  const reference = parseReference(typed)
  return reference.ok ? { reference: reference.value } : undefined
}

async function showDesk(
  platform: Platform,
  it: AtWork,
  unit: string,
  wanted: string,
  more: Pick<DeskPageProps, 'who' | 'errors'> = {},
): Promise<FastifyReply> {
  const { catalogue, db, clock } = platform
  const units = deskUnits(catalogue, it.officer.units)
  if (!units.includes(unit)) return it.problem(problems.notYours)
  const today = dayOf(clock.now())
  const asked = parseDay(it.asked('day'))
  const day = asked.ok ? asked.value : today
  const offices = await officesOf(platform, unit)
  const office = offices.find((one) => one.id === wanted)
  const bookings = office ? await dayList(db, { office: office.id, unit, day }) : []
  const cases = await casesOf(
    db,
    unit,
    bookings.map((one) => one.about_request),
  )
  return it.page({
    title: officeMessages(it.visit.locale).desk.title,
    path: `/office/desk?unit=${unit}&office=${office?.id ?? ''}&day=${day}`,
    ...(more.errors ? { status: 422 } : {}),
    children: (
      <DeskPage
        visit={it.visit}
        catalogue={catalogue}
        {...{ units, unit, offices, office, day, today, bookings, cases, ...more }}
      />
    ),
  })
}

/** Every office that serves one of the unit's purposes. */
async function officesOf({ db, catalogue }: Platform, unit: string): Promise<readonly Office[]> {
  const purposes = [...new Set(visitsOf(catalogue, unit).map((step) => step.purpose))]
  const found = await Promise.all(purposes.map((purpose) => findOffices(db, { purpose })))
  return [...new Map(found.flat().map((one) => [one.id, one])).values()]
}

function showFound(
  { catalogue }: Platform,
  it: AtWork,
  cases: readonly OfficeCase[],
  { unit, office }: { readonly unit: string; readonly office: string },
): FastifyReply {
  const { locale } = it.visit
  const m = officeMessages(locale).desk
  const back = `/office/desk?unit=${unit}&office=${encodeURIComponent(office)}`
  const title = cases.length > 0 ? m.found : m.foundNone
  return it.page({
    title,
    path: back,
    children: (
      <div class="stack narrow">
        <BackLink href={back} locale={locale} />
        <h1>{title}</h1>
        {cases.length === 0 && <EmptyState icon="user-round-search" words={m.foundNoneBody} />}
        <ul class="lines">
          {cases.map((one) => (
            <li key={one.id}>
              <a class="line" href={visitAddress(one, office)}>
                <span class="min-w-0 flex-1">
                  <span class="tile-title">{catalogue.service(one.service, one.version)?.title[locale]}</span>
                  <span class="tile-body">{one.label[locale]}</span>
                  <Ltr>{one.reference}</Ltr>
                </span>
              </a>
            </li>
          ))}
        </ul>
      </div>
    ),
  })
}
