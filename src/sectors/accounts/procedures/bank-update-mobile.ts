import { procedure } from '#platform/catalogue/definition.ts'

export default procedure('bank-update-mobile', {
  sector: 'accounts',
  version: 1,
  title: { ar: 'تحديث الجوال من البنك', en: 'Update your mobile through your bank' },
  summary: {
    ar: 'اجعل الرقم المسجل في مصرفك جوال حسابك، حتى إن فقدت رقمك القديم.',
    en: 'Make the mobile that your bank holds that of your account, even when the old line is lost.',
  },
  words: ['تحديث الجوال من البنك', 'فقدت جوالي', 'تغيير الرقم من المصرف', 'bank', 'lost phone'],
  audience: ['citizen', 'resident', 'visitor'],
  time: { ar: 'دقيقتان', en: 'Two minutes' },
  conditions: [
    {
      ar: 'ما يعرفه المصرف عنك يطابق سجل الدولة.',
      en: 'What the bank knows of you matches the register.',
    },
    {
      ar: 'يُنبَّه رقمك القديم والجديد وبريدك، وتنتظر العمليات الحساسة 24 ساعة.',
      en: 'Your old and new line and your mail are told, and sensitive acts wait 24 hours.',
    },
  ],
  access: 'public',
  page: '/lost-mobile',
  steps: [
    {
      ar: 'ادخل تطبيق مصرفك أو موقعه، أو أدخل بطاقتك في الصرّاف.',
      en: 'Open your bank’s app or website, or put your card into an ATM.',
    },
    { ar: 'اختر «تحديث جوالك في ديوان».', en: 'Choose “Update your mobile in Diwan”.' },
    { ar: 'راجع رقمك وأكّد.', en: 'Check the number and confirm.' },
    { ar: 'خذ الإيصال، وتصلك رسالة.', en: 'Take the receipt; a message follows.' },
  ],
})
