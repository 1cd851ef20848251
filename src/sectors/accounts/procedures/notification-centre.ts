import { procedure } from '#platform/catalogue/definition.ts'

export default procedure('notification-centre', {
  sector: 'accounts',
  version: 1,
  title: { ar: 'مركز التنبيهات', en: 'Notification centre' },
  summary: {
    ar: 'كل ما أرسلناه إليك في مكان واحد: لكل رسالة نصية نسخة هنا.',
    en: 'Everything that we have sent you in one place: each text message is kept here too.',
  },
  words: [
    'صندوق الرسائل',
    'الرسائل',
    'التنبيهات',
    'رسائل SMS',
    'inbox',
    'messages',
    'notifications',
    'text messages',
  ],
  audience: ['citizen', 'resident', 'visitor'],
  time: { ar: 'فورًا', en: 'At once' },
  conditions: [
    { ar: 'حساب مُفعّل.', en: 'An activated account.' },
    {
      ar: 'رموز التحقق وحدها لا تُحفظ، لأن من يقرؤها يستعملها.',
      en: 'Codes alone are not kept: who reads one can use it.',
    },
  ],
  access: 'registered',
  page: '/inbox',
  steps: [
    { ar: 'سجّل الدخول وافتح الجرس أعلى الصفحة.', en: 'Sign in and open the bell at the top of the page.' },
    { ar: 'اقرأ، ومن كل رسالة رابط إلى ما هي عنه.', en: 'Read; a message links to what it is about.' },
  ],
})
