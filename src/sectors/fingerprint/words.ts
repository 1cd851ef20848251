import type { Text } from '#kernel/text.ts'
import type { FingerprintStatus } from './registry.ts'

/** The three answers, the first two in the register's exact words (R-FP-04, R-FP-05). */
export const statusTitle: Readonly<Record<FingerprintStatus, Text>> = {
  UPDATED: { ar: 'البصمة محدثة', en: 'Fingerprints up to date' },
  NOT_UPDATED: { ar: 'البصمة غير محدثة', en: 'Fingerprints not up to date' },
  NO_ID_CARD: { ar: 'لا توجد حالة بصمة لهذا الرقم', en: 'No fingerprint status for this number' },
}

/** R-FP-12, the just way: nobody's child goes without care or school over a fingerprint. */
export const neverBars: Text = {
  ar: 'لا تُمنع عن طفلك خدمة صحية أو تعليمية ولا شهادة ميلاد لأن بصمته لم تُسجّل، ولك مهلة لتسجيلها.',
  en: 'Your child is never refused health care, school or a birth certificate over fingerprints, and you have time to enrol them.',
}

/** How people call it; the first ones are damaged wordings of the sources that are searched for (register 1.20). */
export const searchWords: readonly string[] = [
  'الطباعة الرقمية',
  'بصمات الأصابع',
  'بصمة الأصابع',
  'البصمة',
  'تبصيم',
  'تحديث البصمة',
  'الاستعلام العام عن البصمة',
  'fingerprint',
  'biometrics',
]

export const alreadyEnrolled: Text = {
  ar: 'البصمة محدثة من قبل، فلا حاجة إلى تسجيلها مرة أخرى.',
  en: 'The fingerprints are up to date already; there is no need to enrol again.',
}
