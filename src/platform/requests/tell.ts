import { dayOf } from '#kernel/day.ts'
import { formatInstant, formatMoney } from '#kernel/format.ts'
import { ageIn } from '#kernel/hijri.ts'
import { isEstablishment } from '#kernel/holder-number.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { type Locale, locales, say, type Text } from '#kernel/text.ts'
import { delegationsGiven } from '#platform/authority/delegation.ts'
import type { NoticeEvent } from '#platform/catalogue/definition.ts'
import { showValue } from '#platform/catalogue/show.ts'
import type { Value } from '#platform/catalogue/value.ts'
import { notify } from '#platform/notices/notify.ts'
import { workspaceLink } from '#platform/notices/workspace-link.ts'
import { cardAge } from '#platform/people/adulthood.ts'
import { otherParents } from '#platform/people/guardianship.ts'
import { answerable, nameOf, shortNameOf } from '#platform/people/holder.ts'
import { findPerson } from '#platform/people/person.ts'
import { type AnyStep, type Case, personOf } from './case.ts'
import { describe } from './context.ts'
import { words } from './words.ts'

/** Tells whom a step waits for. A review and an outside system need nobody told. */
export async function tellStep(it: Case, step: AnyStep): Promise<void> {
  if (step.kind === 'review' || step.kind === 'integration') return
  const role = step.kind === 'appointment' ? 'applicant' : step.by
  const to = (role === 'applicant' && (await sender(it))) || personOf(it, role)
  const bill = it.state().bills[step.id]
  const applicant = await nameOf(it.tx, it.row.person_id)
  const due = new Date(it.state().dueAt ?? it.at)
  const text = fill(words.step[step.kind], (locale) => ({
    reference: it.row.reference,
    service: it.service.title[locale],
    subject: it.row.subject_label[locale],
    applicant: applicant[locale],
    step: step.title[locale],
    due: formatInstant(due, locale),
    total: bill ? formatMoney(bill.total, locale) : '',
  }))
  await send(it, to, step.id, step.title, text)
}

/** Confirms a booking, and each time that it is moved. */
export async function tellBooked(
  it: Case,
  { id, at, office }: { readonly id: string; readonly at: string; readonly office: Text },
): Promise<void> {
  const text = fill(words.booked, (locale) => ({
    reference: it.row.reference,
    service: it.service.title[locale],
    subject: it.row.subject_label[locale],
    when: formatInstant(new Date(at), locale),
    office: office[locale],
  }))
  await send(it, it.applicant, `booked-${id}-${at}`, words.bookedTitle, text)
}

/**
 * Tells the applicant, the parties, the subject and a child's other parents how a request was sent or ended.
 * `before` holds the words from before the effect, for a subject that is no longer the applicant's after it.
 */
export async function tellEnd(
  it: Case,
  event: NoticeEvent,
  before: Readonly<Record<string, Value>> = {},
): Promise<void> {
  const params = await paramsOf(it, before)
  const own = it.service.notices?.[event]
  const specs = own ?? [{ to: standardReaders(it, event), text: words.end[event] }]
  const told = new Set<PersonNumber>()
  for (const spec of specs)
    for (const person of await readersOf(it, spec.to, event)) {
      if (told.has(person)) continue
      told.add(person)
      await send(it, person, event, it.service.title, fill(spec.text, params))
    }
  for (const person of await concerned(it, event)) {
    if (told.has(person)) continue
    await send(it, person, event, it.service.title, fill(words.concerned[event], params))
  }
  const refunds = Object.values(it.state().bills).filter((bill) => bill.state === 'refunding')
  for (const bill of refunds)
    await send(
      it,
      await answerable(it.tx, bill.payer),
      `refund-${bill.id}`,
      words.refundTitle,
      fill(words.refund, (locale) => ({
        total: formatMoney(bill.total, locale),
        reference: it.row.reference,
        service: it.service.title[locale],
      })),
    )
}

/** What the applicant is told of how it ended, for the page of the request. */
export async function endText(
  it: Case,
  event: NoticeEvent,
  before: Readonly<Record<string, Value>> = {},
): Promise<Text> {
  const own = it.service.notices?.[event]?.find((spec) => spec.to.includes('applicant'))
  return fill(own?.text ?? words.end[event], await paramsOf(it, before))
}

