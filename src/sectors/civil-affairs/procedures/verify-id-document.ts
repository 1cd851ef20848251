import { procedure } from '#platform/catalogue/definition.ts'

/** Register verify-id-document (row 127): yes or no, to whoever was handed a document. */
export default procedure('verify-id-document', {
  sector: 'civil-affairs',
  version: 1,
  title: { ar: 'التحقق من وثيقة', en: 'Verify a document' },
  summary: {
    ar: 'أمامك هوية أو رخصة أو شهادة؟ امسح رمزها وتأكّد في ثانية، ولو بلا اتصال.',
    en: 'Somebody shows you an ID, a licence or a certificate? Scan its code and know in a second, even offline.',
  },
  words: [
    'تحقق من هوية',
    'صحة وثيقة',
    'مسح الرمز',
    'رمز الاستجابة السريعة',
    'verify',
    'scan',
    'QR code',
    'genuine',
  ],
  audience: ['anonymous', 'citizen', 'resident', 'visitor'],
  time: { ar: 'ثوانٍ', en: 'Seconds' },
  cost: { ar: 'مجانًا', en: 'Free' },
  access: 'public',
  page: '/verify',
  steps: [
    { ar: 'افتح صفحة التحقق؛ لا تحتاج إلى حساب.', en: 'Open the page; you need no account.' },
    {
      ar: 'وجّه الكاميرا إلى الرمز، أو اكتب رقم الوثيقة والأحرف الستة بجانبه.',
      en: 'Point the camera at the code, or write the number and the six characters beside it.',
    },
    {
      ar: 'اقرأ الجواب وقارن الاسم والصورة بحاملها.',
      en: 'Read the answer, and compare name and face with whoever shows it.',
    },
  ],
})
