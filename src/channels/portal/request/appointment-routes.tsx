import type { FastifyInstance, FastifyReply } from 'fastify'
import { BackLink } from '#channels/face/breadcrumbs.tsx'
import { Button } from '#channels/face/button.tsx'
import { HiddenInputs } from '#channels/face/confirm-panel.tsx'
import { EmptyState } from '#channels/face/empty-state.tsx'
import { ErrorSummary } from '#channels/face/error-summary.tsx'
import { verifyCsrf } from '#channels/face/session.ts'
import { sendPage, type Visit, visitOf } from '#channels/face/visit.ts'
import { type Day, parseDay } from '#kernel/day.ts'
import { formatDay, formatHijri, formatWeekday } from '#kernel/format.ts'
import type { Text } from '#kernel/text.ts'
import { findOffices, type Office } from '#platform/appointments/office.ts'
import { type OpenSlot, openSlots } from '#platform/appointments/open-slots.ts'
import type { Section } from '#platform/appointments/tables.ts'
import type { Platform } from '#platform/platform.ts'
import { problems } from '#platform/problem.ts'
import { bookAppointment } from '#platform/requests/appointment.ts'
import { stepOf } from '#platform/requests/case.ts'
import { firstDay } from '#platform/requests/first-day.ts'
import { viewRequest } from '#platform/requests/read.ts'
import { postedText } from '../account/body.ts'
import { portalMessages } from '../messages.ts'
import { portalNav } from '../nav.ts'
import { sendProblem } from '../problem-page.tsx'

interface Choice {
  readonly office?: string | undefined
  readonly section?: string | undefined
}

const sections = ['all', 'women', 'men'] as const
const daysShown = 14

/** Choosing an office, a section where there are several, and a free time. */
export async function appointmentRoutes(app: FastifyInstance, platform: Platform): Promise<void> {
  app.get<{ Params: { reference: string }; Querystring: Choice }>(
    '/requests/:reference/appointment',
    async (request, reply) => {
      const visit = await visitOf(platform, request)
      return show(platform, reply, visit, request.params.reference, request.query, {})
    },
  )

  app.post<{ Params: { reference: string } }>(
    '/requests/:reference/appointment',
    { preHandler: verifyCsrf },
    async (request, reply) => {
      const visit = await visitOf(platform, request)
      const { reference } = request.params
      const shown = { office: postedText(request, 'office'), section: postedText(request, 'section') }
      const [office = '', section, on = '', time = ''] = postedText(request, 'slot').split('|')
      const day = parseDay(on)
      const known = sections.find((one) => one === section)
      if (!day.ok || !known) return show(platform, reply, visit, reference, shown, { slot: chooseTime })
      const booked = await bookAppointment(platform, visit.principal, {
        reference,
        office,
        section: known,
        day: day.value,
        time,
      })
      if (booked.ok) return reply.redirect(`/requests/${reference}`, 303)
      if (booked.error.fields)
        return show(platform, reply, visit, reference, { office, section }, booked.error.fields)
      return sendProblem(reply, platform, visit, booked.error)
    },
  )
}

async function show(
  platform: Platform,
  reply: FastifyReply,
  visit: Visit,
  reference: string,
  choice: Choice,
  errors: Readonly<Record<string, Text>>,
) {
  const view = await viewRequest(platform, visit.principal, reference)
  if (!view.ok) return sendProblem(reply, platform, visit, view.error)
  const step = stepOf(view.value.service, view.value.row.state.step)
  if (step?.kind !== 'appointment') return reply.redirect(`/requests/${reference}`, 303)
  const offices = await findOffices(platform.db, { purpose: step.purpose })
  const office = offices.find((one) => one.id === choice.office)
  const section = office?.sections.find((one) => one === choice.section) ?? office?.sections[0]
  const slots =
    office && section
      ? await openSlots(platform.db, platform.clock, {
          purpose: step.purpose,
          office: office.id,
          section,
          from: await firstDay(platform, { ...view.value, step }),
          days: daysShown,
        })
      : []
  if (!offices.length) return sendProblem(reply, platform, visit, problems.notFound)
  return sendPage(reply, platform, visit, {
    status: Object.keys(errors).length ? 422 : 200,
    title: portalMessages(visit.locale).appointment.title,
    path: `/requests/${reference}/appointment${office ? `?office=${office.id}` : ''}`,
    nav: portalNav(visit),
    children: <AppointmentPage {...{ visit, reference, offices, office, section, slots, errors }} />,
  })
}

