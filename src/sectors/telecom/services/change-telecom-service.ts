import type { Text } from '#kernel/text.ts'
import { service } from '#platform/catalogue/definition.ts'
import { form } from '#platform/forms/field.ts'
import { choice } from '#platform/forms/fields/index.ts'
import { Refusal } from '#platform/requests/refusal.ts'
import { optionsOf, type TierCode, tiers } from '../products.ts'
import { changeSubscription } from '../registry/subscriptions.ts'
import { subscriptionIs } from '../rules.ts'
import { activeSubscription } from '../subjects.ts'

const notActive = { ar: 'هذه الخدمة ليست نشطة.', en: 'This service is not active.' }

/** R-DEL-05, power `services.change`: another tier, or its end, at any time. */
export default service('change-telecom-service', {
  sector: 'telecom',
  version: 1,
  title: { ar: 'تعديل خدمة أو إلغاؤها', en: 'Change or cancel a service' },
  summary: {
    ar: 'غيّر باقة خدمة من خدمات المنشأة، أو ألغها في أي وقت.',
    en: 'Change the tier of one of the establishment’s services, or cancel it at any time.',
  },
  words: ['إلغاء خدمة', 'تغيير الباقة', 'cancel service', 'change plan'],
  audience: ['establishment'],
  power: 'services.change',
  time: { ar: 'فورًا', en: 'At once' },
  cost: { ar: 'مجانًا', en: 'Free' },
  subject: activeSubscription,
  form: form({
    change: choice({
      label: { ar: 'ماذا تريد؟', en: 'What do you want?' },
      options: [
        ...optionsOf(tiers).map(({ value, label }) => ({
          value,
          label: { ar: `الباقة ال${label.ar}`, en: `Tier: ${label.en}` },
        })),
        { value: 'cancel' as const, label: { ar: 'إلغاء الخدمة', en: 'Cancel the service' } },
      ],
    }),
  }),
  rules: [subscriptionIs('active', { ar: 'الخدمة نشطة', en: 'The service is active' }, notActive)],
  check: async ({ change }, { subject }): Promise<{ change?: Text }> =>
    change === subject.value.tier
      ? { change: { ar: 'هذه باقتها الآن. اختر غيرها.', en: 'That is its tier already. Choose another.' } }
      : {},
  steps: [],
  effect: async ({ tx, clock, subject, answers }) => {
    const at = clock.now()
    const change = isTier(answers.change) ? { tier: answers.change, at } : { state: 'cancelled' as const, at }
    if (!(await changeSubscription(tx, subject.value, 'active', change))) throw new Refusal(notActive)
  },
  retentionYears: 10,
})

const isTier = (change: TierCode | 'cancel'): change is TierCode => change !== 'cancel'
