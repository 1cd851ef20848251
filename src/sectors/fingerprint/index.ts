import { v } from '#platform/catalogue/value.ts'
import { fact } from '#platform/rules/condition.ts'
import { rule } from '#platform/rules/rule.ts'
import { fingerprintOf } from './registry.ts'
import { statusTitle } from './words.ts'

export { type Fingerprint, type FingerprintStatus, fingerprintOf, templateOf } from './registry.ts'
export { statusTitle } from './words.ts'

/**
 * The gate for other sectors (R-FP-01, R-FP-07, R-FP-13): the applicant's fingerprints are up to date; for
 * another party, `{ ...fingerprintEnrolled, of: 'buyer', when: 'submission' }`. Never a condition of health
 * care, school or a birth certificate (R-FP-12).
 */
export const fingerprintEnrolled = rule({
  name: 'fingerprint-enrolled',
  code: 'FINGERPRINT_NOT_ENROLLED',
  title: statusTitle.UPDATED,
  when: 'opening',
  facts: async ({ db, person, today }) => {
    const found = await fingerprintOf(db, person, today)
    return {
      status: {
        label: { ar: 'حالة البصمة', en: 'Fingerprints' },
        value: found ? v.text(statusTitle[found.status]) : v.none,
      },
    }
  },
  condition: fact('status').equals(statusTitle.UPDATED.en),
  reason: {
    ar: 'تشترط هذه الخدمة بصمة محدثة، وبصمتك لم تُسجّل بعد. سجّلها بموعد بلا مقابل.',
    en: 'This service asks for fingerprints that are up to date, and yours are not enrolled yet. Enrol them with a free appointment.',
  },
  remedy: { label: { ar: 'سجّل البصمة', en: 'Enrol your fingerprints' }, service: 'enrol-fingerprint' },
})
