import { holding } from '#platform/catalogue/holding.ts'
import { v } from '#platform/catalogue/value.ts'
import { residencyOf, residencyStatus } from '../registry/residency.ts'
import { sponsorName } from '../registry/sponsor.ts'
import { residencyKinds, residencyStatuses } from '../words.ts'

export default holding('residency', {
  sector: 'passports',
  title: { ar: 'إقامتك', en: 'Your residency' },
  order: 15,
  blocks: async ({ db, today }, person) => {
    const residency = await residencyOf(db, person)
    if (!residency) return []
    const sponsor = residency.sponsor && (await sponsorName(db, residency.sponsor))
    return [
      {
        kind: 'facts',
        facts: [
          {
            key: 'status',
            label: { ar: 'الحالة', en: 'Status' },
            value: v.text(residencyStatuses[residencyStatus(residency, today)]),
          },
          ...(residency.reason
            ? [{ key: 'reason', label: { ar: 'السبب', en: 'Reason' }, value: v.text(residency.reason) }]
            : []),
          { key: 'kind', label: { ar: 'النوع', en: 'Kind' }, value: v.text(residencyKinds[residency.kind]) },
          {
            key: 'occupation',
            label: { ar: 'المهنة', en: 'Occupation' },
            value: v.text(residency.occupation),
          },
          {
            key: 'sponsor',
            label: { ar: 'صاحب العمل أو رب الأسرة', en: 'Employer or head of family' },
            value: sponsor ? v.text(sponsor) : v.none,
          },
          {
            key: 'place',
            label: { ar: 'مكان الإصدار', en: 'Place of issue' },
            value: v.text(residency.place),
          },
          { key: 'issued', label: { ar: 'صدرت في', en: 'Issued on' }, value: v.day(residency.issuedOn) },
          { key: 'expires', label: { ar: 'تنتهي في', en: 'Expires on' }, value: v.day(residency.expiresOn) },
        ],
      },
    ]
  },
})
