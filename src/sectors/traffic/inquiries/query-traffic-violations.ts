import { compact } from '#kernel/digits.ts'
import { inquiry } from '#platform/catalogue/definition.ts'
import { v } from '#platform/catalogue/value.ts'
import { form } from '#platform/forms/field.ts'
import { personNumber, text } from '#platform/forms/fields/index.ts'
import { totals, violationsTable } from '../blocks.ts'
import { dueOn, violationByNumber, violationsOf } from '../registry/violations.ts'
import { violationStateNames } from '../words.ts'

/**
 * Register `query-traffic-violations`: one's own list when signed in; without an account, the state of a
 * single violation to whoever has its number and the person's, and no more than it takes to pay or object.
 */
export default inquiry('query-traffic-violations', {
  sector: 'traffic',
  version: 1,
  title: { ar: 'الاستعلام عن المخالفات المرورية', en: 'Traffic violations' },
  summary: {
    ar: 'مخالفاتك بتفاصيلها، أو مخالفة واحدة برقمها ورقم هويتك.',
    en: 'Your violations in detail, or one violation by its number and your ID number.',
  },
  words: ['المخالفات المرورية وتفاصيلها', 'مخالفات ساهر', 'غرامات المرور', 'traffic tickets', 'fines'],
  audience: ['anonymous', 'citizen', 'resident', 'visitor'],
  delegable: true,
  time: { ar: 'فورًا', en: 'At once' },
  cost: { ar: 'مجانًا', en: 'Free' },
  access: 'public',
  guard: 'visual-code',
  form: form(
    {
      number: text({
        label: { ar: 'رقم المخالفة', en: 'Violation number' },
        hint: { ar: '12 رقمًا، في رسالة المخالفة.', en: '12 digits, in the message about it.' },
        max: 20,
      }),
      person: personNumber({
        label: { ar: 'رقم الهوية أو الإقامة أو الحدود', en: 'ID, iqama or border number' },
      }),
    },
    [
      {
        slug: 'violation',
        title: { ar: 'أي مخالفة؟', en: 'Which violation?' },
        fields: ['number', 'person'],
      },
    ],
  ),
  answer: async ({ db, answers, today }) => {
    const found = await violationByNumber(db, answers.person, compact(answers.number))
    if (!found)
      return [
        {
          kind: 'status',
          code: 'NOT_FOUND',
          tone: 'neutral',
          title: { ar: 'لا مخالفة بهذين الرقمين', en: 'No violation under these two numbers' },
          body: {
            ar: 'راجع رقم المخالفة ورقم الهوية كما في الرسالة، أو سجّل الدخول لتعرف كل مخالفاتك.',
            en: 'Check both numbers against the message, or sign in to see all your violations.',
          },
          next: { label: { ar: 'تسجيل الدخول', en: 'Sign in' }, page: '/sign-in' },
        },
      ]
    const unpaid = found.state === 'unpaid'
    return [
      {
        kind: 'status',
        code: found.state.toUpperCase(),
        tone: unpaid ? 'warning' : 'good',
        title: violationStateNames[found.state],
        ...(unpaid
          ? { next: { label: { ar: 'سدّد المخالفة', en: 'Pay it' }, service: 'pay-violations' } }
          : {}),
      },
      ...(unpaid
        ? [
            {
              kind: 'facts' as const,
              facts: [
                {
                  key: 'due',
                  label: { ar: 'المطلوب اليوم', en: 'Due today' },
                  value: v.money(dueOn(found, today)),
                },
                { key: 'payBy', label: { ar: 'مهلة السداد حتى', en: 'Pay by' }, value: v.day(found.payBy) },
                {
                  key: 'objectBy',
                  label: { ar: 'الاعتراض حتى', en: 'Object until' },
                  value: v.day(found.objectBy),
                },
              ],
            },
          ]
        : []),
    ]
  },
  own: async ({ db, person, today }) => {
    const all = await violationsOf(db, person)
    const unpaid = all.filter((one) => one.state === 'unpaid')
    return [
      ...(unpaid.length
        ? [
            { kind: 'facts' as const, facts: totals(unpaid, today) },
            {
              kind: 'note' as const,
              tone: 'warning' as const,
              body: { ar: 'عليك مخالفات غير مسددة.', en: 'You have unpaid violations.' },
              next: { label: { ar: 'سدّد المخالفات', en: 'Pay the violations' }, service: 'pay-violations' },
            },
          ]
        : []),
      violationsTable(all, today),
    ]
  },
})
