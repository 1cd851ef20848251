import { inquiry } from '#platform/catalogue/definition.ts'
import { noForm } from '#platform/forms/field.ts'
import { self } from '#platform/people/subjects.ts'
import { totals } from '../blocks.ts'
import { violationsOf } from '../registry/violations.ts'

/** Register `query-total-violations`. */
export default inquiry('query-total-violations', {
  sector: 'traffic',
  version: 1,
  title: { ar: 'إجمالي المخالفات المرورية', en: 'Total of traffic violations' },
  summary: {
    ar: 'مجموع ما عليك من مخالفات، قبل التخفيض وبعده.',
    en: 'What your violations add up to, without and with the reduction.',
  },
  words: ['مجموع المخالفات', 'how much do I owe traffic'],
  audience: ['citizen', 'resident', 'visitor'],
  delegable: true,
  time: { ar: 'فورًا', en: 'At once' },
  cost: { ar: 'مجانًا', en: 'Free' },
  access: 'signed-in',
  form: noForm,
  subject: self,
  answer: async ({ db, subject, today }) => {
    const unpaid = subject ? await violationsOf(db, subject.person, 'unpaid') : []
    return [
      {
        kind: 'status',
        code: unpaid.length ? 'UNPAID' : 'CLEAR',
        tone: unpaid.length ? 'warning' : 'good',
        title: unpaid.length
          ? { ar: 'عليك مخالفات غير مسددة', en: 'You have unpaid violations' }
          : { ar: 'لا مخالفات غير مسددة عليك', en: 'You have no unpaid violation' },
        ...(unpaid.length
          ? { next: { label: { ar: 'سدّد المخالفات', en: 'Pay the violations' }, service: 'pay-violations' } }
          : {}),
      },
      { kind: 'facts', facts: totals(unpaid, today) },
    ]
  },
})
