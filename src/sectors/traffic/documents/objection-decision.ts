import { dayOf } from '#kernel/day.ts'
import { v } from '#platform/catalogue/value.ts'
import { document } from '#platform/documents/document.ts'
import { findPerson } from '#platform/people/person.ts'
import { findViolation } from '../registry/violations.ts'

/** What the panel decided of an objection, and why (register `object-traffic-violation`). */
export default document('objection-decision', {
  sector: 'traffic',
  title: { ar: 'قرار اعتراض على مخالفة مرورية', en: 'Decision on an objection to a traffic violation' },
  issuer: { ar: 'هيئة الاعتراضات المرورية', en: 'Traffic objections panel' },
  look: { kind: 'certificate', accent: '#1e3a5f' },
  prefix: 'OD',
  follows: false,
  claims: async ({ db, today }, person, subjectId) => {
    const violation = await findViolation(db, person, subjectId)
    const holder = await findPerson(db, person)
    if (!holder || violation?.decision === undefined) return undefined
    const upheld = violation.state === 'dropped'
    return {
      holderName: holder.name,
      validFrom: today,
      facts: [
        { key: 'violation', label: { ar: 'المخالفة', en: 'Violation' }, value: v.code(violation.number) },
        { key: 'kind', label: { ar: 'نوعها', en: 'Kind' }, value: v.text(violation.title) },
        {
          key: 'on',
          label: { ar: 'وقعت في', en: 'Committed on' },
          value: v.day(dayOf(violation.committedAt)),
        },
        {
          key: 'decision',
          label: { ar: 'القرار', en: 'Decision' },
          value: v.text(
            upheld
              ? { ar: 'قبول الاعتراض وإسقاط المخالفة', en: 'Upheld: the violation is dropped' }
              : { ar: 'رفض الاعتراض', en: 'Refused' },
          ),
        },
        { key: 'reason', label: { ar: 'السبب', en: 'Reason' }, value: v.plain(violation.decision || '—') },
      ],
    }
  },
})
