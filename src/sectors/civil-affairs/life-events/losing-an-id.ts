import { lifeEvent } from '#platform/catalogue/life-event.ts'

/** Register LE-5. */
export default lifeEvent('losing-an-id', {
  sector: 'civil-affairs',
  title: { ar: 'فقدت هويتي', en: 'I lost my ID' },
  summary: {
    ar: 'أوقفها قبل أن يستعملها غيرك، وهويتك الرقمية باقية.',
    en: 'Stop it before somebody else uses it; your digital ID stays.',
  },
  icon: 'search-x',
  steps: [
    {
      entry: 'report-lost-document',
      note: {
        ar: 'أبلغ خلال 15 يومًا بلا غرامة. لا رجعة في البلاغ.',
        en: 'Report within 15 days without a fine. It cannot be taken back.',
      },
    },
    {
      entry: 'digital-national-id',
      note: { ar: 'استعمل هويتك الرقمية.', en: 'Use your digital ID.' },
    },
    {
      entry: 'sign-in-history',
      note: { ar: 'تأكد أن أحدًا لم يدخل حسابك.', en: 'Make sure that nobody got into your account.' },
    },
  ],
})
