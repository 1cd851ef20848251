import { procedure } from '#platform/catalogue/definition.ts'

export default procedure('verify-mobile-otp', {
  sector: 'accounts',
  version: 1,
  title: { ar: 'رمز التحقق', en: 'Mobile one-time code' },
  summary: {
    ar: 'رمز من ستة أرقام يصل إلى جوالك ليثبت أنه جوالك.',
    en: 'Six digits come to your mobile and prove that it is yours.',
  },
  words: ['رمز التفعيل', 'رمز التحقق', 'otp', 'verification code'],
  audience: ['anonymous', 'citizen', 'resident', 'visitor'],
  time: { ar: 'دقيقة', en: 'A minute' },
  conditions: [
    {
      ar: 'الرمز لمرة واحدة ولثلاث دقائق وثلاث محاولات.',
      en: 'A code serves once, for three minutes and three tries.',
    },
    { ar: 'لا يطلبه منك أي موظف.', en: 'No officer will ever ask you for it.' },
  ],
  access: 'public',
  page: '/register',
  steps: [
    {
      ar: 'يصلك الرمز في رسالة تذكر لماذا طُلب.',
      en: 'The code comes in a message that says what it is for.',
    },
    { ar: 'اكتبه في الصفحة قبل أن تنتهي مدته.', en: 'Type it on the page before it runs out.' },
  ],
})
