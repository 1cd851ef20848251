import { procedure } from '#platform/catalogue/definition.ts'

export default procedure('change-password', {
  sector: 'accounts',
  version: 1,
  title: { ar: 'تغيير كلمة المرور', en: 'Change your password' },
  summary: {
    ar: 'غيّر كلمة مرورك أو اسم المستخدم، وأخرج أجهزتك الأخرى إن شئت.',
    en: 'Change your password or your username, and sign your other devices out if you like.',
  },
  words: ['تغيير الرقم السري', 'كلمة مرور جديدة', 'change password', 'new password'],
  audience: ['citizen', 'resident', 'visitor'],
  time: { ar: 'دقيقتان', en: 'Two minutes' },
  conditions: [
    {
      ar: 'تكتب كلمة مرورك الحالية ورمزًا يصل إلى جوالك، فلا سؤال سري.',
      en: 'You type your present password and a code from your mobile; there is no secret question.',
    },
  ],
  access: 'registered',
  page: '/account/password',
  steps: [
    { ar: 'أكّد أنك أنت بكلمة المرور والرمز.', en: 'Confirm that it is you by password and code.' },
    { ar: 'اكتب كلمة المرور الجديدة مرتين.', en: 'Type the new password twice.' },
    { ar: 'تصلك رسالة بالتغيير.', en: 'A message tells you of the change.' },
  ],
})
