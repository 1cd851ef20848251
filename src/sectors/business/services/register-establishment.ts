import { openWorkspace } from '#platform/authority/workspace.ts'
import { service } from '#platform/catalogue/definition.ts'
import { v } from '#platform/catalogue/value.ts'
import { form } from '#platform/forms/field.ts'
import { consent } from '#platform/forms/fields/index.ts'
import { notRegisteredYet } from '../rules.ts'
import { ownEstablishment } from '../subjects.ts'

/** Register 195 `register-establishment`: by its 700 number, by the owner on record, at once and free. */
export default service('register-establishment', {
  sector: 'business',
  version: 1,
  title: { ar: 'تسجيل منشأة', en: 'Register an establishment' },
  summary: {
    ar: 'أدر منشأتك من حسابك برقمها الموحد، وعيّن من يتصرف باسمها.',
    en: 'Manage your establishment from your account by its unified number, and appoint who acts for it.',
  },
  words: ['سجل تجاري', 'رقم 700', 'شركة', 'مؤسسة', 'company', 'business account', 'unified number'],
  audience: ['citizen', 'resident'],
  opensWorkspace: true,
  time: { ar: 'فورًا', en: 'At once' },
  cost: { ar: 'مجانًا', en: 'Free' },
  subject: ownEstablishment,
  form: form(
    {
      owner: consent({
        label: {
          ar: 'أنا مالك هذه المنشأة، وأنا مسؤول عمّن أعيّنه للتصرف باسمها.',
          en: 'I own this establishment, and I answer for those whom I appoint to act for it.',
        },
      }),
    },
    [{ slug: 'owner', title: { ar: 'إقرار المالك', en: 'The owner’s statement' }, fields: ['owner'] }],
  ),
  rules: [notRegisteredYet],
  steps: [],
  effect: ({ tx, clock, applicant, subject }) =>
    openWorkspace(tx, { owner: applicant, establishment: subject.value.id, at: clock.now() }),
  describe: async ({ subject }) => ({ number: v.code(subject.value.id) }),
  notices: {
    fulfilled: [
      {
        to: ['applicant'],
        text: {
          ar: 'سُجّلت منشأتك {subject} برقمها الموحد {number}، ومساحة عملها مفتوحة لك من «الأعمال». الطلب {reference}',
          en: 'Your establishment {subject}, unified number {number}, is registered. Its workspace is open to you under “Business”. Request {reference}',
        },
      },
    ],
  },
  retentionYears: 10,
})
