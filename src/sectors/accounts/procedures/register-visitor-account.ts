import { procedure } from '#platform/catalogue/definition.ts'

export default procedure('register-visitor-account', {
  sector: 'accounts',
  version: 1,
  title: { ar: 'تسجيل زائر في ديوان', en: 'Register a visitor account' },
  summary: {
    ar: 'أنشئ حسابًا برقم الحدود المطبوع على تأشيرتك أو ختم دخولك.',
    en: 'Open an account with the border number on your visa or entry stamp.',
  },
  words: ['تسجيل زائر', 'رقم الحدود', 'حساب زائر', 'زيارة', 'visitor', 'border number', 'visit visa'],
  audience: ['anonymous', 'visitor'],
  time: { ar: 'خمس دقائق', en: 'Five minutes' },
  conditions: [
    {
      ar: 'رقم الحدود يبدأ بـ 3، وتجده باستعلام «رقم الحدود».',
      en: 'A border number begins with 3; the inquiry “Find border number” tells it.',
    },
    { ar: 'جوال سعودي بين يديك، عليه يصلك الرمز.', en: 'A Saudi mobile at hand: the code goes there.' },
  ],
  access: 'public',
  page: '/register',
  steps: [
    {
      ar: 'وافق على الشروط، ثم اكتب رقم الحدود وتاريخ ميلادك وجوالك وبريدك.',
      en: 'Accept the terms; enter border number, birth date, mobile and e-mail.',
    },
    {
      ar: 'اكتب الرمز الذي وصلك، ثم اختر اسم المستخدم وكلمة المرور.',
      en: 'Type the code that arrives; choose a username and a password.',
    },
    {
      ar: 'فعّل الحساب: لدى موظف التفعيل ومعك جوازك، أو من مصرفك أو جهاز الخدمة الذاتية.',
      en: 'Activate it: at a desk with your passport, in your bank or at a kiosk.',
    },
  ],
})
