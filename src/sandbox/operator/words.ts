import type { Text } from '#kernel/text.ts'

/** What the operator's desk says. */
export const words = {
  title: { ar: 'مشغّل الاتصالات', en: 'Telecom operator' },
  about: {
    ar: 'خذ خطًا جديدًا باسمك، أو أجب عن طلبات المنشآت: خدمات جديدة وخطوط.',
    en: 'Take a new line in your name, or answer what establishments ask: new services, lines.',
  },
  intro: {
    ar: 'تصل هنا طلبات المنشآت من البوابة. إن لم تجب قُبلت بعد قليل.',
    en: 'What establishments ask on the portal arrives here. Left alone, it is accepted after a while.',
  },
  none: { ar: 'لا طلب ينتظر جوابًا.', en: 'Nothing waits for an answer.' },
  account: { ar: 'حساب', en: 'Account' },
  accept: { ar: 'اقبل', en: 'Accept' },
  refuse: { ar: 'ارفض', en: 'Refuse' },
  answered: { ar: 'أُجيب عن الطلب.', en: 'It was answered.' },
  gone: { ar: 'أُجيب عن هذا الطلب من قبل.', en: 'This was answered already.' },
  toPortal: { ar: 'إلى بوابة ديوان', en: 'To the Diwan portal' },
} as const satisfies Record<string, Text>

export const operations = {
  'open-service': { ar: 'خدمة جديدة', en: 'A new service' },
  'add-lines': { ar: 'خطوط جديدة', en: 'New lines' },
  message: { ar: 'برقية', en: 'A telegram' },
} as const satisfies Record<string, Text>
export type OperationName = keyof typeof operations

/** What the platform is told when the desk refuses. */
export const refusal = {
  code: 'operator-refused',
  because: {
    ar: 'لم يقبل المشغّل الطلب. تواصل معه بشأن حساب المنشأة.',
    en: 'The operator did not accept this. Contact it about the establishment’s account.',
  },
} as const
