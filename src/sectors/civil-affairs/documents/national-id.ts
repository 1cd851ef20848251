import type { Day } from '#kernel/day.ts'
import { ageIn } from '#kernel/hijri.ts'
import { v } from '#platform/catalogue/value.ts'
import { document } from '#platform/documents/document.ts'
import { overAge } from '#platform/documents/over-age.ts'
import { portraitOf } from '#platform/faces/portrait.ts'
import { countryName } from '#platform/people/country.ts'
import type { Person } from '#platform/people/person.ts'
import { cardBearer, cardBearers } from '#platform/people/subjects.ts'
import { paperFact } from '../paper-facts.ts'
import { birthOf } from '../registry/births.ts'
import { findPaper } from '../registry/papers.ts'
import { civilAffairs, sexNames } from '../words.ts'

/** Ages of civil status count in Hijri years (register F-13). */
const [over18, over21] = [overAge(18, 'hijri'), overAge(21, 'hijri')]

/** Register digital-national-id: one’s own, and that of a child from ten to eighteen who has one. */
export default document('national-id', {
  sector: 'civil-affairs',
  title: { ar: 'الهوية الوطنية', en: 'National ID' },
  issuer: civilAffairs,
  look: { kind: 'card', from: '#134e4a', to: '#2f8a80', ink: 'light' },
  order: 10,
  prefix: 'NI',
  codeWords: {
    ver: { label: { ar: 'رقم النسخة', en: 'Version' } },
    ...over18.words,
    ...over21.words,
  },
  views: [over18.view, over21.view],
  held: async (context, carrier) => {
    const bearers = await cardBearers.list(context, carrier)
    const cards = await Promise.all(bearers.map((one) => findPaper(context.db, one.person, 'national-id')))
    return bearers.filter((_, at) => cards[at] && cards[at].state !== 'cancelled').map((one) => one.id)
  },
  claims: async (context, carrier, subjectId) => {
    const person = await cardBearer(context, carrier, subjectId)
    const card = person && (await findPaper(context.db, person.id, 'national-id'))
    if (!person || !card || card.state === 'cancelled') return undefined
    const birth = await birthOf(context.db, person.id)
    return {
      number: person.id,
      holderName: person.name,
      portrait: portraitOf(person, context.today),
      birth: person.born,
      validFrom: card.issuedOn,
      validUntil: card.expiresOn,
      facts: [
        { key: 'born', label: { ar: 'تاريخ الميلاد', en: 'Date of birth' }, value: v.day(person.born) },
        {
          key: 'birthPlace',
          label: { ar: 'مكان الميلاد', en: 'Place of birth' },
          value: v.text(birth?.place ?? countryName(person.birthCountry)),
        },
        { key: 'sex', label: { ar: 'الجنس', en: 'Sex' }, value: v.text(sexNames[person.sex]) },
        paperFact(card),
        { key: 'expires', label: { ar: 'تنتهي في', en: 'Expires on' }, value: v.day(card.expiresOn) },
      ],
      qr: { ver: String(card.version) },
      attributes: attributesOf(person, context.today),
    }
  },
})

/** Names of the register of claims for SD-JWT VC, as European person identification uses them. */
const attributesOf = ({ parts, sex, nationality, born }: Person, today: Day) => ({
  given_name: parts.given.en,
  family_name: parts.family.en,
  sex,
  nationality,
  age_over_18: ageIn('hijri', born, today) >= 18,
  age_over_21: ageIn('hijri', born, today) >= 21,
})
