import type { Text } from '#kernel/text.ts'

/** The words that every paper bears. */
export const pdfWords = {
  house: { ar: 'ديوان', en: 'Diwan' },
  tagline: { ar: 'منصة الخدمات الإلكترونية', en: 'E-services platform' },
  issuedTo: { ar: 'صدرت هذه الوثيقة باسم', en: 'This document was issued to' },
  number: { ar: 'الرقم', en: 'Number' },
  code: { ar: 'رمز التحقق', en: 'Verification code' },
  from: { ar: 'صالحة من', en: 'Valid from' },
  until: { ar: 'صالحة حتى', en: 'Valid until' },
  noEnd: { ar: 'بلا تاريخ انتهاء', en: 'No end date' },
  details: { ar: 'البيانات', en: 'Details' },
  check: { ar: 'تحقّق من هذه الوثيقة', en: 'Check this document' },
  checkHow: {
    ar: 'امسح الرمز بكاميرا أي هاتف، أو افتح العنوان أدناه واكتب الرقم ورمز التحقق.',
    en: 'Scan the code with any phone, or open the address below and enter the number and the verification code.',
  },
  page: { ar: 'صفحة', en: 'Page' },
  of: { ar: 'من', en: 'of' },
  asOf: { ar: 'كما في السجلات وقت الإصدار', en: 'As the registers stood when it was issued' },
  made: { ar: 'أُعدّت في', en: 'Made on' },
  cutOut: {
    ar: 'قُصّ على العلامات واطوِ من الوسط لتحملها معك، واحتفظ بالورقة كاملة إن شئت.',
    en: 'Cut along the marks and fold in the middle to carry it with you.',
  },
  total: { ar: 'المجموع', en: 'Total' },
  vatIncluded: {
    ar: 'المبالغ شاملة ضريبة القيمة المضافة حيث تُطبَّق.',
    en: 'Amounts include VAT where it applies.',
  },
  signature: { ar: 'توقيع صاحب الطلب', en: 'Signature of the applicant' },
  office: { ar: 'لاستعمال الموظف', en: 'For the officer' },
  demo: { ar: 'عرض تجريبي', en: 'DEMONSTRATION' },
  demoNote: {
    ar: 'نسخة تجريبية لأشخاص غير حقيقيين. ليست وثيقة رسمية ولا يُعتدّ بها.',
    en: 'Made in a demonstration, about people who do not exist. Not an official document.',
  },
} as const satisfies Record<string, Text>
