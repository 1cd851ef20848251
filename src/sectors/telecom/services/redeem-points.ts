import { formatNumber } from '#kernel/format.ts'
import type { Text } from '#kernel/text.ts'
import { service } from '#platform/catalogue/definition.ts'
import { v } from '#platform/catalogue/value.ts'
import { form } from '#platform/forms/field.ts'
import { choice } from '#platform/forms/fields/index.ts'
import { Refusal } from '#platform/requests/refusal.ts'
import { type RewardCode, rewards } from '../products.ts'
import { redeem } from '../registry/account.ts'
import { telecomAccount } from '../subjects.ts'

// The keys of a record of rewards are their codes.
const codes = Object.keys(rewards) as RewardCode[]

/** R-DEL-07, power `points.redeem`. */
export default service('redeem-points', {
  sector: 'telecom',
  version: 1,
  title: { ar: 'استبدال النقاط', en: 'Redeem points' },
  summary: {
    ar: 'استبدل نقاط المنشأة لدى المشغّل بمكافأة.',
    en: 'Exchange the establishment’s points at the operator for a reward.',
  },
  words: ['نقاط', 'مكافآت', 'points', 'rewards'],
  audience: ['establishment'],
  power: 'points.redeem',
  time: { ar: 'فورًا', en: 'At once' },
  cost: { ar: 'مجانًا', en: 'Free' },
  subject: telecomAccount,
  form: form({
    reward: choice({
      label: { ar: 'المكافأة', en: 'The reward' },
      options: codes.map((value) => ({
        value,
        label: rewards[value].title,
        detail: {
          ar: `${formatNumber(rewards[value].points, 'ar')} نقطة`,
          en: `${formatNumber(rewards[value].points, 'en')} points`,
        },
      })),
    }),
  }),
  rules: [],
  check: async ({ reward }, { subject }): Promise<{ reward?: Text }> =>
    subject.value.points >= rewards[reward].points
      ? {}
      : {
          reward: {
            ar: `للمنشأة ${formatNumber(subject.value.points, 'ar')} نقطة، ولا تكفي لهذه المكافأة.`,
            en: `The establishment has ${formatNumber(subject.value.points, 'en')} points, too few for this reward.`,
          },
        },
  steps: [],
  effect: async ({ tx, clock, subject, answers }) => {
    const it = { establishment: subject.value.establishment, reward: answers.reward, at: clock.now() }
    if (!(await redeem(tx, it))) throw new Refusal(tooFew)
  },
  notices: {
    fulfilled: [
      {
        to: ['applicant'],
        text: {
          ar: 'استُبدلت نقاط المنشأة بـ{reward}. الطلب {reference}',
          en: 'The establishment’s points were exchanged for {reward}. Request {reference}',
        },
      },
    ],
  },
  describe: async ({ answers }) => ({ reward: v.text(rewards[answers.reward].title) }),
  retentionYears: 10,
  concurrent: true,
})

const tooFew = {
  ar: 'لم تعد النقاط تكفي لهذه المكافأة.',
  en: 'There are no longer enough points for this reward.',
}
