import { document } from '#platform/documents/document.ts'
import { lastReport } from '../registry/report-orders.ts'
import { jawazat } from '../words.ts'

/** A person’s own crossings of the border in a span of days (register `query-travel-records`, its paid report). */
export default document('travel-record', {
  sector: 'passports',
  title: { ar: 'سجل السفر', en: 'Travel record' },
  issuer: jawazat,
  look: { kind: 'certificate', accent: '#4f2036' },
  prefix: 'TR',
  follows: false,
  claims: async ({ db }, person, subjectId) => {
    const report = await lastReport(db, { by: person, document: 'travel-record', subjectId })
    return report && { holderName: report.holder, validFrom: report.orderedOn, facts: report.facts }
  },
})
