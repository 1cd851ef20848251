import { procedure } from '#platform/catalogue/definition.ts'

export default procedure('activate-account-kiosk', {
  sector: 'accounts',
  version: 1,
  title: { ar: 'تفعيل الحساب من جهاز الخدمة الذاتية', en: 'Activate your account at a self-service device' },
  summary: {
    ar: 'فعّل حسابك برقم هويتك وبصمتك من أقرب جهاز، في أي ساعة.',
    en: 'Activate your account with your ID number and your finger at the nearest device, at any hour.',
  },
  words: ['جهاز خاص بتفعيل الحساب', 'أجهزة التسجيل والخدمة الذاتية', 'تفعيل بالبصمة', 'kiosk'],
  audience: ['citizen', 'resident', 'visitor'],
  time: { ar: 'دقيقتان عند الجهاز', en: 'Two minutes at the device' },
  conditions: [
    { ar: 'حساب مسجّل لم يُفعّل بعد.', en: 'An account that is registered and not yet active.' },
    {
      ar: 'بصمة محدثة؛ من لا بصمة له يُفعّل عند موظف في مكتب الجوازات أو الأحوال.',
      en: 'Fingerprints that are up to date; otherwise an officer at a Passports or Civil Affairs office activates it.',
    },
  ],
  access: 'registered',
  page: '/activate',
  steps: [
    {
      ar: 'اختر «تفعيل حسابي» وأدخل رقم هويتك.',
      en: 'Choose “Activate my account” and enter your ID number.',
    },
    { ar: 'ضع إصبعك على القارئ.', en: 'Place your finger on the reader.' },
    { ar: 'وافق على الشروط وأكّد رقم جوالك.', en: 'Agree to the terms and confirm your mobile.' },
    {
      ar: 'خذ الإيصال، وتصلك رسالة بأن حسابك مُفعّل.',
      en: 'Take the slip; a message says that your account is active.',
    },
  ],
})
