import { v } from '#platform/catalogue/value.ts'
import { document } from '#platform/documents/document.ts'
import { findPerson } from '#platform/people/person.ts'
import { lossOf } from '../registry/lost.ts'
import { civilAffairs, paperNames } from '../words.ts'

/** The receipt of a report, whose number a replacement asks for (register report-lost-document). */
export default document('loss-report', {
  sector: 'civil-affairs',
  title: { ar: 'إشعار بلاغ فقدان', en: 'Receipt of a loss report' },
  issuer: civilAffairs,
  look: { kind: 'certificate', accent: '#7a2331' },
  prefix: 'LR',
  follows: false,
  claims: async ({ db }, reporter, requestId) => {
    const loss = await lossOf(db, reporter, requestId)
    const holder = loss && (await findPerson(db, loss.paper.holder))
    if (!loss || !holder) return undefined
    const { report, paper } = loss
    return {
      holderName: holder.name,
      validFrom: report.reportedOn,
      facts: [
        { key: 'report', label: { ar: 'رقم البلاغ', en: 'Report number' }, value: v.code(report.number) },
        { key: 'paper', label: { ar: 'الوثيقة', en: 'Document' }, value: v.text(paperNames[paper.kind]) },
        { key: 'number', label: { ar: 'رقمها', en: 'Its number' }, value: v.code(paper.number) },
        { key: 'version', label: { ar: 'رقم النسخة', en: 'Version' }, value: v.number(paper.version) },
        { key: 'lostOn', label: { ar: 'تاريخ الفقد', en: 'Lost on' }, value: v.day(report.lostOn) },
        { key: 'place', label: { ar: 'مكان الفقد', en: 'Lost at' }, value: v.plain(report.place) },
        {
          key: 'reportedOn',
          label: { ar: 'تاريخ البلاغ', en: 'Reported on' },
          value: v.day(report.reportedOn),
        },
        {
          key: 'inTime',
          label: { ar: 'في المهلة بلا غرامة', en: 'In time, without a fine' },
          value: v.yesNo(!report.late),
        },
      ],
    }
  },
})
