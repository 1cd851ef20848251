import { addMonths } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Text } from '#kernel/text.ts'
import { grant } from '#platform/authority/delegating.ts'
import { delegationsGiven } from '#platform/authority/delegation.ts'
import type { DelegationKind } from '#platform/authority/tables.ts'
import type { EffectContext } from '#platform/catalogue/definition.ts'
import { days } from '#platform/catalogue/step.ts'
import { choice, personNumber } from '#platform/forms/fields/index.ts'
import { isAdult as isAdultOn } from '#platform/people/adulthood.ts'
import type { Establishment } from '#platform/people/establishment.ts'
import { findPerson } from '#platform/people/person.ts'
import { Refusal } from '#platform/requests/refusal.ts'

/** Who is appointed and for how long: the same in every appointment (at most a year [assumed, register 1.15]). */
export const appointmentFields = {
  delegate: personNumber({
    label: { ar: 'رقم هوية المفوَّض أو إقامته', en: 'The delegate’s ID or iqama number' },
    hint: { ar: 'يُسأل قبل أن يسري أي شيء.', en: 'They are asked before anything holds.' },
  }),
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

/** Writes the delegation of an establishment. @throws Refusal when the delegate is a minor or has one of this kind */
export async function appoint(
  context: EffectContext<Establishment, { readonly months: '3' | '6' | '12' }>,
  kind: DelegationKind,
  powers: readonly string[],
): Promise<void> {
  const { tx, clock, today, applicant, subject, answers } = context
  const delegate = context.party('delegate')
  if (!(await isAdult(context, delegate))) throw new Refusal(adultsOnly)
  const given = await delegationsGiven({ db: tx, clock }, subject.value.id)
  if (given.some((one) => one.kind === kind && one.delegate === delegate && one.state === 'active'))
    throw new Refusal(appointedAlready)
  const giver = { principal: subject.value.id, owner: applicant, name: subject.value.name }
  const until = addMonths(today, Number(answers.months))
  await grant(tx, giver, { kind, delegate, powers, until, by: applicant, at: clock.now() })
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
const appointedAlready: Text = {
  ar: 'لهذا الشخص تفويض سارٍ من النوع نفسه. ألغه أولًا من «التفويضات».',
  en: 'This person holds a delegation of this kind already. End it first under “Delegations”.',
}
