import type { Text } from '#kernel/text.ts'

/** What the operator's counter for new lines says. */
export const lineWords = {
  title: { ar: 'خط جديد باسمك', en: 'A new line in your name' },
  lead: {
    ar: 'سجّل خطًا باسم صاحبه، كما يفعل المشغّل بعد مطابقة هويته. بعدها يستطيع جعله جوالًا لحسابه في ديوان. الأرقام المحجوزة للتجربة تبدأ بـ 052.',
    en: 'Put a line in somebody’s name, as an operator does after matching who they are. They can then make it the mobile of their Diwan account. Numbers kept for trying begin with 052.',
  },
  person: { ar: 'رقم الهوية أو الإقامة', en: 'ID or iqama number' },
  mobile: { ar: 'رقم الجوال الجديد', en: 'The new mobile number' },
  record: { ar: 'سجّل الخط', en: 'Record the line' },
  recorded: { ar: 'سُجّل الخط، وأُخبر صاحبه.', en: 'The line is recorded; its holder has been told.' },
  known: { ar: 'هذا الخط مسجّل باسمه من قبل.', en: 'The line was in their name already.' },
  refused: { ar: 'لم تقبله المنصة:', en: 'The platform did not take it:' },
  noAnswer: { ar: 'لا تجيب المنصة الآن.', en: 'The platform does not answer now.' },
  back: { ar: 'إلى المشغّل', en: 'Back to the operator' },
} as const satisfies Record<string, Text>
