import type { Text } from '#kernel/text.ts'
import { service } from '#platform/catalogue/definition.ts'
import { v } from '#platform/catalogue/value.ts'
import { form } from '#platform/forms/field.ts'
import { yesNo } from '#platform/forms/fields/index.ts'
import { addressesOf } from '#platform/people/address.ts'
import { registerAddress } from '#platform/people/register-address.ts'
import { self } from '#platform/people/subjects.ts'
import { addressFields, addressTroubles } from '../address-form.ts'

/** Addresses that one person can have [assumed]. */
export const addressesAPerson = 5

/** Register 2.1 `national-address`: where cards and papers are brought. */
export default service('national-address', {
  sector: 'accounts',
  version: 1,
  title: { ar: 'العنوان الوطني', en: 'National address' },
  summary: {
    ar: 'سجّل عنوانك الوطني أو أكّده؛ إليه تصلك البطاقات والأوراق.',
    en: 'Register your national address or confirm it: cards and papers are delivered to it.',
  },
  words: ['واصل', 'عنواني', 'العنوان المختصر', 'تغيير العنوان', 'سكن', 'Wasel', 'short address', 'moving'],
  audience: ['citizen', 'resident'],
  time: { ar: 'فورًا', en: 'At once' },
  cost: { ar: 'مجانًا', en: 'Free' },
  conditions: [
    {
      ar: 'إن أعدت عنوانًا مسجّلًا لك بعنوانه المختصر صُحّح وأُكّد، ولم يتكرر.',
      en: 'An address of yours that you give again, by its short address, is put right and confirmed, not repeated.',
    },
  ],
  subject: self,
  form: form(
    {
      ...addressFields,
      main: yesNo({
        label: { ar: 'أهو عنوانك الرئيس؟', en: 'Is it your main address?' },
        hint: {
          ar: 'عنوان واحد هو الرئيس: أول عنوان تسجّله، إلى أن تختار غيره.',
          en: 'One address is the main one: the first, until you choose another.',
        },
      }),
    },
    [
      {
        slug: 'address',
        title: { ar: 'أين تسكن؟', en: 'Where do you live?' },
        fields: ['address', 'region', 'main'],
      },
    ],
  ),
  rules: [],
  check: async (answers, { db, applicant }) => {
    const addresses = await addressesOf(db, applicant)
    const known = addresses.some((one) => one.shortAddress === answers.address.short)
    return !known && addresses.length >= addressesAPerson ? { address: tooMany } : addressTroubles(answers)
  },
  steps: [],
  effect: ({ tx, today, applicant, answers: { address, region, main } }) =>
    registerAddress(tx, applicant, { address, region, main, on: today }),
  describe: async ({ answers }) => ({ short: v.code(answers.address.short) }),
  notices: {
    fulfilled: [
      {
        to: ['applicant'],
        text: {
          ar: 'سُجّل عنوانك الوطني {short}، وتجده في «بياناتي». الطلب {reference}',
          en: 'Your national address {short} is registered; you find it in “My data”. Request {reference}',
        },
      },
    ],
  },
  retentionYears: 5,
})

const tooMany: Text = {
  ar: `لك ${addressesAPerson} عناوين، وهذا أقصى عدد. أعد تأكيد واحد منها بعنوانه المختصر.`,
  en: `You have ${addressesAPerson} addresses, the most that one can have. Confirm one of them by its short address.`,
}
