import { procedure } from '#platform/catalogue/definition.ts'

export default procedure('sign-in-history', {
  sector: 'accounts',
  version: 1,
  title: { ar: 'سجل الدخول', en: 'Sign-in and data-access history' },
  summary: {
    ar: 'كل دخول إلى حسابك ومحاولة مرفوضة، ومن اطلع على بياناتك.',
    en: 'Every sign-in to your account, every refused try, and who looked at your data.',
  },
  words: ['من دخل حسابي', 'من اطلع على بياناتي', 'history', 'activity', 'access log'],
  audience: ['citizen', 'resident', 'visitor'],
  time: { ar: 'فورًا', en: 'At once' },
  conditions: [
    {
      ar: 'السجل لا يُمحى ولا يُعدّل، ولا يراه غيرك.',
      en: 'Nothing in it can be erased or changed, and it is shown to you alone.',
    },
  ],
  access: 'registered',
  page: '/account/history',
  steps: [
    { ar: 'افتح سجل الدخول من صفحة حسابك.', en: 'Open the history from the page of your account.' },
    {
      ar: 'إن رأيت ما لا تعرفه فأخرج الأجهزة وغيّر كلمة المرور.',
      en: 'If you see something you do not know, sign the devices out and change your password.',
    },
  ],
})
