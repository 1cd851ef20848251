import { procedure } from '#platform/catalogue/definition.ts'

/** Register `download-digital-resident-id`, R-PAS-06 and R-PAS-07. */
export default procedure('download-digital-resident-id', {
  sector: 'passports',
  version: 1,
  title: { ar: 'حفظ هوية مقيم على الهاتف', en: 'Save the resident ID to your phone' },
  summary: {
    ar: 'مرة واحدة على هاتف واحد، ثم تُعرض ولو بلا إنترنت.',
    en: 'Once, on one phone; then it is shown even without the internet.',
  },
  words: [
    'تحميل هوية مقيم على الهاتف الجوال',
    'تحميل الهوية',
    'بدون إنترنت',
    'حفظ البطاقة',
    'محفظة',
    'wallet',
    'offline',
    'download',
  ],
  audience: ['resident'],
  time: { ar: 'دقيقة', en: 'A minute' },
  cost: { ar: 'مجانًا', en: 'Free' },
  conditions: [
    { ar: 'حسابك مفعّل وإقامتك سارية.', en: 'Your account is activated and your residency valid.' },
    {
      ar: 'إن حفظتها على هاتف آخر أُلغيت من الأول، برمز تحقق وتنبيه.',
      en: 'Saving it to another phone takes it off the first, with a code and an alert.',
    },
  ],
  access: 'registered',
  page: '/wallet',
  steps: [
    {
      ar: 'افتح المحفظة على الهاتف الذي ستعرض به.',
      en: 'Open the wallet on the phone that you will show it with.',
    },
    { ar: 'اكتب رمز التحقق الذي يصل إلى جوالك.', en: 'Type the code that comes to your mobile.' },
    {
      ar: 'اختر رقمًا سريًا للمحفظة أو قفل الهاتف.',
      en: 'Choose a PIN for the wallet, or the lock of the phone.',
    },
  ],
})
