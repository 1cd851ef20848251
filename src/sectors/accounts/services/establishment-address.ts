import { service } from '#platform/catalogue/definition.ts'
import { ownerAlone } from '#platform/catalogue/power.ts'
import type { EstablishmentSubjectType } from '#platform/catalogue/subject.ts'
import { v } from '#platform/catalogue/value.ts'
import { form } from '#platform/forms/field.ts'
import { addressLine, addressOfEstablishment } from '#platform/people/address.ts'
import type { Establishment } from '#platform/people/establishment.ts'
import { thisEstablishment } from '#platform/people/establishment-subject.ts'
import { registerEstablishmentAddress } from '#platform/people/register-address.ts'
import { addressFields, addressTroubles } from '../address-form.ts'

/** The establishment, with the address that is known of it. */
const atItsAddress: EstablishmentSubjectType<Establishment> = {
  ...thisEstablishment,
  kind: 'addressed-establishment',
  async list(context, establishment) {
    const address = await addressOfEstablishment(context.db, establishment)
    return (await thisEstablishment.list(context, establishment)).map((one) => ({
      ...one,
      detail: address ? addressLine(address) : { ar: 'لا عنوان مسجّلًا بعد', en: 'No address registered yet' },
    }))
  },
}

/** Register 2.1 `national-address`, of an establishment: one, that of its seat [assumed]. */
export default service('establishment-address', {
  sector: 'accounts',
  version: 1,
  title: { ar: 'العنوان الوطني للمنشأة', en: 'The establishment’s national address' },
  summary: {
    ar: 'سجّل العنوان الوطني لمقر المنشأة أو أكّده.',
    en: 'Register the national address of the establishment’s seat, or confirm it.',
  },
  words: ['واصل أعمال', 'عنوان المنشأة', 'مقر المنشأة', 'business address', 'short address', 'seat'],
  audience: ['establishment'],
  power: ownerAlone,
  time: { ar: 'فورًا', en: 'At once' },
  cost: { ar: 'مجانًا', en: 'Free' },
  conditions: [
    {
      ar: 'للمنشأة عنوان واحد؛ الجديد يحل محل القديم.',
      en: 'An establishment has one address; a new one takes the place of the old.',
    },
  ],
  subject: atItsAddress,
  form: form(addressFields, [
    {
      slug: 'address',
      title: { ar: 'أين مقر المنشأة؟', en: 'Where is the establishment’s seat?' },
      fields: ['address', 'region'],
    },
  ]),
  rules: [],
  check: async (answers) => addressTroubles(answers),
  steps: [],
  effect: ({ tx, today, subject, answers: { address, region } }) =>
    registerEstablishmentAddress(tx, subject.value.id, { address, region, on: today }),
  describe: async ({ answers }) => ({ short: v.code(answers.address.short) }),
  notices: {
    fulfilled: [
      {
        to: ['applicant'],
        text: {
          ar: 'سُجّل {short} عنوانًا وطنيًا لمنشأتك {subject}. الطلب {reference}',
          en: '{short} is registered as the national address of your establishment {subject}. Request {reference}',
        },
      },
    ],
  },
  retentionYears: 5,
})
