import { compact } from '#kernel/digits.ts'
import { inquiry } from '#platform/catalogue/definition.ts'
import { form } from '#platform/forms/field.ts'
import { text } from '#platform/forms/fields/index.ts'
import { insuranceTable } from '../blocks.ts'
import { vehicleBySequence, vehiclesOf } from '../registry/vehicles.ts'

/**
 * Register `query-vehicle-insurance-validity`: one's own vehicles when signed in; without an account, yes
 * or no by the sequence number. A number that nobody has is answered like a vehicle without insurance.
 */
export default inquiry('query-vehicle-insurance-validity', {
  sector: 'traffic',
  version: 1,
  title: { ar: 'صلاحية تأمين المركبات', en: 'Vehicle insurance validity' },
  summary: {
    ar: 'هل تأمين المركبة سارٍ؟ لمركباتك، أو لمركبة برقمها التسلسلي.',
    en: 'Is a vehicle insured? Your own vehicles, or one by its sequence number.',
  },
  words: ['تأمين السيارة', 'الاستعلام عن التأمين', 'car insurance'],
  audience: ['anonymous', 'citizen', 'resident', 'visitor'],
  time: { ar: 'فورًا', en: 'At once' },
  cost: { ar: 'مجانًا', en: 'Free' },
  access: 'public',
  guard: 'visual-code',
  form: form({
    sequenceNumber: text({
      label: { ar: 'الرقم التسلسلي للمركبة', en: 'Sequence number of the vehicle' },
      hint: { ar: 'في رخصة السير، 10 أرقام على الأكثر.', en: 'On the registration card, at most 10 digits.' },
      max: 20,
    }),
  }),
  answer: async ({ db, answers, today }) => {
    const vehicle = await vehicleBySequence(db, compact(answers.sequenceNumber), today)
    return [
      vehicle?.insurance
        ? {
            kind: 'status',
            code: 'INSURED',
            tone: 'good',
            title: { ar: 'التأمين سارٍ', en: 'The insurance is valid' },
          }
        : {
            kind: 'status',
            code: 'NOT_INSURED',
            tone: 'neutral',
            title: {
              ar: 'لا نجد تأمينًا ساريًا بهذا الرقم',
              en: 'We find no valid insurance under this number',
            },
            body: {
              ar: 'راجع الرقم التسلسلي في رخصة السير. إن كانت المركبة مركبتك فسجّل الدخول لتعرف المزيد.',
              en: 'Check the sequence number on the registration card. If the vehicle is yours, sign in to see more.',
            },
            next: { label: { ar: 'تسجيل الدخول', en: 'Sign in' }, page: '/sign-in' },
          },
    ]
  },
  own: async ({ db, person, today }) => [insuranceTable(await vehiclesOf(db, person, today))],
})
