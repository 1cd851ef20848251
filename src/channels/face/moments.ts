import { formatInstant, formatMoney } from '#kernel/format.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Locale } from '#kernel/text.ts'
import type { CaseEvent } from '#platform/requests/case-file.ts'
import type { Happening, RequestView } from '#platform/requests/read.ts'
import { fill, messagesFor } from './messages.ts'
import type { Moment } from './timeline.tsx'

/** What each event is called; a decision by what was decided. */
export type EventWords = Readonly<
  Record<Exclude<CaseEvent['type'], 'decided'> | 'decided-yes' | 'decided-no', string>
> & {
  /** Names the colleague who did it, for who works here. Absent: officers are not named. */
  readonly by?: string
}

/** The case file as a timeline, with the steps to come behind it. */
export function momentsOf(view: RequestView, words: EventWords, locale: Locale): readonly Moment[] {
  const { state } = view.row
  const past = view.timeline
    .filter(({ event }) => event.type !== 'opened' && event.type !== 'drafted')
    .map((happening): Moment => {
      const { event, at } = happening
      const body = bodyOf(happening, view.applicant, words, locale)
      return {
        state: stops(event) ? 'stopped' : 'done',
        title: titleOf(view, event, words, locale),
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

function titleOf(view: RequestView, event: CaseEvent, words: EventWords, locale: Locale): string {
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

function bodyOf(
  { event, by }: Happening,
  applicant: PersonNumber,
  words: EventWords,
  locale: Locale,
): string | undefined {
  const officer = words.by && by.kind === 'officer' ? fill(words.by, { officer: by.officer }) : undefined
  const delegate =
    by.kind === 'person' && by.for && by.person !== applicant
      ? messagesFor(locale).acting.byDelegate
      : undefined
  return [detailOf(event, locale), officer, delegate].filter(Boolean).join(' · ') || undefined
}

function detailOf(event: CaseEvent, locale: Locale): string | undefined {
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
