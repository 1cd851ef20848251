import { addDays, type Day } from '#kernel/day.ts'
import { birthdayAt } from '#kernel/hijri.ts'
import { v } from '#platform/catalogue/value.ts'
import { countryName } from '#platform/people/country.ts'
import type { Person } from '#platform/people/person.ts'
import { all, fact, not } from '#platform/rules/condition.ts'
import { rule } from '#platform/rules/rule.ts'
import { parentStandings, standings } from './parents.ts'
import { fingerprintOf } from './registry.ts'
import { statusTitle } from './words.ts'

/** Fingerprints are taken from this age on, and never before (R-FP-08, R-FP-09); Gregorian, as at Passports. */
export const enrolmentAge = 6

/** How long before the birthday one can already book, for a day after it. */
export const daysAhead = 30

/** The first day on which somebody's fingerprints may be taken. */
export const firstEnrolment = ({ born }: Pick<Person, 'born'>): Day =>
  birthdayAt('gregorian', born, enrolmentAge)

/** R-FP-08: told with the date; the appointment itself is never before the birthday, whoever asks (R-FP-09). */
export const oldEnough = rule<Person>({
  name: 'old-enough-for-fingerprints',
  code: 'TOO_YOUNG',
  title: { ar: 'العمر ست سنوات أو أكثر', en: 'Six years old or more' },
  when: 'opening',
  facts: async ({ subject }) => {
    const sixth = firstEnrolment(subject)
    return {
      sixth: { label: { ar: 'إتمام ست سنوات', en: 'Turns six on' }, value: v.day(sixth) },
      booking: {
        label: { ar: 'يفتح الحجز في', en: 'Booking opens on' },
        value: v.day(addDays(sixth, -daysAhead)),
      },
    }
  },
  condition: fact('booking').notAfterToday(),
  reason: {
    ar: 'تُسجّل البصمة من عمر ست سنوات، أي من {sixth}. يفتح الحجز في {booking}.',
    en: 'Fingerprints are taken from the age of six, that is from {sixth}. Booking opens on {booking}.',
  },
})

/** R-FP-04: once up to date, there is nothing to enrol. */
export const notEnrolledYet = rule<Person>({
  name: 'fingerprint-not-enrolled-yet',
  code: 'FINGERPRINT_ALREADY_ENROLLED',
  title: { ar: 'البصمة غير محدثة', en: 'Fingerprints not up to date yet' },
  when: 'opening',
  facts: async ({ db, subject, today }) => {
    const found = await fingerprintOf(db, subject.id, today)
    return {
      status: {
        label: { ar: 'الحالة', en: 'Status' },
        value: found ? v.text(statusTitle[found.status]) : v.none,
      },
      enrolledOn: { label: { ar: 'سُجّلت في', en: 'Enrolled on' }, value: v.day(found?.enrolledOn) },
    }
  },
  condition: not(fact('status').equals(statusTitle.UPDATED.en)),
  reason: {
    ar: 'البصمة محدثة منذ {enrolledOn}، فلا حاجة إلى تسجيلها مرة أخرى.',
    en: 'The fingerprints are up to date since {enrolledOn}; there is no need to enrol again.',
  },
  remedy: { label: { ar: 'سجل بصمتي', en: 'My fingerprint record' }, service: 'my-fingerprint-record' },
})

/** R-FP-11. */
export const bornInTheKingdom = rule<Person>({
  name: 'child-born-in-the-kingdom',
  code: 'NOT_BORN_IN_THE_KINGDOM',
  title: { ar: 'وُلد الطفل في المملكة', en: 'The child was born in the Kingdom' },
  when: 'opening',
  facts: async ({ subject }) => ({
    birthCountry: {
      label: { ar: 'بلد الميلاد', en: 'Country of birth' },
      value: v.text(countryName(subject.birthCountry)),
    },
  }),
  condition: fact('birthCountry').equals(countryName('SAU').en),
  reason: {
    ar: 'هذه الخدمة لمن وُلد في المملكة، وبلد الميلاد المسجّل {birthCountry}. إن كان هذا خطأ فاطلب تصحيحه.',
    en: 'This service is for those born in the Kingdom, and the record says {birthCountry}. If that is wrong, ask to have it corrected.',
  },
  remedy: { label: { ar: 'اطلب التصحيح', en: 'Ask for a correction' }, page: '/contact' },
})

const fitting = [
  standings.resident,
  standings.citizen,
  standings.deceased,
  standings.unrecorded,
  standings.parted,
].map((text) => text.en)

/** R-FP-10, with the exceptions of `parentStandings`. */
export const parentsResident = rule<Person>({
  name: 'parents-resident',
  code: 'PARENTS_NOT_RESIDENT',
  title: { ar: 'الأب والأم مقيمان في المملكة', en: 'Father and mother live in the Kingdom' },
  when: 'opening',
  facts: async ({ db, subject, applicant, today }) => {
    const { father, mother } = await parentStandings(db, { child: subject.id, bringer: applicant, today })
    return {
      father: { label: { ar: 'الأب', en: 'Father' }, value: v.text(standings[father]) },
      mother: { label: { ar: 'الأم', en: 'Mother' }, value: v.text(standings[mother]) },
    }
  },
  condition: all(fact('father').oneOf(...fitting), fact('mother').oneOf(...fitting)),
  reason: {
    ar: 'يلزم أن تكون إقامة الأب والأم سارية. الأب: {father}. الأم: {mother}. جدّد الإقامة ثم عد إلى هنا.',
    en: 'Both parents need a valid iqama. Father: {father}. Mother: {mother}. Renew it, then come back here.',
  },
  remedy: { label: { ar: 'اسأل مركز الاتصال', en: 'Ask the contact centre' }, page: '/contact' },
})
