import { formatMobile } from '#kernel/mobile.ts'
import { maskPersonNumber } from '#kernel/person-number.ts'
import { inquiry } from '#platform/catalogue/definition.ts'
import { type Value, v } from '#platform/catalogue/value.ts'
import { form } from '#platform/forms/field.ts'
import { thisEstablishment } from '#platform/people/establishment-subject.ts'
import { fingerprintOf, statusTitle } from '#sectors/fingerprint/index.ts'
import { linesOf } from '../registry/lines.ts'

/**
 * R-DEL-10, power `fingerprint.users.read`: numbers are masked and nobody is named, and each user sees in their
 * access log that somebody looked.
 */
export default inquiry('line-users-fingerprints', {
  sector: 'telecom',
  version: 1,
  title: { ar: 'بصمات المستخدمين الفعليين', en: 'The actual users’ fingerprints' },
  summary: {
    ar: 'حالة بصمة المستخدم الفعلي لكل خط، برقم هوية محجوب.',
    en: 'The state of each line’s actual user’s fingerprints, with a masked ID number.',
  },
  words: ['المستخدمون الفعليون', 'بصمة المستخدم', 'actual users', 'fingerprints'],
  audience: ['establishment'],
  power: 'fingerprint.users.read',
  time: { ar: 'فورًا', en: 'At once' },
  cost: { ar: 'مجانًا', en: 'Free' },
  access: 'signed-in',
  subject: thisEstablishment,
  form: form({}, []),
  answer: async ({ db, today, subject, shows }) => {
    if (!subject) return []
    const rows: Readonly<Record<string, Value>>[] = []
    for (const { number, user } of await linesOf(db, subject.value.id)) {
      if (!user) continue
      shows(user, 'establishment')
      const found = await fingerprintOf(db, user, today)
      rows.push({
        line: v.code(formatMobile(number)),
        user: v.code(maskPersonNumber(user)),
        status: found ? v.text(statusTitle[found.status]) : v.none,
      })
    }
    return [
      {
        kind: 'table',
        columns: [
          { key: 'line', label: { ar: 'الخط', en: 'Line' } },
          { key: 'user', label: { ar: 'المستخدم', en: 'User' } },
          { key: 'status', label: { ar: 'البصمة', en: 'Fingerprints' } },
        ],
        rows,
        empty: { ar: 'ليس لأي خط مستخدم فعلي بعد.', en: 'No line has an actual user yet.' },
      },
    ]
  },
})
