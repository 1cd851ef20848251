import { lifeEvent } from '#platform/catalogue/life-event.ts'

/** Register R-FP-08 to R-FP-12. */
export default lifeEvent('child-turning-six', {
  sector: 'fingerprint',
  title: { ar: 'طفل يبلغ السادسة', en: 'A child turns six' },
  summary: {
    ar: 'تُسجَّل بصمات أبناء المقيمين من سن السادسة.',
    en: 'Residents’ children enrol fingerprints from six.',
  },
  icon: 'baby',
  steps: [
    {
      entry: 'query-fingerprint-status',
      note: { ar: 'هل سُجّلت بصماته من قبل؟', en: 'Are they enrolled already?' },
    },
    {
      entry: 'enrol-child-fingerprint',
      note: { ar: 'احجز موعدًا واحضر معه.', en: 'Book an appointment and come with the child.' },
    },
  ],
})
