import { procedure } from '#platform/catalogue/definition.ts'

export default procedure('register-gcc-account', {
  sector: 'accounts',
  version: 1,
  title: { ar: 'تسجيل مواطني دول الخليج', en: 'Register a citizen of a Gulf state' },
  summary: {
    ar: 'أنشئ حسابًا ببطاقة دولتك أو برقم الحدود.',
    en: 'Open an account with your own state’s card, or with your border number.',
  },
  words: ['مواطن خليجي', 'دول الخليج', 'دول مجلس التعاون', 'بطاقة خليجية', 'GCC', 'gulf citizen'],
  audience: ['anonymous', 'gcc-citizen'],
  time: { ar: 'خمس دقائق', en: 'Five minutes' },
  conditions: [
    {
      ar: 'لمواطني الإمارات والبحرين وعُمان والكويت وقطر ممن دخلوا المملكة ببطاقاتهم.',
      en: 'For citizens of the Emirates, Bahrain, Oman, Kuwait and Qatar who have come in with their cards.',
    },
    { ar: 'جوال سعودي بين يديك، عليه يصلك الرمز.', en: 'A Saudi mobile at hand: the code goes there.' },
  ],
  access: 'public',
  page: '/register',
  steps: [
    {
      ar: 'وافق على الشروط، ثم اختر «سجّل ببطاقة دولتك».',
      en: 'Accept the terms, then choose “Register with your own card”.',
    },
    {
      ar: 'اختر دولتك واكتب رقم بطاقتك وتاريخ ميلادك وجوالك وبريدك.',
      en: 'Choose your country; enter card number, birth date, mobile and e-mail.',
    },
    {
      ar: 'اكتب الرمز الذي وصلك، ثم اختر اسم المستخدم وكلمة المرور.',
      en: 'Type the code that arrives; choose a username and a password.',
    },
    {
      ar: 'فعّل الحساب لدى موظف التفعيل أو من مصرفك أو جهاز الخدمة الذاتية.',
      en: 'Activate it at a desk, in your bank or at a kiosk.',
    },
  ],
})
