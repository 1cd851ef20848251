import type { Text } from '#kernel/text.ts'
import type { PolicyClass } from './registry/policies.ts'

export const classNames: Readonly<Record<PolicyClass, Text>> = {
  vip: { ar: 'كبار الشخصيات', en: 'VIP' },
  a: { ar: 'الفئة أ', en: 'Class A' },
  b: { ar: 'الفئة ب', en: 'Class B' },
  c: { ar: 'الفئة ج', en: 'Class C' },
}

/** Who answers for health insurance. */
export const healthInsuranceCouncil: Text = {
  ar: 'مجلس الضمان الصحي',
  en: 'Council of Health Insurance',
}
