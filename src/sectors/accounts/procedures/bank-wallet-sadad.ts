import { procedure } from '#platform/catalogue/definition.ts'

export default procedure('bank-wallet-sadad', {
  sector: 'accounts',
  version: 1,
  title: { ar: 'سداد رسوم وزارة الداخلية من البنك', en: 'Pay ministry fees in a bank' },
  summary: {
    ar: 'سدد رسوم خدمة عنك أو عن غيرك برقم الفاتورة.',
    en: 'Pay the fees of a service for yourself or somebody else, by the bill’s number.',
  },
  words: [
    'سداد',
    'سداد رسوم وزارة الداخلية',
    'رسوم الجوازات',
    'رسوم المرور',
    'رقم الفاتورة',
    'SADAD',
    'bill number',
    'MOI fees',
  ],
  audience: ['citizen', 'resident', 'visitor'],
  time: { ar: 'دقيقة', en: 'A minute' },
  conditions: [
    {
      ar: 'الخدمة وصاحبها ومدتها في الفاتورة نفسها، فلا تُكتب مرة أخرى.',
      en: 'The service, for whom it is and for how long stand in the bill, and are not typed again.',
    },
    {
      ar: 'رقم الفاتورة 12 خانة، في صفحة السداد من الطلب.',
      en: 'The bill’s number has 12 digits, on the page of the request that asks for the payment.',
    },
  ],
  access: 'public',
  page: '/requests',
  steps: [
    {
      ar: 'ابدأ الطلب هنا حتى صفحة السداد، وانسخ رقم الفاتورة.',
      en: 'Begin the request here up to the payment, and copy the bill’s number.',
    },
    {
      ar: 'اكتبه في مصرفك: «سداد فواتير ديوان» ثم «اعرض الفاتورة».',
      en: 'Type it in your bank: “Pay Diwan bills”, then “Show the bill”.',
    },
    {
      ar: 'راجع الخدمة والمبلغ وادفع؛ يمضي الطلب وحده.',
      en: 'Check service and amount and pay; the request goes on by itself.',
    },
  ],
})
