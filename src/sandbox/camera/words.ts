import type { Text } from '#kernel/text.ts'

/** What can be caught; the platform's own names for them. */
export const offences = {
  speeding: { ar: 'تجاوز السرعة', en: 'Speeding' },
  'red-light': { ar: 'قطع الإشارة الحمراء', en: 'Running a red light' },
  'wrong-way': { ar: 'القيادة عكس اتجاه السير', en: 'Driving against the traffic' },
  'mobile-phone': { ar: 'استعمال الهاتف أثناء القيادة', en: 'Using a phone while driving' },
  'seat-belt': { ar: 'عدم ربط حزام الأمان', en: 'Not wearing a seat belt' },
  'no-parking': { ar: 'الوقوف في مكان غير مخصص', en: 'Parking where it is not allowed' },
} as const satisfies Record<string, Text>

/** What the camera's page says. */
export const words = {
  title: { ar: 'كاميرا الرصد', en: 'Traffic camera' },
  about: {
    ar: 'سجّل مخالفة على لوحة أو على شخص، وتابعها في البوابة.',
    en: 'Record a violation against a plate or a person, and follow it on the portal.',
  },
  whom: { ar: 'لوحة المركبة، أو رقم هوية السائق', en: 'Plate of the vehicle, or ID number of the driver' },
  whomHint: {
    ar: 'مثل: أ ب ح 1234. خذها من مركبات الأشخاص الجاهزين.',
    en: 'Such as J B A 1234. Take one from the vehicles of the ready persons.',
  },
  what: { ar: 'المخالفة', en: 'Violation' },
  speed: { ar: 'السرعة المرصودة (كم/س)', en: 'Speed measured (km/h)' },
  limit: { ar: 'السرعة المسموحة (كم/س)', en: 'Speed limit (km/h)' },
  where: { ar: 'المكان', en: 'Place' },
  road: { ar: 'طريق الملك فهد، الرياض', en: 'King Fahd Road, Riyadh' },
  record: { ar: 'سجّل المخالفة', en: 'Record it' },
  recorded: { ar: 'سُجّلت المخالفة.', en: 'The violation is recorded.' },
  number: { ar: 'رقم المخالفة', en: 'Number' },
  amount: { ar: 'الغرامة', en: 'Fine' },
  refused: { ar: 'لم تقبلها المنصة:', en: 'The platform did not take it:' },
  noAnswer: {
    ar: 'لا تجيب ديوان الآن. أعد المحاولة بعد قليل.',
    en: 'Diwan is not answering. Try again shortly.',
  },
  speedNumber: { ar: 'اكتب السرعة من 1 إلى 400', en: 'Write a speed from 1 to 400' },
  another: { ar: 'سجّل أخرى', en: 'Record another' },
  toPortal: { ar: 'إلى بوابة ديوان', en: 'To the Diwan portal' },
} satisfies Record<string, Text>
