import { formatNumber, plural } from '#kernel/format.ts'
import type { Text } from '#kernel/text.ts'
import type { Fact } from '#platform/catalogue/block.ts'
import { v } from '#platform/catalogue/value.ts'
import { document } from '#platform/documents/document.ts'
import { portraitOf } from '#platform/faces/portrait.ts'
import { findPerson } from '#platform/people/person.ts'
import { lastDayOf, leadsOut, type Visa, visasOf } from '../registry/visas.ts'
import { jawazat, visaKinds } from '../words.ts'

/**
 * A visa that can be used, or is in use. One whose journey is over has run out on that day, and is not taken back:
 * nobody is sent a message because somebody crossed the border (register, section 4).
 */
export default document('visa', {
  sector: 'passports',
  title: { ar: 'تأشيرة', en: 'Visa' },
  issuer: jawazat,
  look: { kind: 'card', from: '#4f2036', to: '#8d4a66', ink: 'light' },
  prefix: 'VI',
  codeWords: { visa: { label: { ar: 'نوع التأشيرة', en: 'Kind of visa' }, values: visaKinds } },
  held: async ({ db, today }, person) =>
    (await visasOf(db, person))
      .filter((one) => one.state === 'issued' || one.state === 'used')
      .filter((one) => lastDayOf(one) >= today)
      .map((one) => one.id),
  claims: async ({ db, today }, person, subjectId) => {
    const visa = (await visasOf(db, person)).find((one) => one.id === subjectId)
    const holder = await findPerson(db, person)
    if (!visa || visa.state === 'cancelled' || !holder?.alive) return undefined
    return {
      number: visa.number,
      holderName: holder.name,
      portrait: portraitOf(holder, today),
      birth: holder.born,
      validFrom: visa.validFrom,
      validUntil: lastDayOf(visa),
      facts: [
        { key: 'kind', label: { ar: 'النوع', en: 'Kind' }, value: v.text(visaKinds[visa.kind]) },
        {
          key: 'journeys',
          label: { ar: 'السفرات', en: 'Journeys' },
          value: v.text(visa.multiple ? { ar: 'متعددة', en: 'Several' } : { ar: 'سفرة واحدة', en: 'One' }),
        },
        ...days(visa),
        {
          key: 'until',
          label: leadsOut(visa.kind)
            ? { ar: 'آخر يوم للخروج', en: 'Leave by' }
            : { ar: 'آخر يوم للدخول', en: 'Enter by' },
          value: v.day(visa.validUntil),
        },
        ...ends(visa),
      ],
      qr: { visa: visa.kind },
      attributes: { visa_kind: visa.kind, multiple: visa.multiple },
    }
  },
})

function days({ kind, durationDays }: Visa): readonly Fact[] {
  if (durationDays === undefined) return []
  const text: Text = {
    ar: plural('ar', durationDays, {
      one: 'يوم واحد',
      two: 'يومان',
      few: '{n} أيام',
      many: '{n} يومًا',
      other: '{n} يوم',
    }),
    en: `${formatNumber(durationDays, 'en')} days`,
  }
  return [
    {
      key: 'duration',
      label: leadsOut(kind)
        ? { ar: 'مدة الغياب', en: 'Days away' }
        : { ar: 'مدة الإقامة', en: 'Days of stay' },
      value: v.text(text),
    },
  ]
}

function ends({ kind, endsOn }: Visa): readonly Fact[] {
  if (!endsOn) return []
  return [
    {
      key: 'ends',
      label: leadsOut(kind)
        ? { ar: 'آخر يوم للعودة', en: 'Be back by' }
        : { ar: 'آخر يوم للإقامة', en: 'Stay until' },
      value: v.day(endsOn),
    },
  ]
}
