import type { Text } from '#kernel/text.ts'
import type { Relative } from '#platform/people/family.ts'
import type { PaperKind, PaperState } from './registry/tables.ts'

/** Who answers for the documents of this sector. */
export const civilAffairs: Text = { ar: 'الأحوال المدنية', en: 'Civil Affairs' }

export const paperNames: Readonly<Record<PaperKind, Text>> = {
  'national-id': { ar: 'بطاقة الهوية الوطنية', en: 'National ID card' },
  'family-record': { ar: 'سجل الأسرة', en: 'Family record' },
  'birth-certificate': { ar: 'شهادة الميلاد', en: 'Birth certificate' },
  'death-certificate': { ar: 'شهادة الوفاة', en: 'Death certificate' },
}

export const stateNames: Readonly<Record<PaperState, Text>> = {
  valid: { ar: 'سارية', en: 'Valid' },
  lost: { ar: 'مفقودة', en: 'Lost' },
  cancelled: { ar: 'ملغاة', en: 'Cancelled' },
}

export const sexNames = {
  male: { ar: 'ذكر', en: 'Male' },
  female: { ar: 'أنثى', en: 'Female' },
} as const satisfies Readonly<Record<string, Text>>

/** What a relative is to the one who reads it. */
export function relationOf({ relation, sex }: Pick<Relative, 'relation' | 'sex'>): Text {
  switch (relation) {
    case 'father':
      return { ar: 'الأب', en: 'Father' }
    case 'mother':
      return { ar: 'الأم', en: 'Mother' }
    case 'child':
      return sex === 'male' ? { ar: 'ابن', en: 'Son' } : { ar: 'ابنة', en: 'Daughter' }
    case 'spouse':
      return sex === 'male' ? { ar: 'الزوج', en: 'Husband' } : { ar: 'الزوجة', en: 'Wife' }
  }
}
