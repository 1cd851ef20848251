import { procedure } from '#platform/catalogue/definition.ts'

export default procedure('bank-wallet-sadad', {
  sector: 'accounts',
  version: 1,
  title: { ar: 'سداد رسوم وزارة الداخلية من البنك', en: 'Pay ministry fees in a bank' },
  summary: {
    ar: 'سدد رسوم خدمة برمزها والمدة قبل أن تطلبها، أو أي فاتورة برقمها.',
    en: 'Pay the fees of a service by its code and for how long, before you ask for it; or any bill by its number.',
  },
  words: [
    'سداد',
    'سداد رسوم وزارة الداخلية',
    'رسوم الجوازات',
    'رسوم المرور',
    'رقم الفاتورة',
    'رمز الخدمة',
    'سداد مسبق',
    'SADAD',
    'bill number',
    'MOI fees',
  ],
  audience: ['citizen', 'resident', 'visitor'],
  time: { ar: 'دقيقة', en: 'A minute' },
  conditions: [
    {
      ar: 'ما دفعته قبل الطلب يأخذه أول طلب للخدمة نفسها والمدة نفسها، ولك أن تسترده من مصرفك قبل ذلك.',
      en: 'What you pay ahead is taken by the first request for the same service and as long; until then you may take it back in your bank.',
    },
    {
      ar: 'تدفع عن غيرك برقم فاتورته.',
      en: 'For somebody else you pay by the number of their bill.',
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
      ar: 'في مصرفك افتح «سداد فواتير ديوان» ثم «اختر الخدمة»، وحدد المدة وادفع.',
      en: 'In your bank open “Pay Diwan bills”, then “Choose the service”; say for how long, and pay.',
    },
    {
      ar: 'اطلب الخدمة هنا متى شئت: تجد رسومها مدفوعة.',
      en: 'Ask for the service here when you like: its fees are paid.',
    },
    {
      ar: 'أو ابدأ الطلب هنا حتى صفحة السداد، واكتب رقم الفاتورة في مصرفك: «اعرض الفاتورة»؛ يمضي الطلب وحده بعد الدفع.',
      en: 'Or begin the request here up to the payment, and type the bill’s number in your bank: “Show the bill”; once paid, the request goes on by itself.',
    },
  ],
})
