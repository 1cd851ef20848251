import type { Day } from '#kernel/day.ts'
import { formatInstant } from '#kernel/format.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Fact } from '#platform/catalogue/block.ts'
import { v } from '#platform/catalogue/value.ts'
import type { Db } from '#platform/database/tables.ts'
import { countryName } from '#platform/people/country.ts'
import { findPerson } from '#platform/people/person.ts'
import { ports } from './ports.ts'
import type { Crossing } from './registry/crossings.ts'
import { isGood, passportsOf } from './registry/passports.ts'
import { residencyOf, residencyStatus } from './registry/residency.ts'
import { sponsorName } from './registry/sponsor.ts'
import { directions, residencyKinds, residencyStatuses } from './words.ts'

/**
 * What a resident report says. `employer`: the little that an employer's legal duty needs, and no more
 * (register, section 4).
 */
export async function residentFacts(
  db: Db,
  about: PersonNumber,
  scope: 'whole' | 'employer',
  today: Day,
): Promise<readonly Fact[] | undefined> {
  const [person, residency] = await Promise.all([findPerson(db, about), residencyOf(db, about)])
  if (!person?.alive || !residency) return undefined
  const core: readonly Fact[] = [
    { key: 'number', label: { ar: 'رقم الإقامة', en: 'Iqama number' }, value: v.code(person.id) },
    { key: 'occupation', label: { ar: 'المهنة', en: 'Occupation' }, value: v.text(residency.occupation) },
    {
      key: 'status',
      label: { ar: 'حالة الإقامة', en: 'Residency' },
      value: v.text(residencyStatuses[residencyStatus(residency, today)]),
    },
    { key: 'issued', label: { ar: 'صدرت في', en: 'Issued on' }, value: v.day(residency.issuedOn) },
    { key: 'expires', label: { ar: 'تنتهي في', en: 'Expires on' }, value: v.day(residency.expiresOn) },
  ]
  if (scope === 'employer') return core
  const sponsor = residency.sponsor && (await sponsorName(db, residency.sponsor))
  const passport = (await passportsOf(db, about)).find((one) => isGood(one, today))
  return [
    ...core,
    {
      key: 'kind',
      label: { ar: 'نوع الإقامة', en: 'Kind of residency' },
      value: v.text(residencyKinds[residency.kind]),
    },
    ...(sponsor
      ? [
          {
            key: 'sponsor',
            label: { ar: 'صاحب العمل أو رب الأسرة', en: 'Employer or head of family' },
            value: v.text(sponsor),
          },
        ]
      : []),
    { key: 'place', label: { ar: 'مكان الإصدار', en: 'Place of issue' }, value: v.text(residency.place) },
    {
      key: 'nationality',
      label: { ar: 'الجنسية', en: 'Nationality' },
      value: v.text(countryName(person.nationality)),
    },
    { key: 'born', label: { ar: 'تاريخ الميلاد', en: 'Date of birth' }, value: v.day(person.born) },
    ...(passport
      ? [
          { key: 'passport', label: { ar: 'جواز السفر', en: 'Passport' }, value: v.code(passport.number) },
          {
            key: 'passportUntil',
            label: { ar: 'ينتهي الجواز في', en: 'Passport expires on' },
            value: v.day(passport.expiresOn),
          },
        ]
      : []),
  ]
}

/** A travel record, line by line, the latest first. */
export const travelFacts = (
  span: { readonly from: Day; readonly until: Day },
  crossings: readonly Crossing[],
): readonly Fact[] => [
  { key: 'from', label: { ar: 'من', en: 'From' }, value: v.day(span.from) },
  { key: 'until', label: { ar: 'إلى', en: 'Until' }, value: v.day(span.until) },
  { key: 'count', label: { ar: 'عدد مرات العبور', en: 'Crossings' }, value: v.number(crossings.length) },
  ...crossings.map((one, at) => ({
    key: `crossing${at + 1}`,
    label: directions[one.direction],
    value: v.text({
      ar: `${formatInstant(one.at, 'ar')}، ${ports[one.port].ar}`,
      en: `${formatInstant(one.at, 'en')}, ${ports[one.port].en}`,
    }),
  })),
]
