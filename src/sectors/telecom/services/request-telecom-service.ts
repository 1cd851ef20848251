import { service } from '#platform/catalogue/definition.ts'
import { days } from '#platform/catalogue/step.ts'
import { v } from '#platform/catalogue/value.ts'
import { form } from '#platform/forms/field.ts'
import { choice } from '#platform/forms/fields/index.ts'
import { optionsOf, products, tiers } from '../products.ts'
import { enterSubscription } from '../registry/subscriptions.ts'
import { telecomAccount } from '../subjects.ts'

/** R-DEL-06, power `services.request`: the operator decides, and sets it up for activation. */
export default service('request-telecom-service', {
  sector: 'telecom',
  version: 1,
  title: { ar: 'طلب خدمة جديدة', en: 'Request a new service' },
  summary: {
    ar: 'اطلب من المشغّل خدمة جديدة للمنشأة، ثم نشّطها حين يجهّزها.',
    en: 'Ask the operator for a new service, and activate it once it is set up.',
  },
  words: ['إنترنت', 'اشتراك جديد', 'new service', 'fibre'],
  audience: ['establishment'],
  power: 'services.request',
  time: { ar: 'حين يجيب المشغّل، خلال خمسة أيام', en: 'When the operator answers, within five days' },
  cost: { ar: 'مجانًا', en: 'Free' },
  subject: telecomAccount,
  form: form({
    product: choice({ label: { ar: 'الخدمة', en: 'The service' }, options: optionsOf(products) }),
    tier: choice({ label: { ar: 'الباقة', en: 'The tier' }, options: optionsOf(tiers) }),
  }),
  rules: [],
  steps: [
    {
      kind: 'integration',
      id: 'operator',
      title: { ar: 'المشغّل يجيب', en: 'The operator answers' },
      provider: 'operator',
      operation: 'open-service',
      within: days(5),
      send: async ({ subject, answers }) => ({
        account: v.code(subject.value.number),
        product: v.plain(answers.product),
        tier: v.plain(answers.tier),
      }),
    },
  ],
  effect: ({ tx, clock, subject, answers }) =>
    enterSubscription(tx, {
      establishment: subject.value.establishment,
      product: answers.product,
      tier: answers.tier,
      at: clock.now(),
    }),
  notices: {
    fulfilled: [
      {
        to: ['applicant'],
        text: {
          ar: 'جهّز المشغّل خدمة {product}، وتنتظر تنشيطك. الطلب {reference}',
          en: 'The operator has set up {product}; it waits for you to activate it. Request {reference}',
        },
      },
    ],
  },
  describe: async ({ answers }) => ({ product: v.text(products[answers.product]) }),
  retentionYears: 10,
  concurrent: true,
})
