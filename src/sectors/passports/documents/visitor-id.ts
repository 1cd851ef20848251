import { v } from '#platform/catalogue/value.ts'
import { document } from '#platform/documents/document.ts'
import { portraitOf } from '#platform/faces/portrait.ts'
import { countries, countryName } from '#platform/people/country.ts'
import { findPerson } from '#platform/people/person.ts'
import { isGood, passportsOf } from '../registry/passports.ts'
import { stayOf } from '../registry/stay.ts'
import { over18 } from '../views.ts'
import { jawazat, visaKinds } from '../words.ts'

/** The card of a visitor who is in the Kingdom, by the border number (register 57, `visitor-digital-id`). */
export default document('visitor-id', {
  sector: 'passports',
  title: { ar: 'هوية زائر', en: 'Visitor ID' },
  issuer: jawazat,
  look: { kind: 'card', from: '#352561', to: '#6a54a8', ink: 'light' },
  order: 10,
  prefix: 'VD',
  codeWords: {
    nat: { label: { ar: 'الجنسية', en: 'Nationality' }, values: countries },
    ...over18.words,
  },
  views: [over18.view],
  held: async ({ db }, person) => ((await stayOf(db, person)) ? ['self'] : []),
  claims: async ({ db, today }, person, subjectId) => {
    const visa = await stayOf(db, person)
    const holder = await findPerson(db, person)
    if (!visa?.endsOn || !holder?.alive || subjectId !== 'self') return undefined
    const passport = (await passportsOf(db, person)).find((one) => isGood(one, today))
    return {
      number: holder.id,
      holderName: holder.name,
      portrait: portraitOf(holder, today),
      birth: holder.born,
      validFrom: visa.validFrom,
      validUntil: visa.endsOn,
      facts: [
        {
          key: 'nationality',
          label: { ar: 'الجنسية', en: 'Nationality' },
          value: v.text(countryName(holder.nationality)),
        },
        { key: 'visa', label: { ar: 'التأشيرة', en: 'Visa' }, value: v.text(visaKinds[visa.kind]) },
        ...(passport
          ? [{ key: 'passport', label: { ar: 'جواز السفر', en: 'Passport' }, value: v.code(passport.number) }]
          : []),
        { key: 'born', label: { ar: 'تاريخ الميلاد', en: 'Date of birth' }, value: v.day(holder.born) },
        { key: 'stay', label: { ar: 'آخر يوم للإقامة', en: 'Stay until' }, value: v.day(visa.endsOn) },
      ],
      qr: { nat: holder.nationality },
      attributes: { nationality: holder.nationality, visa_kind: visa.kind },
    }
  },
})
