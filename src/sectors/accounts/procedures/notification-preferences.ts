import { procedure } from '#platform/catalogue/definition.ts'

export default procedure('notification-preferences', {
  sector: 'accounts',
  version: 1,
  title: { ar: 'تفضيلات الإشعارات', en: 'Notification preferences and language' },
  summary: {
    ar: 'اختر لغة رسائلنا إليك، وهل تصلك رسائل المتابعة على الجوال.',
    en: 'Choose the language of our messages, and whether routine ones come by text.',
  },
  words: ['الإشعارات', 'لغة الرسائل', 'إيقاف الرسائل', 'notifications', 'language', 'mute'],
  audience: ['citizen', 'resident', 'visitor'],
  time: { ar: 'دقيقة', en: 'A minute' },
  conditions: [
    {
      ar: 'رسائل أمان الحساب لا يمكن إيقافها، وكل رسالة محفوظة في صندوقك.',
      en: 'Messages about your account’s safety cannot be turned off, and every message is kept in your inbox.',
    },
  ],
  access: 'registered',
  page: '/account/notifications',
  steps: [
    { ar: 'اختر اللغة والرسائل.', en: 'Choose the language and the messages.' },
    { ar: 'احفظ.', en: 'Save.' },
  ],
})
