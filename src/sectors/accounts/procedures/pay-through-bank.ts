import { procedure } from '#platform/catalogue/definition.ts'

export default procedure('pay-through-bank', {
  sector: 'accounts',
  version: 1,
  title: { ar: 'المدفوعات الحكومية والاسترداد', en: 'Government payments and refunds in the bank' },
  summary: {
    ar: 'ادفع فواتيرك من تطبيق مصرفك أو موقعه، واسترد هناك ما لم تُنفَّذ خدمته.',
    en: 'Pay your bills in your bank’s app or website, and take back there what was not done.',
  },
  words: [
    'المدفوعات الحكومية والاسترداد',
    'السداد من البنك',
    'استرداد الرسوم',
    'استرداد مبلغ',
    'bank payment',
    'refund',
    'government payments',
  ],
  audience: ['citizen', 'resident', 'visitor'],
  time: { ar: 'دقيقة', en: 'A minute' },
  conditions: [
    {
      ar: 'المبلغ هو مبلغ الفاتورة كاملًا، وتُدفع مرة واحدة.',
      en: 'The whole sum of the bill, and only once.',
    },
    {
      ar: 'يُسترد ما أُلغي طلبه قبل تنفيذ خدمته، ولا يُسترد ما نُفّذ.',
      en: 'What was ended before it was done comes back; what was done does not.',
    },
  ],
  access: 'public',
  page: '/requests',
  steps: [
    {
      ar: 'ادخل تطبيق مصرفك فاختر «دفع الفاتورة»، أو موقعه فاختر «الدفع» ثم «المدفوعات الحكومية والاسترداد».',
      en: 'In your bank’s app choose “Pay a bill”; on its site “Payments”, then “Government payments and refund”.',
    },
    { ar: 'اختر فاتورتك، أو اكتب رقمها، وادفع.', en: 'Choose your bill, or type its number, and pay.' },
    { ar: 'خذ الإيصال، وتصلك رسالة.', en: 'Take the receipt; a message follows.' },
    {
      ar: 'ما يعود إليك تجده في «استرداد المدفوعات الحكومية».',
      en: 'What comes back to you is under “Refund of government payments”.',
    },
  ],
})
