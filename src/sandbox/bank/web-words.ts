import type { Text } from '#kernel/text.ts'

/** What internet banking says, with the menu words of the register (1.17, activate-via-online-banking). */
export const webWords = {
  payments: { ar: 'الدفع', en: 'Payments' },
  government: { ar: 'المدفوعات الحكومية والاسترداد', en: 'Government payments and refund' },
  review: { ar: 'مراجعة بيانات العميل وتأكيدها', en: 'Review and confirm the customer’s details' },
  correct: { ar: 'راجعت بياناتي، وهي صحيحة.', en: 'I have checked my details, and they are right.' },
  correctNeeded: { ar: 'أكّد أن بياناتك صحيحة لتكمل.', en: 'Confirm that your details are right to go on.' },
} satisfies Record<string, Text>
