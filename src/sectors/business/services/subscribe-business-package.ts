import { service } from '#platform/catalogue/definition.ts'
import { ownerAlone } from '#platform/catalogue/power.ts'
import { days } from '#platform/catalogue/step.ts'
import { v } from '#platform/catalogue/value.ts'
import { form } from '#platform/forms/field.ts'
import { choice } from '#platform/forms/fields/index.ts'
import { workerCount } from '#platform/people/establishment.ts'
import { thisEstablishment } from '#platform/people/establishment-subject.ts'
import { Refusal } from '#platform/requests/refusal.ts'
import { packages, type Tier } from '../packages.ts'
import { enterPackage } from '../registry/packages.ts'
import { noPackageYet } from '../rules.ts'

const tiers = ['small', 'medium', 'large'] as const satisfies readonly Tier[]

/** Register 196 `subscribe-business-package`: annual, by the workers of the establishment, paid by its owner. */
export default service('subscribe-business-package', {
  sector: 'business',
  version: 1,
  title: { ar: 'اشتراك باقة أعمال', en: 'Subscribe to a business package' },
  summary: {
    ar: 'باقة سنوية لمنشأتك بقدر عدد عامليها، تبدأ اليوم أو بعد انتهاء باقتها الحالية.',
    en: 'A package of a year for your establishment, by its workers, from today or from the end of the present one.',
  },
  words: ['باقة أعمال', 'اشتراك الأعمال', 'تجديد الباقة', 'business package', 'subscription'],
  audience: ['establishment'],
  power: ownerAlone,
  time: { ar: 'فور السداد', en: 'Once it is paid' },
  subject: thisEstablishment,
  form: form({
    tier: choice({
      label: { ar: 'الباقة', en: 'Package' },
      options: tiers.map((value) => ({
        value,
        label: packages[value].title,
        detail: packages[value].detail,
      })),
    }),
  }),
  rules: [noPackageYet],
  onSubmit: async ({ db, subject, answers }) => {
    const workers = await workerCount(db, subject.value.id)
    if (workers > packages[answers.tier].workers) throw new Refusal(tooSmall(workers))
  },
  steps: [
    {
      kind: 'payment',
      id: 'payment',
      title: { ar: 'سداد الباقة', en: 'Payment of the package' },
      by: 'applicant',
      within: days(3),
      items: tiers.map((tier) => ({
        rate: `business-package-${tier}` as const,
        times: ({ answers }: { readonly answers: { readonly tier: Tier } }) =>
          answers.tier === tier ? 1 : 0,
      })),
    },
  ],
  effect: async ({ tx, today, subject, answers }) => {
    if (!(await enterPackage(tx, { establishment: subject.value.id, tier: answers.tier, today })))
      throw new Refusal(coveredAlready)
  },
  describe: async ({ answers }) => ({ package: v.text(packages[answers.tier].title) }),
  notices: {
    fulfilled: [
      {
        to: ['applicant'],
        text: {
          ar: 'صارت لمنشأتك {subject} الباقة {package} لسنة. الطلب {reference}',
          en: 'Your establishment {subject} has the package {package} for a year. Request {reference}',
        },
      },
    ],
  },
  retentionYears: 10,
})

const tooSmall = (workers: number) => ({
  ar: `في منشأتك ${workers} من العاملين. اختر باقة تكفيهم.`,
  en: `Your establishment has ${workers} workers. Choose a package that covers them.`,
})
const coveredAlready = {
  ar: 'اشتُرك لهذه المدة من قبل، فيعود إليك ما دفعته.',
  en: 'This time is covered already; what you paid comes back to you.',
}
