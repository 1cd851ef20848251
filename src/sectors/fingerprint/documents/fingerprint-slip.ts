import { v } from '#platform/catalogue/value.ts'
import { document } from '#platform/documents/document.ts'
import { findPerson } from '#platform/people/person.ts'
import { minorChildIn, self } from '#platform/people/subjects.ts'
import { fingerprintOf } from '../registry.ts'
import { statusTitle } from '../words.ts'

/** Proof of enrolment: one's own, or that of a child in the guardian's hand. */
export default document('fingerprint-slip', {
  sector: 'fingerprint',
  title: { ar: 'إشعار تسجيل البصمة', en: 'Fingerprint enrolment slip' },
  issuer: { ar: 'الجوازات', en: 'Passports' },
  look: { kind: 'certificate', accent: '#1f5f5b' },
  prefix: 'FP',
  claims: async (context, holder, subjectId) => {
    const person = await enrolledPerson(context, holder, subjectId)
    const found = person && (await fingerprintOf(context.db, person.id, context.today))
    if (!person || found?.status !== 'UPDATED' || !found.place || !found.enrolledOn) return undefined
    return {
      holderName: person.name,
      birth: person.born,
      validFrom: found.enrolledOn,
      facts: [
        { key: 'status', label: { ar: 'الحالة', en: 'Status' }, value: v.text(statusTitle.UPDATED) },
        { key: 'place', label: { ar: 'مكان التسجيل', en: 'Enrolled at' }, value: v.text(found.place) },
        {
          key: 'enrolledOn',
          label: { ar: 'تاريخ التسجيل', en: 'Enrolled on' },
          value: v.day(found.enrolledOn),
        },
      ],
    }
  },
})

async function enrolledPerson(
  context: Parameters<typeof self.list>[0],
  holder: Parameters<typeof self.list>[1],
  subjectId: string,
) {
  const [own] = await self.list(context, holder)
  if (own?.id === subjectId) return findPerson(context.db, holder)
  return (await minorChildIn('documents').list(context, holder)).find((child) => child.id === subjectId)
    ?.value
}
