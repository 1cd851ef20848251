import { procedure } from '#platform/catalogue/definition.ts'

export default procedure('choose-credentials', {
  sector: 'accounts',
  version: 1,
  title: { ar: 'اختيار اسم المستخدم وكلمة المرور', en: 'Choose a username and password' },
  summary: {
    ar: 'اختر اسم مستخدم وكلمة مرور قوية تحفظها أنت.',
    en: 'Choose a username and a strong password that you will remember.',
  },
  words: ['كلمة مرور قوية وآمنة', 'اسم المستخدم', 'password', 'username'],
  audience: ['anonymous', 'citizen', 'resident', 'visitor'],
  time: { ar: 'دقيقتان', en: 'Two minutes' },
  conditions: [
    {
      ar: 'لا تحتوي كلمة المرور على اسم المستخدم، وليست مما يسهل تخمينه.',
      en: 'The password does not contain your username and is not easy to guess.',
    },
  ],
  access: 'public',
  page: '/register',
  steps: [
    { ar: 'اختر اسم مستخدم غير مأخوذ.', en: 'Choose a username that is free.' },
    {
      ar: 'اكتب كلمة المرور مرتين؛ الجملة الطويلة أقوى من الرموز.',
      en: 'Type the password twice; a long phrase is stronger than symbols.',
    },
  ],
})
