import { procedure } from '#platform/catalogue/definition.ts'

export default procedure('manage-devices', {
  sector: 'accounts',
  version: 1,
  title: { ar: 'إدارة الأجهزة الموثوقة', en: 'Trusted devices and sessions' },
  summary: {
    ar: 'اعرف من أين دخل أحد إلى حسابك، وأخرج أي جهاز بضغطة.',
    en: 'See where your account is signed in, and sign any device out with one press.',
  },
  words: ['الأجهزة الموثوقة', 'إخراج جهاز', 'الجلسات', 'devices', 'sessions', 'sign out everywhere'],
  audience: ['citizen', 'resident', 'visitor'],
  time: { ar: 'دقيقة', en: 'A minute' },
  conditions: [
    {
      ar: 'تصلك رسالة عند الدخول من جهاز جديد، ولا يمكن إيقافها.',
      en: 'A sign-in on a new device sends you a message, and that cannot be turned off.',
    },
  ],
  access: 'registered',
  page: '/account',
  steps: [
    { ar: 'افتح صفحة حسابك وأمانه.', en: 'Open the page of your account and its safety.' },
    { ar: 'أخرج جهازًا واحدًا، أو كل ما عدا هذا الجهاز.', en: 'Sign out one device, or all but this one.' },
  ],
})
