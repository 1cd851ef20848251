import type { Text } from '#kernel/text.ts'

/** What stands beside what is told of a document. */
export const toldWords = {
  genuine: { ar: 'هل هي أصلية، ولمن؟', en: 'Is it genuine, and whose?' },
  document: { ar: 'الوثيقة', en: 'Document' },
  holder: { ar: 'صاحبها', en: 'Holder' },
  numberTail: { ar: 'آخر رقمها', en: 'Number ends in' },
  birth: { ar: 'تاريخ الميلاد', en: 'Date of birth' },
  until: { ar: 'صالحة حتى', en: 'Valid until' },
  noEnd: { ar: 'بلا تاريخ انتهاء', en: 'No end date' },
  issuer: { ar: 'الجهة', en: 'Issued by' },
  yes: { ar: 'نعم', en: 'Yes' },
  no: { ar: 'لا', en: 'No' },
} as const satisfies Record<string, Text>
