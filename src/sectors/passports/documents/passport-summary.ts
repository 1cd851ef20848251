import { v } from '#platform/catalogue/value.ts'
import { document } from '#platform/documents/document.ts'
import { portraitOf } from '#platform/faces/portrait.ts'
import { countries, countryName } from '#platform/people/country.ts'
import { findPerson } from '#platform/people/person.ts'
import { type Passport, passportsOf } from '../registry/passports.ts'
import { bookletKinds, jawazat } from '../words.ts'

/** What the registry holds of a passport: Saudi, or foreign of somebody who is here. No travel document itself. */
export default document('passport-summary', {
  sector: 'passports',
  title: { ar: 'بيانات جواز السفر', en: 'Passport details' },
  issuer: jawazat,
  look: { kind: 'card', from: '#16243f', to: '#3b5485', ink: 'light' },
  order: 40,
  prefix: 'PS',
  codeWords: { nat: { label: { ar: 'صادر من', en: 'Issued by' }, values: countries } },
  held: async ({ db }, person) => (await passportsOf(db, person)).filter(isOut).map((one) => one.id),
  claims: async ({ db, today }, person, subjectId) => {
    const passport = (await passportsOf(db, person)).find((one) => one.id === subjectId)
    const holder = await findPerson(db, person)
    if (!passport || !isOut(passport) || !holder?.alive) return undefined
    return {
      number: passport.number,
      holderName: holder.name,
      portrait: portraitOf(holder, today),
      birth: holder.born,
      validFrom: passport.issuedOn,
      validUntil: passport.expiresOn,
      ...(passport.state === 'issued' ? { suspended: notActive } : {}),
      facts: [
        {
          key: 'nationality',
          label: { ar: 'صادر من', en: 'Issued by' },
          value: v.text(countryName(passport.nationality)),
        },
        { key: 'kind', label: { ar: 'النوع', en: 'Kind' }, value: v.text(bookletKinds[passport.kind]) },
        ...(passport.place
          ? [
              {
                key: 'place',
                label: { ar: 'مكان الإصدار', en: 'Place of issue' },
                value: v.text(passport.place),
              },
            ]
          : []),
        { key: 'born', label: { ar: 'تاريخ الميلاد', en: 'Date of birth' }, value: v.day(holder.born) },
        { key: 'issued', label: { ar: 'صدر في', en: 'Issued on' }, value: v.day(passport.issuedOn) },
        { key: 'expires', label: { ar: 'ينتهي في', en: 'Expires on' }, value: v.day(passport.expiresOn) },
      ],
      qr: { nat: passport.nationality },
      attributes: { issuing_country: passport.nationality },
    }
  },
})

const isOut = ({ state }: Passport): boolean => state === 'active' || state === 'issued'

const notActive = {
  ar: 'لم يُفعّل الجواز بعد. فعّله في مكتب الجوازات أو في المنفذ ومعك القديم.',
  en: 'The passport is not active yet. Activate it at a Passports office or at the border, with the old one.',
}
