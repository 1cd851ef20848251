import { document } from '#platform/documents/document.ts'
import { lastReport } from '../registry/report-orders.ts'
import { jawazat } from '../words.ts'

/** What the register says of a resident on the day of the order (register `request-resident-report`). */
export default document('resident-report', {
  sector: 'passports',
  title: { ar: 'تقرير مقيم', en: 'Resident report' },
  issuer: jawazat,
  look: { kind: 'certificate', accent: '#0b3b46' },
  prefix: 'RR',
  follows: false,
  claims: async ({ db }, person, subjectId) => {
    const report = await lastReport(db, { by: person, document: 'resident-report', subjectId })
    return report && { holderName: report.holder, validFrom: report.orderedOn, facts: report.facts }
  },
})
