import { addMonths, type Day } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Text } from '#kernel/text.ts'
import { grant, isOpen, lockGiver } from '#platform/authority/delegating.ts'
import { delegationsGiven } from '#platform/authority/delegation.ts'
import type { EstablishmentDelegation } from '#platform/authority/tables.ts'
import type { EffectContext } from '#platform/catalogue/definition.ts'
import { days } from '#platform/catalogue/step.ts'
import { choice, personNumber } from '#platform/forms/fields/index.ts'
import { isAdult as isAdultOn } from '#platform/people/adulthood.ts'
import type { Establishment } from '#platform/people/establishment.ts'
import { findPerson } from '#platform/people/person.ts'
import { Refusal } from '#platform/requests/refusal.ts'

/** Who is appointed, in every appointment. */
export const delegateField = personNumber({
  label: { ar: 'رقم هوية المفوَّض أو إقامته', en: 'The delegate’s ID or iqama number' },
  hint: { ar: 'يُسأل قبل أن يسري أي شيء.', en: 'They are asked before anything holds.' },
})

/** Who is appointed and for how long (at most a year [assumed, register 1.15]). */
export const appointmentFields = {
  delegate: delegateField,
  months: choice({
    label: { ar: 'المدة', en: 'For how long' },
    options: [
      { value: '3', label: { ar: 'ثلاثة أشهر', en: 'Three months' } },
      { value: '6', label: { ar: 'ستة أشهر', en: 'Six months' } },
      { value: '12', label: { ar: 'سنة', en: 'One year' } },
    ],
  }),
} as const

/** The delegate's own consent: without it nothing holds. */
export const delegateAgrees = {
  kind: 'approval',
  id: 'acceptance',
  title: { ar: 'موافقة المفوَّض', en: 'The delegate agrees' },
  body: {
    ar: 'إن وافقت سُجّل كل ما تفعله باسم المنشأة وبُلّغ به مالكها، ويمكنك إنهاء التفويض في أي وقت.',
    en: 'If you agree, what you do for the establishment is recorded and its owner is told. You can end it at any time.',
  },
  by: 'delegate',
  within: days(14),
  accept: { ar: 'أقبل التفويض', en: 'I accept' },
  refuse: { ar: 'لا أقبل', en: 'I do not accept' },
} as const

/** So many months from the day on which everybody has agreed. */
export const forMonths = ({
  today,
  answers,
}: EffectContext<Establishment, { readonly months: '3' | '6' | '12' }>): { readonly until: Day } => ({
  until: addMonths(today, Number(answers.months)),
})

/**
 * Writes the delegation of an establishment.
 * @throws Refusal when the delegate is a minor or has one of this kind, or when its time is over by now
 */
export async function appoint<A>(
  context: EffectContext<Establishment, A>,
  kind: EstablishmentDelegation,
  powers: readonly string[],
  time: { readonly from?: Day; readonly until: Day },
): Promise<void> {
  const { tx, clock, today, applicant, subject } = context
  const { id, name } = subject.value
  const delegate = context.party('delegate')
  if (!(await isAdult(context, delegate))) throw new Refusal(adultsOnly)
  if (time.until < today) throw new Refusal(overAlready)
  // Two who agree at the same moment see each other from here on.
  await lockGiver(tx, id)
  const given = await delegationsGiven({ db: tx, clock }, id)
  if (given.some((one) => one.kind === kind && one.delegate === delegate && isOpen(one)))
    throw new Refusal(appointedAlready)
  const giver = { principal: id, owner: applicant, name }
  await grant(tx, giver, { kind, delegate, powers, ...time, by: applicant, at: clock.now() })
}

async function isAdult(
  { tx, today }: Pick<EffectContext, 'tx' | 'today'>,
  person: PersonNumber,
): Promise<boolean> {
  const found = await findPerson(tx, person)
  return found !== undefined && isAdultOn(found.born, today)
}

const adultsOnly: Text = {
  ar: 'لا يكون المفوَّض إلا من أتم 18 عامًا هجريًا.',
  en: 'A delegate must have reached 18 Hijri years.',
}
const overAlready: Text = {
  ar: 'انتهت مدة التفويض قبل أن يُقبل. أرسل طلبًا جديدًا بتواريخ قادمة.',
  en: 'Its time was over before it was accepted. Send a new request with later dates.',
}
const appointedAlready: Text = {
  ar: 'لهذا الشخص تفويض سارٍ من النوع نفسه. ألغه أولًا من «التفويضات».',
  en: 'This person holds a delegation of this kind already. End it first under “Delegations”.',
}
