import type { Text } from '#kernel/text.ts'

/** What the phone's pages say. */
export const words = {
  title: { ar: 'الهاتف', en: 'Phone' },
  about: {
    ar: 'اقرأ الرسائل النصية والبريد التي ترسلها المنصة.',
    en: 'Read the text messages and mail that the platform sends.',
  },
  number: { ar: 'رقم الجوال', en: 'Mobile number' },
  numberHint: { ar: 'مثل 0501234567', en: 'For example 0501234567' },
  open: { ar: 'افتح', en: 'Open' },
  recent: { ar: 'آخر الرسائل', en: 'Latest messages' },
  nothing: { ar: 'لم تصل رسائل بعد.', en: 'No messages yet.' },
  off: {
    ar: 'الأرقام المنتهية بـ 00 مغلقة: لا تصلها الرسائل، وترى المنصة أنها لم تُسلَّم.',
    en: 'Numbers that end in 00 are switched off: messages do not arrive, and the platform is told so.',
  },
  isOff: {
    ar: 'هذا الجوال مغلق، فلا تصله الرسائل.',
    en: 'This phone is switched off, so messages do not reach it.',
  },
  bounded: {
    ar: 'يحفظ الهاتف آخر الرسائل فقط، وينساها عند الإيقاف.',
    en: 'The phone keeps only the latest messages and forgets them when it stops.',
  },
  mail: { ar: 'البريد الإلكتروني', en: 'E-mail' },
  address: { ar: 'عنوان البريد', en: 'E-mail address' },
  addressHint: { ar: 'مثل name@example.com', en: 'For example name@example.com' },
  phones: { ar: 'الرسائل النصية', en: 'Text messages' },
  copy: { ar: 'انسخ الرمز', en: 'Copy the code' },
  copied: { ar: 'نُسخ', en: 'Copied' },
} satisfies Record<string, Text>
