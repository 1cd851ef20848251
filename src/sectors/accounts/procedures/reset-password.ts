import { procedure } from '#platform/catalogue/definition.ts'

export default procedure('reset-password', {
  sector: 'accounts',
  version: 1,
  title: { ar: 'إعادة ضبط كلمة المرور', en: 'Reset the password' },
  summary: {
    ar: 'اختر كلمة مرور جديدة إذا نسيت القديمة.',
    en: 'Choose a new password when you have forgotten the old one.',
  },
  words: ['نسيت كلمة المرور', 'نسيت الرقم السري', 'استعادة كلمة المرور', 'forgot password', 'recover'],
  audience: ['anonymous', 'citizen', 'resident', 'visitor'],
  time: { ar: 'خمس دقائق', en: 'Five minutes' },
  conditions: [
    {
      ar: 'جوالك المسجل في الحساب معك؛ وإلا فموظف التفعيل أو جهاز الخدمة الذاتية أو مصرفك.',
      en: 'You have the mobile of your account; otherwise go to an officer, a self-service device or your bank.',
    },
    {
      ar: 'تعرف رقم جوازك أو هوية أحد تابعيك أو تاريخ انتهاء هويتك.',
      en: 'You know your passport number, the ID of a dependant, or the day your ID expires.',
    },
    {
      ar: 'بعدها تخرج كل أجهزتك، وتتأخر العمليات الحساسة 24 ساعة.',
      en: 'Afterwards every device is signed out, and sensitive acts wait 24 hours.',
    },
  ],
  access: 'public',
  page: '/reset-password',
  steps: [
    {
      ar: 'اكتب رقم هويتك وجوالك ومعلومة واحدة والرمز المرئي.',
      en: 'Enter your ID number, your mobile, one fact and the visual code.',
    },
    { ar: 'اكتب الرمز الذي يصل إلى جوالك.', en: 'Type the code that comes to your mobile.' },
    {
      ar: 'اختر كلمة مرور جديدة، ثم سجّل الدخول بها.',
      en: 'Choose a new password, and sign in with it.',
    },
  ],
})
