import { lifeEvent } from '#platform/catalogue/life-event.ts'

/** Register LE-8, as far as its services are there. */
export default lifeEvent('new-establishment', {
  sector: 'business',
  title: { ar: 'منشأة جديدة', en: 'A new establishment' },
  summary: {
    ar: 'من تسجيلها إلى من يعمل باسمها وما فعله.',
    en: 'From registering it to who works for it, and what they did.',
  },
  icon: 'building-2',
  steps: [
    {
      entry: 'register-establishment',
      note: { ar: 'برقمها الموحد، فورًا.', en: 'By its unified number, at once.' },
    },
    {
      entry: 'establishment-address',
      note: { ar: 'العنوان الوطني لمقرها.', en: 'The national address of its seat.' },
    },
    {
      entry: 'appoint-business-manager',
      note: { ar: 'من يديرها معك، بعد أن يقبل.', en: 'Who manages it with you, once they agree.' },
    },
    {
      entry: 'appoint-my-business-delegate',
      note: { ar: 'من يتولى فواتيرها وخدماتها.', en: 'Who sees to its bills and services.' },
    },
    {
      entry: 'appoint-authorised-signatory',
      note: {
        ar: 'من يمثلها أمام المشغّل، بخطاب معتمد.',
        en: 'Who represents it before the operator, by a letter.',
      },
    },
    {
      entry: 'appoint-sim-authentication-delegate',
      note: { ar: 'من يوثّق خطوطها ببصمته.', en: 'Who authenticates its lines with their fingerprint.' },
    },
    {
      entry: 'authenticate-establishment-lines',
      note: { ar: 'كل خط باسم من يستخدمه.', en: 'Each line for its actual user.' },
    },
    {
      entry: 'delegation-audit',
      note: { ar: 'ما فعله كل واحد منهم.', en: 'What each of them did.' },
    },
  ],
})
