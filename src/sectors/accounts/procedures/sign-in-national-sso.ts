import { procedure } from '#platform/catalogue/definition.ts'

export default procedure('sign-in-national-sso', {
  sector: 'accounts',
  version: 1,
  title: { ar: 'الدخول عبر النفاذ الوطني الموحد', en: 'Sign in by approving on your device' },
  summary: {
    ar: 'ادخل من أي جهاز باختيار رقم على جهاز دخلت منه، بلا كلمة مرور.',
    en: 'Sign in anywhere by choosing a number on a device that is signed in, without a password.',
  },
  words: [
    'نفاذ',
    'النفاذ الوطني',
    'الدخول بالموافقة',
    'مطابقة الرقم',
    'nafath',
    'single sign-on',
    'number matching',
  ],
  audience: ['anonymous', 'citizen', 'resident', 'visitor'],
  time: { ar: 'دقيقة', en: 'A minute' },
  conditions: [
    { ar: 'لك جهاز آخر دخلت منه إلى ديوان.', en: 'Another device of yours is signed in to Diwan.' },
    {
      ar: 'لا تختر رقمًا لم تره أنت على الشاشة الأخرى؛ رقم واحد خطأ يرفض الدخول.',
      en: 'Choose no number that you do not see on the other screen; one wrong number refuses the sign-in.',
    },
  ],
  access: 'public',
  page: '/sign-in/approval',
  steps: [
    {
      ar: 'اكتب اسم المستخدم أو رقم الهوية والرمز المرئي.',
      en: 'Give your username or ID number, and the visual code.',
    },
    { ar: 'يظهر رقم من خانتين.', en: 'A number of two digits appears.' },
    {
      ar: 'على جهازك الآخر أكّد أنك أنت واختر الرقم نفسه.',
      en: 'On your other device, confirm that it is you and choose the same number.',
    },
    { ar: 'تابع، فتدخل.', en: 'Go on, and you are in.' },
  ],
})
