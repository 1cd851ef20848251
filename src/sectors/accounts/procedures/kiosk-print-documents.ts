import { procedure } from '#platform/catalogue/definition.ts'

export default procedure('kiosk-print-documents', {
  sector: 'accounts',
  version: 1,
  title: { ar: 'طباعة الوثائق من جهاز الخدمة الذاتية', en: 'Print documents at a self-service device' },
  summary: {
    ar: 'اطبع وثائقك السارية على ورق، ببصمتك.',
    en: 'Print your valid documents on paper, with your finger.',
  },
  words: ['طباعة النماذج', 'طباعة من الجهاز', 'print forms'],
  audience: ['citizen', 'resident', 'visitor'],
  time: { ar: 'دقيقة لكل وثيقة', en: 'A minute a document' },
  conditions: [
    { ar: 'بصمة محدثة.', en: 'Fingerprints that are up to date.' },
    { ar: 'وثيقة سارية باسمك.', en: 'A valid document of yours.' },
  ],
  access: 'public',
  page: '/activation-centres',
  steps: [
    {
      ar: 'اختر «طباعة وثائقي» وأدخل رقم هويتك.',
      en: 'Choose “Print my documents” and enter your ID number.',
    },
    { ar: 'ضع إصبعك على القارئ.', en: 'Place your finger on the reader.' },
    { ar: 'اختر الوثيقة وخذ الورقة.', en: 'Choose the document and take the sheet.' },
  ],
})
