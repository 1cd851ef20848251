import { procedure } from '#platform/catalogue/definition.ts'

export default procedure('close-account', {
  sector: 'accounts',
  version: 1,
  title: { ar: 'إلغاء الحساب', en: 'Close the account' },
  summary: {
    ar: 'أغلق حسابك. هويتك في السجل لا تتأثر، ويمكنك التسجيل من جديد.',
    en: 'Close your account. Your identity in the register is not touched, and you can register again.',
  },
  words: ['حذف الحساب', 'إغلاق الحساب', 'delete account', 'close account'],
  audience: ['citizen', 'resident', 'visitor'],
  time: { ar: 'ثلاث دقائق', en: 'Three minutes' },
  conditions: [
    {
      ar: 'لا يتم خلال 24 ساعة من تغيير الجوال أو إعادة ضبط كلمة المرور.',
      en: 'Not within 24 hours of a change of mobile or a reset of the password.',
    },
    {
      ar: 'تبقى طلباتك ووثائقك ومدفوعاتك لأن النظام يوجب حفظها.',
      en: 'Your requests, documents and payments stay, because the law has them kept.',
    },
  ],
  access: 'registered',
  page: '/account/close',
  steps: [
    { ar: 'أكّد أنك أنت.', en: 'Confirm that it is you.' },
    { ar: 'اقرأ ما يُمحى وما يبقى.', en: 'Read what is erased and what stays.' },
    { ar: 'أغلق الحساب.', en: 'Close the account.' },
  ],
})
