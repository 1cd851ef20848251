import { v } from '#platform/catalogue/value.ts'
import { document } from '#platform/documents/document.ts'
import { portraitOf } from '#platform/faces/portrait.ts'
import { findPerson } from '#platform/people/person.ts'
import { travelPermitStatus, travelPermitsOf } from '../registry/travel-permits.ts'
import { jawazat, permitReaches, permitTrips } from '../words.ts'

/**
 * A parent's permission that a child travels; the child's own, and in the hand of who sees to the child's documents.
 * Used up, it has run out on that day: nobody is sent a message because somebody crossed the border.
 */
export default document('travel-permit', {
  sector: 'passports',
  title: { ar: 'تصريح سفر', en: 'Travel permit' },
  issuer: jawazat,
  look: { kind: 'card', from: '#5a3a10', to: '#94682a', ink: 'light' },
  prefix: 'TP',
  codeWords: {
    trips: { label: { ar: 'السفرات', en: 'Journeys' }, values: permitTrips },
    reach: { label: { ar: 'الوجهة', en: 'To' }, values: permitReaches },
  },
  held: async ({ db, today }, person) =>
    (await travelPermitsOf(db, person))
      .filter((one) => travelPermitStatus(one, today) === 'active')
      .map((one) => one.id),
  claims: async ({ db, today }, person, subjectId) => {
    const permit = (await travelPermitsOf(db, person)).find((one) => one.id === subjectId)
    const holder = await findPerson(db, person)
    if (!permit || permit.state === 'cancelled' || !holder?.alive) return undefined
    const parent = await findPerson(db, permit.issuedBy)
    return {
      number: permit.number,
      holderName: holder.name,
      portrait: portraitOf(holder, today),
      birth: holder.born,
      validFrom: permit.validFrom,
      validUntil: permit.state === 'used' ? permit.endedOn : permit.validUntil,
      facts: [
        { key: 'trips', label: { ar: 'السفرات', en: 'Journeys' }, value: v.text(permitTrips[permit.trips]) },
        { key: 'reach', label: { ar: 'الوجهة', en: 'To' }, value: v.text(permitReaches[permit.reach]) },
        ...(parent
          ? [{ key: 'by', label: { ar: 'أصدره', en: 'Given by' }, value: v.text(parent.shortName) }]
          : []),
        { key: 'born', label: { ar: 'تاريخ الميلاد', en: 'Date of birth' }, value: v.day(holder.born) },
        { key: 'from', label: { ar: 'من', en: 'From' }, value: v.day(permit.validFrom) },
        { key: 'until', label: { ar: 'إلى', en: 'To' }, value: v.day(permit.validUntil) },
      ],
      qr: { trips: permit.trips, reach: permit.reach },
      attributes: { trips: permit.trips, reach: permit.reach },
    }
  },
})