/** The persons behind the roles of a notice. */
async function readersOf(
  it: Case,
  roles: readonly string[],
  event: NoticeEvent,
): Promise<readonly PersonNumber[]> {
  const by = roles.includes('applicant') ? await sender(it) : undefined
  const persons = roles
    .filter((role) => role !== 'parents')
    // That it was sent, an owner hears as an act of their delegate.
    .filter((role) => role !== 'applicant' || !by || event !== 'submitted')
    .map((role) => personOf(it, role))
    .concat(by ?? [])
  return roles.includes('parents') ? [...persons, ...(await parentsToTell(it))] : persons
}

/** Who sent a request for an establishment, as long as they work for it: told like its owner. */
async function sender(it: Case): Promise<PersonNumber | undefined> {
  const { delegate } = it.state()
  if (!delegate || !isEstablishment(it.row.person_id)) return undefined
  const given = await delegationsGiven({ db: it.tx, clock: it.engine.clock }, it.row.person_id)
  return given.some((one) => one.delegate === delegate && one.state === 'active') ? delegate : undefined
}

/**
 * Who is told besides, without having a part in it: whose record it is, unless they are too young for messages,
 * and the other parents of a child. What is done at once is told when it is done.
 */
async function concerned(it: Case, event: NoticeEvent): Promise<readonly PersonNumber[]> {
  const { applicant } = it
  const { subject_person: subject } = it.row
  if (subject === applicant || (event === 'submitted' && it.service.steps.length === 0)) return []
  const found = await findPerson(it.tx, subject)
  const grown = found && ageIn('gregorian', found.born, dayOf(it.at)) >= cardAge
  return [...(grown ? [subject] : []), ...(await parentsToTell(it))]
}

const parentsToTell = (it: Case): Promise<readonly PersonNumber[]> =>
  otherParents(it.tx, { child: it.row.subject_person, than: it.applicant, on: dayOf(it.at) })

/** What the texts of a request may name. */
async function paramsOf(it: Case, before: Readonly<Record<string, Value>>) {
  const described = { ...before, ...(await describe(it)) }
  const applicant = await shortNameOf(it.tx, it.row.person_id)
  return (locale: Locale): Readonly<Record<string, string>> => ({
    reference: it.row.reference,
    service: it.service.title[locale],
    subject: it.row.subject_label[locale],
    applicant: applicant[locale],
    because: it.state().because?.[locale] ?? it.state().decision?.reason ?? '',
    ...Object.fromEntries(Object.entries(described).map(([name, value]) => [name, showValue(value, locale)])),
  })
}

/** The other parties learn only of what they were part of. */
function standardReaders(it: Case, event: NoticeEvent): readonly string[] {
  if (event === 'submitted') return ['applicant']
  return ['applicant', ...Object.keys(it.state().parties).filter((role) => wasAsked(it, role))]
}

const wasAsked = (it: Case, role: string): boolean =>
  it.service.steps.some(
    (step) =>
      (step.kind === 'approval' || step.kind === 'payment') &&
      step.by === role &&
      (it.state().done.includes(step.id) || it.row.state.step === step.id),
  )

/**
 * A page that is there for the reader: whose record it is sees who did what with their data, another parent the
 * child and who acts for it.
 */
function linkFor(it: Case, reader: PersonNumber): string {
  const own = `/requests/${it.row.reference}`
  if (isEstablishment(it.row.person_id)) {
    if (reader === it.applicant || reader === it.state().delegate) return workspaceLink(it.row.person_id, own)
  } else if (reader === it.applicant) return own
  const isParty = Object.values(it.state().parties).includes(reader)
  if (isParty) return `/approvals/${it.row.reference}`
  return reader === it.row.subject_person ? '/access' : '/family'
}

async function send(it: Case, to: PersonNumber, what: string, title: Text, body: Text): Promise<void> {
  await notify(it.tx, {
    to,
    key: `${it.row.id}:${what}`,
    title,
    body,
    link: linkFor(it, to),
    sms: true,
    at: it.at,
  })
}

function fill(text: Text, params: (locale: Locale) => Readonly<Record<string, string>>): Text {
  const filled = locales.map((locale) => [locale, say(text, locale, params(locale))] as const)
  // `locales` holds every language, so every key of a Text is there.
  return Object.fromEntries(filled) as unknown as Text
}
