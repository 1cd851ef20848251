import { formatMoney } from '#kernel/format.ts'
import { halalas, plus } from '#kernel/money.ts'
import type { Text } from '#kernel/text.ts'
import { service } from '#platform/catalogue/definition.ts'
import { v } from '#platform/catalogue/value.ts'
import { form } from '#platform/forms/field.ts'
import { money } from '#platform/forms/fields/index.ts'
import { creditLimits } from '../limits.ts'
import { setCreditLimit } from '../registry/account.ts'
import { nothingOverdue } from '../rules.ts'
import { telecomAccount } from '../subjects.ts'

/** R-DEL-03, power `credit.update`. */
export default service('change-credit-limit', {
  sector: 'telecom',
  version: 1,
  title: { ar: 'تغيير حد الائتمان', en: 'Change the credit limit' },
  summary: {
    ar: 'ارفع حد ائتمان حساب المنشأة لدى المشغّل أو اخفضه.',
    en: 'Raise or lower the credit limit of the establishment’s account at the operator.',
  },
  words: ['الحد الائتماني', 'رفع الحد', 'credit limit'],
  audience: ['establishment'],
  power: 'credit.update',
  time: { ar: 'فورًا', en: 'At once' },
  cost: { ar: 'مجانًا', en: 'Free' },
  subject: telecomAccount,
  form: form({
    limit: money({
      label: { ar: 'الحد الجديد', en: 'The new limit' },
      hint: {
        ar: 'لا يقل عن المستحق على الحساب الآن.',
        en: 'No less than what the account owes now.',
      },
      ...creditLimits,
    }),
  }),
  rules: [nothingOverdue],
  check: async ({ limit }, { subject }): Promise<{ limit?: Text }> => {
    const { creditLimit, due } = subject.value
    if (limit === creditLimit)
      return { limit: { ar: 'هذا هو الحد الحالي.', en: 'That is the limit already.' } }
    const owed = plus(halalas(0), ...due.map((one) => one.amount))
    if (limit >= owed) return {}
    return {
      limit: {
        ar: `المستحق الآن ${formatMoney(owed, 'ar')}. سدّد أولًا أو اختر حدًا أعلى.`,
        en: `The account owes ${formatMoney(owed, 'en')} now. Pay first, or choose a higher limit.`,
      },
    }
  },
  steps: [],
  effect: ({ tx, subject, answers }) => setCreditLimit(tx, subject.value.establishment, answers.limit),
  notices: {
    fulfilled: [
      {
        to: ['applicant'],
        text: {
          ar: 'أصبح حد ائتمان حساب المنشأة {limit}. الطلب {reference}',
          en: 'The credit limit of the establishment’s account is now {limit}. Request {reference}',
        },
      },
    ],
  },
  describe: async ({ answers }) => ({ limit: v.money(answers.limit) }),
  retentionYears: 10,
})
