import { fill } from '#channels/face/messages.ts'
import type { Moment } from '#channels/face/timeline.tsx'
import { formatInstant, formatMoney } from '#kernel/format.ts'
import type { Locale } from '#kernel/text.ts'
import type { CaseEvent } from '#platform/requests/case-file.ts'
import type { RequestView } from '#platform/requests/read.ts'
import { portalMessages } from '../messages.ts'

/** The case file as a timeline, with the steps to come behind it. */
export function momentsOf(view: RequestView, locale: Locale): readonly Moment[] {
  const { state } = view.row
  const past = view.timeline
    .filter(({ event }) => event.type !== 'opened' && event.type !== 'drafted')
    .map(({ event, at }): Moment => {
      const body = bodyOf(event, locale)
      return {
        state: stops(event) ? 'stopped' : 'done',
        title: titleOf(view, event, locale),
        at,
        ...(body ? { body } : {}),
      }
    })
  if (state.status !== 'in-progress') return past
  const ahead = view.service.steps
    .filter((step) => !state.done.includes(step.id))
    .map(
      (step): Moment => ({
        state: step.id === state.step ? 'current' : 'ahead',
        title: step.title[locale],
        ...(step.id === state.step && state.dueAt ? { by: new Date(state.dueAt) } : {}),
      }),
    )
  return [...past, ...ahead]
}

const stops = (event: CaseEvent): boolean =>
  ['refused', 'refused-outside', 'rejected', 'cancelled', 'expired'].includes(event.type) ||
  (event.type === 'decided' && !event.approve)

function titleOf(view: RequestView, event: CaseEvent, locale: Locale): string {
  const words = portalMessages(locale).request.events
  const step =
    'step' in event ? view.service.steps.find((one) => one.id === event.step)?.title[locale] : undefined
  const of = (what: string) => (step ? `${step}: ${what}` : what)
  switch (event.type) {
    case 'decided':
      return of(event.approve ? words['decided-yes'] : words['decided-no'])
    case 'attended':
      return of(fill(words.attended, { office: event.office[locale] }))
    case 'refunding':
      return fill(words.refunding, { amount: formatMoney(event.total, locale) })
    default:
      return of(words[event.type])
  }
}

function bodyOf(event: CaseEvent, locale: Locale): string | undefined {
  switch (event.type) {
    case 'refused':
    case 'decided':
      return event.reason || undefined
    case 'refused-outside':
    case 'rejected':
      return event.because[locale]
    case 'booked':
      return `${event.appointment.office[locale]}: ${formatInstant(new Date(event.appointment.at), locale)}`
    default:
      return undefined
  }
}
