import { v } from '#platform/catalogue/value.ts'
import { document } from '#platform/documents/document.ts'
import { portraitOf } from '#platform/faces/portrait.ts'
import { findPerson } from '#platform/people/person.ts'
import { findPermit, permitsOf } from '../registry/permits.ts'
import { seasonOf, seasonOn } from '../season.ts'
import { hajjMinistry, seasonName } from '../words.ts'

/** Personal: the pilgrim alone carries it, with their face, for one season (register issue-hajj-permit). */
export default document('hajj-permit', {
  sector: 'hajj',
  title: { ar: 'تصريح حج', en: 'Hajj permit' },
  issuer: hajjMinistry,
  look: { kind: 'card', from: '#1f1b16', to: '#8a6a2a', ink: 'light' },
  order: 45,
  prefix: 'HP',
  codeWords: { season: { label: { ar: 'الموسم', en: 'Season' } } },
  held: async ({ db, today }, pilgrim) => {
    const { year } = seasonOn(today)
    const permits = await permitsOf(db, pilgrim)
    return permits.filter((one) => one.season === year && one.state !== 'cancelled').map((one) => one.id)
  },
  claims: async ({ db, today }, pilgrim, subjectId) => {
    const permit = await findPermit(db, pilgrim, subjectId)
    const person = await findPerson(db, pilgrim)
    if (!permit || permit.state === 'cancelled' || !person) return undefined
    const { begins, ends } = seasonOf(permit.season)
    return {
      number: permit.number,
      holderName: person.name,
      portrait: portraitOf(person, today),
      validFrom: permit.issuedOn,
      validUntil: ends,
      facts: [
        { key: 'season', label: { ar: 'الموسم', en: 'Season' }, value: v.text(seasonName(permit.season)) },
        { key: 'campaign', label: { ar: 'الحملة', en: 'Campaign' }, value: v.text(permit.campaign) },
        {
          key: 'campaignLicence',
          label: { ar: 'ترخيص الحملة', en: 'Campaign licence' },
          value: v.code(permit.campaignLicence),
        },
        { key: 'person', label: { ar: 'رقم الهوية', en: 'ID number' }, value: v.code(person.id) },
        { key: 'begins', label: { ar: 'يبدأ الموسم', en: 'The season begins' }, value: v.day(begins) },
        { key: 'ends', label: { ar: 'ينتهي في', en: 'It ends' }, value: v.day(ends) },
      ],
      qr: { season: String(permit.season) },
      attributes: { season: permit.season, campaign: permit.campaign.en },
    }
  },
})
