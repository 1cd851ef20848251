import { procedure } from '#platform/catalogue/definition.ts'

export default procedure('activate-account-bank', {
  sector: 'accounts',
  version: 1,
  title: { ar: 'تفعيل الحساب من خلال البنوك', en: 'Activate your account through your bank' },
  summary: {
    ar: 'فعّل حسابك من تطبيق مصرفك أو موقعه أو صرّافه الآلي.',
    en: 'Activate your account in your bank’s app, on its website or at an ATM.',
  },
  words: ['التفعيل من خلال البنوك', 'تطبيق البنك', 'الصراف الآلي', 'بنك', 'bank', 'atm'],
  audience: ['citizen', 'resident'],
  time: { ar: 'دقيقتان', en: 'Two minutes' },
  conditions: [
    {
      ar: 'هويتك عند المصرف هي هوية الحساب، وجوالك عنده هو جوال الحساب.',
      en: 'The bank knows you by the same ID and the same mobile as the account.',
    },
  ],
  access: 'registered',
  page: '/activate',
  steps: [
    {
      ar: 'ادخل تطبيق مصرفك أو موقعه، أو أدخل بطاقتك في الصرّاف.',
      en: 'Open your bank’s app or website, or put your card into an ATM.',
    },
    { ar: 'اختر تفعيل الحساب.', en: 'Choose to activate the account.' },
    { ar: 'راجع البيانات وأكّد.', en: 'Check the details and confirm.' },
    {
      ar: 'تصلك رسالة من المصرف ومنا، ويمكنك الدخول فورًا.',
      en: 'Your bank and we send you a message, and you can sign in at once.',
    },
  ],
})
