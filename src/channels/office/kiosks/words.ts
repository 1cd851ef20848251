import type { Text } from '#kernel/text.ts'

/** What the operator's page of devices says. */
export const words = {
  nav: { ar: 'أجهزة الخدمة الذاتية', en: 'Self-service devices' },
  title: { ar: 'أجهزة الخدمة الذاتية', en: 'Self-service devices' },
  lead: {
    ar: 'كل جهاز مرتبط بمفتاحه. الإيقاف يسري في الحال.',
    en: 'Each device is bound to its own key. Revoking takes effect at once.',
  },
  none: { ar: 'لم يُسجَّل أي جهاز بعد.', en: 'No device has been registered yet.' },
  place: { ar: 'المكان', en: 'Place' },
  spot: { ar: 'موضع الجهاز في المكان', en: 'Where in the place' },
  spotHint: { ar: 'مثل: الدور الأرضي، بجوار المدخل', en: 'Such as: ground floor, beside the entrance' },
  section: { ar: 'القسم', en: 'Section' },
  sectionHint: {
    ar: 'وصف لمن يبحث عن جهاز؛ لا يُمنع به أحد.',
    en: 'A fact for who looks for a device; nobody is refused by it.',
  },
  all: { ar: 'للجميع', en: 'Everyone' },
  men: { ar: 'الرجال', en: 'Men' },
  women: { ar: 'النساء', en: 'Women' },
  state: { ar: 'الحالة', en: 'State' },
  online: { ar: 'متصل', en: 'Online' },
  silent: { ar: 'لا يجيب', en: 'Not answering' },
  awaiting: { ar: 'ينتظر التسجيل', en: 'Awaiting enrolment' },
  codeOver: { ar: 'انتهت مدة رمزه', en: 'Its code has run out' },
  revoked: { ar: 'موقوف', en: 'Revoked' },
  heartbeat: { ar: 'آخر نبضة', en: 'Last heartbeat' },
  never: { ar: 'لم ينبض بعد', en: 'None yet' },
  register: { ar: 'تسجيل جهاز', en: 'Register a device' },
  registerDo: { ar: 'سجّل واحصل على الرمز', en: 'Register and get its code' },
  choose: { ar: 'اختر', en: 'Choose' },
  codeTitle: { ar: 'رمز تسجيل الجهاز', en: 'The device’s enrolment code' },
  codeLead: {
    ar: 'اكتبه في الجهاز على صفحة ‎/kiosk‎. صالح مرة واحدة حتى {until}، ولن يُعرض ثانية.',
    en: 'Type it at the device, on the page /kiosk. It is good once, until {until}, and is not shown again.',
  },
  back: { ar: 'كل الأجهزة', en: 'All devices' },
  renew: { ar: 'رمز جديد', en: 'New code' },
  revoke: { ar: 'أوقف', en: 'Revoke' },
  revokeTitle: { ar: 'إيقاف هذا الجهاز', en: 'Revoke this device' },
  revokeLead: {
    ar: 'يتوقف في الحال، ومن يستعمله الآن تنتهي جلسته. لا يعود إلا بتسجيل جديد.',
    en: 'It stops at once, and whoever is using it is signed off. It only comes back by a new enrolment.',
  },
  revokedNow: { ar: 'أُوقف الجهاز.', en: 'The device is revoked.' },
} as const satisfies Record<string, Text>
