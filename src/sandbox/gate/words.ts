import type { Text } from '#kernel/text.ts'

/** The platform's own names of the ports, as far as this gate stands at them. */
export const ports = {
  RUH: { ar: 'مطار الملك خالد الدولي بالرياض', en: 'King Khalid International Airport, Riyadh' },
  JED: { ar: 'مطار الملك عبدالعزيز الدولي بجدة', en: 'King Abdulaziz International Airport, Jeddah' },
  CAUSEWAY: { ar: 'منفذ جسر الملك فهد', en: 'King Fahd Causeway' },
  BATHA: { ar: 'منفذ البطحاء', en: 'Batha border post' },
} as const satisfies Record<string, Text>

export const directions = {
  exit: { ar: 'خروج من المملكة', en: 'Leaves the Kingdom' },
  entry: { ar: 'دخول إلى المملكة', en: 'Enters the Kingdom' },
} as const satisfies Record<string, Text>

/** What the gate's page says. */
export const words = {
  title: { ar: 'بوابة المنفذ', en: 'Border gate' },
  about: {
    ar: 'سجّل خروج شخص أو دخوله، وانظر ما تغيّر في تأشيرته وسجل سفره.',
    en: 'Let somebody leave or enter, and see what it changes in their visa and travel record.',
  },
  person: { ar: 'رقم هوية المسافر', en: 'ID number of the traveller' },
  personHint: {
    ar: 'رقم الهوية أو الإقامة أو الحدود. خذه من الأشخاص الجاهزين.',
    en: 'National ID, iqama or border number. Take one of the ready persons.',
  },
  direction: { ar: 'الاتجاه', en: 'Direction' },
  port: { ar: 'المنفذ', en: 'Port' },
  record: { ar: 'سجّل العبور', en: 'Record it' },
  recorded: { ar: 'سُجّل العبور. لم تُرسل رسالة إلى أحد.', en: 'Recorded. Nobody was sent a message.' },
  known: { ar: 'سُجّل هذا العبور من قبل.', en: 'This crossing was recorded before.' },
  refused: { ar: 'لم تقبله المنصة:', en: 'The platform did not take it:' },
  noAnswer: {
    ar: 'لا تجيب ديوان الآن. أعد المحاولة بعد قليل.',
    en: 'Diwan is not answering. Try again shortly.',
  },
  another: { ar: 'مسافر آخر', en: 'Another traveller' },
  toPortal: { ar: 'إلى بوابة ديوان', en: 'To the Diwan portal' },
} satisfies Record<string, Text>
