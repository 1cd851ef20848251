import { procedure } from '#platform/catalogue/definition.ts'

export default procedure('print-activation-form', {
  sector: 'accounts',
  version: 1,
  title: { ar: 'طباعة نموذج تفعيل الحساب', en: 'Print the account activation form' },
  summary: {
    ar: 'اطبع النموذج وسلّمه لموظف التفعيل مع هويتك.',
    en: 'Print the form and hand it to the activation officer with your ID.',
  },
  words: ['يتم طباعة النموذج الخاص بحسابك', 'نموذج التفعيل', 'activation form'],
  audience: ['citizen', 'resident', 'visitor'],
  time: { ar: 'فورًا', en: 'At once' },
  conditions: [
    {
      ar: 'قبل التفعيل فقط. في النموذج رمز لمرة واحدة، وليس فيه كلمة المرور.',
      en: 'Only before activation. The form carries a one-time code, never your password.',
    },
  ],
  access: 'registered',
  page: '/activate/form',
  steps: [
    { ar: 'سجّل الدخول بحسابك الجديد.', en: 'Sign in with your new account.' },
    {
      ar: 'حمّل النموذج واطبعه، أو اعرضه من الجوال.',
      en: 'Download the form and print it, or show it on your phone.',
    },
    { ar: 'سلّمه للموظف.', en: 'Hand it to the officer.' },
  ],
})