interface Props {
  readonly visit: Visit
  readonly reference: string
  readonly offices: readonly Office[]
  readonly office: Office | undefined
  readonly section: Section | undefined
  readonly slots: readonly OpenSlot[]
  readonly errors: Readonly<Record<string, Text>>
}

function AppointmentPage({ visit, reference, offices, office, section, slots, errors }: Props) {
  const { locale } = visit
  const m = portalMessages(locale).appointment
  const words = { all: m.everyone, women: m.women, men: m.men }
  return (
    <div class="stack narrow">
      <BackLink href={`/requests/${reference}`} locale={locale} />
      <ErrorSummary errors={errors} locale={locale} />
      <h1>{m.title}</h1>
      <p class="lead">{m.lead}</p>
      <form class="sheet stack" action={`/requests/${reference}/appointment`}>
        <div class="field">
          <label class="field-label" for="office">
            {m.office}
          </label>
          <select class="select" id="office" name="office">
            {offices.map((one) => (
              <option key={one.id} value={one.id} selected={one.id === office?.id}>
                {one.cityName[locale]}: {one.name[locale]}
              </option>
            ))}
          </select>
        </div>
        {office && office.sections.length > 1 && (
          <div class="field">
            <label class="field-label" for="section">
              {m.section}
            </label>
            <select class="select" id="section" name="section">
              {office.sections.map((one) => (
                <option key={one} value={one} selected={one === section}>
                  {words[one]}
                </option>
              ))}
            </select>
          </div>
        )}
        <p>
          <Button look="quiet" icon="calendar">
            {m.show}
          </Button>
        </p>
      </form>
      {office && !slots.length && <EmptyState icon="calendar-x" words={m.none} />}
      {office && section && slots.length > 0 && (
        <Slots visit={visit} reference={reference} slots={slots} shown={{ office: office.id, section }} />
      )}
    </div>
  )
}

function Slots({
  visit,
  reference,
  slots,
  shown,
}: Pick<Props, 'visit' | 'reference' | 'slots'> & {
  readonly shown: { readonly office: string; readonly section: Section }
}) {
  const { locale } = visit
  const m = portalMessages(locale).appointment
  const byDay = new Map<Day, OpenSlot[]>()
  for (const slot of slots) byDay.set(slot.day, [...(byDay.get(slot.day) ?? []), slot])
  return (
    <form class="stack" method="post" action={`/requests/${reference}/appointment`} id="f-slot">
      <HiddenInputs values={{ _csrf: visit.csrf, ...shown }} />
      <h2>{m.slots}</h2>
      {[...byDay].map(([day, times], at) => (
        <details key={day} class="sheet" open={at === 0}>
          <summary class="font-semibold">
            {formatWeekday(day, locale)} {formatDay(day, locale)}
            <span class="value-second">{formatHijri(day, locale)}</span>
          </summary>
          <fieldset class="slots">
            <legend class="sr-only">
              {formatWeekday(day, locale)} {formatDay(day, locale)}
            </legend>
            {times.map((slot) => (
              <label key={slot.time} class="slot">
                <input
                  type="radio"
                  name="slot"
                  value={`${slot.office}|${slot.section}|${slot.day}|${slot.time}`}
                />
                <bdi dir="ltr">{slot.time}</bdi>
              </label>
            ))}
          </fieldset>
        </details>
      ))}
      <p>
        <Button icon="check">{m.book}</Button>
      </p>
    </form>
  )
}

const chooseTime = { ar: 'اختر وقتًا من الأوقات المتاحة.', en: 'Choose one of the free times.' }
