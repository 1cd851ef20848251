import { lifeEvent } from '#platform/catalogue/life-event.ts'

/** Register LE-2. */
export default lifeEvent('buying-a-car', {
  sector: 'traffic',
  title: { ar: 'شراء سيارة أو بيعها', en: 'Buying or selling a car' },
  summary: {
    ar: 'من التأكد من رخصتك إلى استلام السيارة.',
    en: 'From checking your licence to receiving the car.',
  },
  icon: 'car',
  steps: [
    {
      entry: 'query-driving-licence-info',
      note: { ar: 'المشتري: هل رخصتك سارية؟', en: 'Buyer: is your licence valid?' },
    },
    {
      entry: 'query-traffic-violations',
      note: {
        ar: 'المشتري: المخالفة التي لم تُسدَّد توقف الشراء.',
        en: 'Buyer: an unpaid violation stops the purchase.',
      },
    },
    { entry: 'pay-violations', note: { ar: 'سدّد ما عليك إن وُجد.', en: 'Pay what you owe, if anything.' } },
    {
      entry: 'query-vehicle-insurance-validity',
      note: { ar: 'هل السيارة مؤمَّنة؟', en: 'Is the car insured?' },
    },
    {
      entry: 'sell-vehicle',
      note: {
        ar: 'البائع يبدأ، والمشتري يوافق ويسدّد ويؤكد الاستلام.',
        en: 'The seller starts; the buyer agrees, pays and confirms the handover.',
      },
    },
    {
      entry: 'query-vehicle-licences',
      note: { ar: 'المشتري: رخصة السير باسمك الآن.', en: 'Buyer: the registration is in your name now.' },
    },
  ],
})
