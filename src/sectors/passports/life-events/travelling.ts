import { lifeEvent } from '#platform/catalogue/life-event.ts'

/** Register LE-4. */
export default lifeEvent('travelling', {
  sector: 'passports',
  title: { ar: 'السفر خارج المملكة', en: 'Travelling abroad' },
  summary: {
    ar: 'الجواز والتأشيرة والتصريح، قبل أن تحزم حقيبتك.',
    en: 'Passport, visa and permit, before you pack.',
  },
  icon: 'plane-takeoff',
  steps: [
    {
      entry: 'query-passport-status',
      note: { ar: 'هل الجواز فعّال، وهل يبقى ستة أشهر؟', en: 'Is the passport active, with six months left?' },
    },
    {
      entry: 'query-travel-permits',
      note: {
        ar: 'للسعودي دون 21 عامًا هجريًا غير المتزوج: هل له تصريح؟',
        en: 'For an unmarried Saudi under 21 Hijri years: is there a permit?',
      },
    },
    {
      entry: 'query-iqama-validity',
      note: {
        ar: 'المقيم: هل تغطي الإقامة مدة السفر؟',
        en: 'Residents: does the residency outlast the journey?',
      },
    },
    {
      entry: 'pay-violations',
      note: {
        ar: 'المخالفة غير المسددة توقف تأشيرة الخروج والعودة.',
        en: 'An unpaid violation stops an exit and re-entry visa.',
      },
    },
    {
      entry: 'print-digital-record',
      note: {
        ar: 'خذ تأشيرتك أو تصريحك معك على ورق إن شئت.',
        en: 'Take your visa or permit along on paper, if you like.',
      },
    },
    {
      entry: 'query-travel-records',
      note: {
        ar: 'بعد العودة: سجل سفرك لك وحدك.',
        en: 'After your return: your travel record, yours alone.',
      },
    },
  ],
})
