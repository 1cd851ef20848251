import type { Day } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Text } from '#kernel/text.ts'
import type { Fact } from '#platform/catalogue/block.ts'
import { v } from '#platform/catalogue/value.ts'
import type { Db } from '#platform/database/tables.ts'
import { document } from '#platform/documents/document.ts'
import { portraitOf } from '#platform/faces/portrait.ts'
import { isAdult } from '#platform/people/adulthood.ts'
import { countries, countryName } from '#platform/people/country.ts'
import { findPerson, type Person } from '#platform/people/person.ts'
import { isComplete, papersOf } from '../registry/papers.ts'
import { type Residency, residencyOf } from '../registry/residency.ts'
import { sponsorName } from '../registry/sponsor.ts'
import { over18, yesNo } from '../views.ts'
import { jawazat, residencyKinds } from '../words.ts'

/** The card of a resident (register `view-digital-resident-id`); its number is the resident's own. */
export default document('resident-id', {
  sector: 'passports',
  title: { ar: 'هوية مقيم', en: 'Resident ID' },
  issuer: jawazat,
  look: { kind: 'card', from: '#0b3b46', to: '#1f7378', ink: 'light' },
  order: 10,
  prefix: 'RI',
  codeWords: {
    nat: { label: { ar: 'الجنسية', en: 'Nationality' }, values: countries },
    ...over18.words,
    residency: { label: { ar: 'الإقامة سارية', en: 'Residency valid' }, values: yesNo },
  },
  views: [
    over18.view,
    {
      name: 'residency-valid',
      title: { ar: 'هل الإقامة سارية؟', en: 'Is the residency valid?' },
      shows: ['name', 'face'],
      answer: ({ validUntil }, today) => (validUntil && validUntil >= today ? { residency: 'y' } : undefined),
    },
  ],
  held: async (context, person) => ((await cardOf(context, person)) ? ['self'] : []),
  claims: async (context, person, subjectId) => {
    const { db, today } = context
    const card = await cardOf(context, person)
    if (!card || subjectId !== 'self') return undefined
    const { residency, holder } = card
    const sponsor = residency.sponsor && (await sponsorName(db, residency.sponsor))
    return {
      number: holder.id,
      holderName: holder.name,
      portrait: portraitOf(holder, today),
      birth: holder.born,
      validFrom: residency.issuedOn,
      validUntil: residency.expiresOn,
      suspended: residency.state === 'suspended' ? residency.reason : undefined,
      facts: [
        nationality(countryName(holder.nationality)),
        { key: 'occupation', label: { ar: 'المهنة', en: 'Occupation' }, value: v.text(residency.occupation) },
        ...(sponsor ? [sponsorFact(residency, sponsor)] : []),
        { key: 'born', label: { ar: 'تاريخ الميلاد', en: 'Date of birth' }, value: v.day(holder.born) },
        { key: 'place', label: { ar: 'مكان الإصدار', en: 'Place of issue' }, value: v.text(residency.place) },
        { key: 'issued', label: { ar: 'صدرت في', en: 'Issued on' }, value: v.day(residency.issuedOn) },
        { key: 'expires', label: { ar: 'تنتهي في', en: 'Expires on' }, value: v.day(residency.expiresOn) },
      ],
      qr: { nat: holder.nationality },
      attributes: {
        nationality: holder.nationality,
        occupation: residency.occupation.en,
        residency_kind: residencyKinds[residency.kind].en,
      },
    }
  },
})

/** A permit that was not cancelled; a child's besides stands on the papers of both parents (R-PAS-01 to R-PAS-03). */
async function cardOf(
  { db, today }: { readonly db: Db; readonly today: Day },
  person: PersonNumber,
): Promise<{ readonly residency: Residency; readonly holder: Person } | undefined> {
  const residency = await residencyOf(db, person)
  if (!residency || residency.state === 'cancelled') return undefined
  const holder = await findPerson(db, person)
  if (!holder?.alive) return undefined
  const child = residency.kind === 'dependant' && !isAdult(holder.born, today)
  return child && !isComplete(await papersOf(db, person)) ? undefined : { residency, holder }
}

const nationality = (country: Text): Fact => ({
  key: 'nationality',
  label: { ar: 'الجنسية', en: 'Nationality' },
  value: v.text(country),
})

/** A child or spouse lives here on the account of the family's head. */
const sponsorFact = ({ kind }: Residency, name: Text): Fact => ({
  key: 'sponsor',
  label:
    kind === 'dependant' ? { ar: 'رب الأسرة', en: 'Head of family' } : { ar: 'صاحب العمل', en: 'Employer' },
  value: v.text(name),
})
