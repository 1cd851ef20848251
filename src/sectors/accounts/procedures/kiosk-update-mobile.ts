import { procedure } from '#platform/catalogue/definition.ts'

export default procedure('kiosk-update-mobile', {
  sector: 'accounts',
  version: 1,
  title: { ar: 'تحديث الجوال من جهاز الخدمة الذاتية', en: 'Update your mobile at a self-service device' },
  summary: {
    ar: 'غيّر رقم جوالك ببصمتك، حتى إن فقدت رقمك القديم.',
    en: 'Change your mobile number with your finger, even when the old line is lost.',
  },
  words: ['فقدت رقمي', 'تغيير الجوال بالبصمة', 'lost phone number'],
  audience: ['citizen', 'resident', 'visitor'],
  time: { ar: 'ثلاث دقائق عند الجهاز', en: 'Three minutes at the device' },
  conditions: [
    { ar: 'بصمة محدثة.', en: 'Fingerprints that are up to date.' },
    {
      ar: 'حماية لك، تنتظر العمليات الحساسة 24 ساعة بعد التغيير.',
      en: 'To protect you, sensitive acts wait for 24 hours after the change.',
    },
  ],
  access: 'public',
  page: '/activation-centres',
  steps: [
    {
      ar: 'اختر «تغيير رقم الجوال» وأدخل رقم هويتك.',
      en: 'Choose “Change my mobile number” and enter your ID number.',
    },
    { ar: 'ضع إصبعك على القارئ.', en: 'Place your finger on the reader.' },
    {
      ar: 'أدخل الرقم الجديد ثم الرمز الذي يصل إليه.',
      en: 'Enter the new number, and the code that it gets.',
    },
    { ar: 'يُنبَّه رقمك القديم والجديد.', en: 'Your old number and the new one are told.' },
  ],
})
