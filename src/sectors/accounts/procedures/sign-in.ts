import { procedure } from '#platform/catalogue/definition.ts'

export default procedure('sign-in', {
  sector: 'accounts',
  version: 1,
  title: { ar: 'تسجيل الدخول', en: 'Sign in' },
  summary: { ar: 'ادخل إلى حسابك.', en: 'Get into your account.' },
  words: ['اسم المستخدم وكلمة المرور والرمز المرئي ورمز التحقق', 'دخول', 'log in', 'login'],
  audience: ['anonymous', 'citizen', 'resident', 'visitor'],
  time: { ar: 'دقيقة', en: 'A minute' },
  conditions: [
    {
      ar: 'يتأخر الدخول مع كل محاولة خاطئة حمايةً لك.',
      en: 'Each wrong try makes you wait a little longer, to protect you.',
    },
  ],
  access: 'public',
  page: '/sign-in',
  steps: [
    {
      ar: 'اكتب اسم المستخدم أو رقم الهوية وكلمة المرور.',
      en: 'Enter your username or ID number, and your password.',
    },
    { ar: 'اكتب الرمز المرئي، أو استمع إليه.', en: 'Type the visual code, or listen to it.' },
    { ar: 'اكتب رمز التحقق الذي يصل إلى جوالك.', en: 'Type the code that comes to your mobile.' },
  ],
})
