import type { Text } from '#kernel/text.ts'
import { service } from '#platform/catalogue/definition.ts'
import { days } from '#platform/catalogue/step.ts'
import { v } from '#platform/catalogue/value.ts'
import { form } from '#platform/forms/field.ts'
import { telecomAccount } from '../subjects.ts'
import { hasLink, noLinks, telegramField } from '../telegram.ts'

/** R-DEL-08, power `message.send`: to the operator, which confirms that it has it. */
export default service('write-to-operator', {
  sector: 'telecom',
  version: 1,
  title: { ar: 'برقية إلى المشغّل', en: 'Write to the operator' },
  summary: {
    ar: 'أرسل برقية إلى مشغّل المنشأة، ويصلك تأكيد باستلامها.',
    en: 'Send a telegram to the establishment’s operator; you hear when it has it.',
  },
  words: ['برقية', 'مراسلة المشغّل', 'telegram', 'operator'],
  audience: ['establishment'],
  power: 'message.send',
  time: { ar: 'حين يؤكد المشغّل الاستلام', en: 'When the operator confirms it' },
  cost: { ar: 'مجانًا', en: 'Free' },
  subject: telecomAccount,
  form: form({ message: telegramField }),
  rules: [],
  check: async ({ message }): Promise<{ message?: Text }> => (hasLink(message) ? { message: noLinks } : {}),
  steps: [
    {
      kind: 'integration',
      id: 'operator',
      title: { ar: 'المشغّل يستلمها', en: 'The operator receives it' },
      provider: 'operator',
      operation: 'message',
      within: days(2),
      send: async ({ subject, answers }) => ({
        account: v.code(subject.value.number),
        message: v.plain(answers.message),
      }),
    },
  ],
  effect: async () => undefined,
  notices: {
    fulfilled: [
      {
        to: ['applicant'],
        text: {
          ar: 'استلم المشغّل برقيتك. الطلب {reference}',
          en: 'The operator has received your telegram. Request {reference}',
        },
      },
    ],
  },
  retentionYears: 3,
  concurrent: true,
})
