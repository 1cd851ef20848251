import { dayOf } from '#kernel/day.ts'
import { v } from '#platform/catalogue/value.ts'
import { document } from '#platform/documents/document.ts'
import { findPerson } from '#platform/people/person.ts'
import { findReport } from '../registry/reports.ts'
import { entriesIn, reportKinds, reports } from '../reports.ts'

/** Register issue-official-certificates: about one moment, so it follows nothing and outlives what it says. */
export default document('official-report', {
  sector: 'general',
  title: { ar: 'تقرير رسمي', en: 'Official report' },
  issuer: { ar: 'ديوان', en: 'Diwan' },
  look: { kind: 'report', accent: '#2d2a6e' },
  prefix: 'RP',
  follows: false,
  codeWords: {
    report: {
      label: { ar: 'التقرير', en: 'Report' },
      values: Object.fromEntries(reportKinds.map((name) => [name, reports[name].title])),
    },
    entries: { label: { ar: 'عدد الأسطر', en: 'Entries' } },
  },
  claims: async ({ db }, person, subjectId) => {
    const report = await findReport(db, person, subjectId)
    const holder = await findPerson(db, person)
    if (!report || !holder) return undefined
    const { name, blocks, drawnAt } = report
    const entries = entriesIn(blocks)
    return {
      title: reports[name].title,
      holderName: holder.name,
      validFrom: dayOf(drawnAt),
      facts: [
        { key: 'person', label: { ar: 'رقم الهوية', en: 'ID number' }, value: v.code(holder.id) },
        { key: 'drawnAt', label: { ar: 'وقت الإصدار', en: 'Drawn at' }, value: v.instant(drawnAt) },
        { key: 'entries', label: { ar: 'عدد الأسطر', en: 'Entries' }, value: v.number(entries) },
      ],
      blocks,
      qr: { report: name, entries: String(entries) },
    }
  },
})
