import type { Text } from '#kernel/text.ts'

/** Whose finger lies on the reader. */
export const fingers = {
  match: { ar: 'إصبع صاحب الرقم', en: 'The finger of the number’s holder' },
  'no-match': { ar: 'إصبع شخص آخر', en: 'Somebody else’s finger' },
  unreadable: { ar: 'إصبع مبلل لا يُقرأ', en: 'A wet finger that cannot be read' },
} as const satisfies Record<string, Text>

/** What the matcher's page says. */
export const words = {
  title: { ar: 'مطابقة البصمة', en: 'Fingerprint matcher' },
  about: {
    ar: 'قرّر أي إصبع يوضع على قارئ جهاز الخدمة الذاتية.',
    en: 'Decide whose finger is laid on the reader of a self-service device.',
  },
  which: { ar: 'الإصبع الذي يوضع من الآن', en: 'The finger that is laid down from now on' },
  keep: { ar: 'اعتمد', en: 'Set' },
  device: { ar: 'افتح جهاز خدمة ذاتية', en: 'Open a self-service device' },
  deviceLead: {
    ar: 'يسجّله موظف التشغيل أولًا من المكتب: «أجهزة الخدمة الذاتية».',
    en: 'A platform operator registers it first, in the office: “Self-service devices”.',
  },
  recent: { ar: 'آخر المطابقات', en: 'Last comparisons' },
  none: { ar: 'لم تُطابق أي بصمة بعد.', en: 'No finger has been compared yet.' },
  template: { ar: 'القالب', en: 'Template' },
} satisfies Record<string, Text>
