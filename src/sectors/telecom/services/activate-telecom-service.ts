import { service } from '#platform/catalogue/definition.ts'
import { v } from '#platform/catalogue/value.ts'
import { form } from '#platform/forms/field.ts'
import { text } from '#platform/forms/fields/index.ts'
import { Refusal } from '#platform/requests/refusal.ts'
import { changeSubscription } from '../registry/subscriptions.ts'
import { subscriptionIs } from '../rules.ts'
import { inactiveSubscription } from '../subjects.ts'

const notActive = {
  ar: 'هذه الخدمة ليست بانتظار التنشيط.',
  en: 'This service does not wait to be activated.',
}

/** R-DEL-04, power `services.activate`: activates a service and says what it is for. */
export default service('activate-telecom-service', {
  sector: 'telecom',
  version: 1,
  title: { ar: 'تنشيط خدمة وتعريفها', en: 'Activate and define a service' },
  summary: {
    ar: 'نشّط خدمة جهّزها المشغّل، وعرّف لأي غرض هي.',
    en: 'Activate a service that the operator has set up, and say what it is for.',
  },
  words: ['تفعيل خدمة', 'تعريف خدمة', 'activate service'],
  audience: ['establishment'],
  power: 'services.activate',
  time: { ar: 'فورًا', en: 'At once' },
  cost: { ar: 'مجانًا', en: 'Free' },
  subject: inactiveSubscription,
  form: form({
    purpose: text({
      label: { ar: 'لأي فرع أو غرض؟', en: 'For which branch or purpose?' },
      min: 2,
      max: 80,
    }),
  }),
  rules: [
    subscriptionIs(
      'inactive',
      { ar: 'الخدمة بانتظار التنشيط', en: 'The service waits to be activated' },
      notActive,
    ),
  ],
  steps: [],
  effect: async ({ tx, clock, subject, answers }) => {
    const change = { state: 'active', purpose: answers.purpose, at: clock.now() } as const
    if (!(await changeSubscription(tx, subject.value, 'inactive', change))) throw new Refusal(notActive)
  },
  notices: {
    fulfilled: [
      {
        to: ['applicant'],
        text: {
          ar: 'نُشّطت الخدمة {subject} لـ«{purpose}». الطلب {reference}',
          en: 'The service {subject} is active, for “{purpose}”. Request {reference}',
        },
      },
    ],
  },
  describe: async ({ answers }) => ({ purpose: v.plain(answers.purpose) }),
  retentionYears: 10,
})
