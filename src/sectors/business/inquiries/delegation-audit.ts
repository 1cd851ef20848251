import { actionTitle } from '#platform/audit/action.ts'
import { delegationsGiven } from '#platform/authority/delegation.ts'
import { delegationLog, eventTitle } from '#platform/authority/delegation-log.ts'
import { inquiry } from '#platform/catalogue/definition.ts'
import { v } from '#platform/catalogue/value.ts'
import { form } from '#platform/forms/field.ts'
import { ownEstablishment } from '../subjects.ts'

/** Register 203 `delegation-audit`: what became of each delegation and what was done under it; only ever added to. */
export default inquiry('delegation-audit', {
  sector: 'business',
  version: 1,
  title: { ar: 'سجل أعمال المفوَّضين', en: 'Delegates’ activity log' },
  summary: {
    ar: 'ما فعله كل مفوَّض باسم منشأتك، ومتى.',
    en: 'What each delegate did for your establishment, and when.',
  },
  words: ['سجل المفوضين', 'أعمال المفوض', 'audit', 'activity log', 'delegates'],
  audience: ['citizen', 'resident'],
  time: { ar: 'فورًا', en: 'At once' },
  cost: { ar: 'مجانًا', en: 'Free' },
  access: 'signed-in',
  subject: ownEstablishment,
  form: form({}, []),
  answer: async ({ db, clock, subject }) => {
    if (!subject) return []
    const given = await delegationsGiven({ db, clock }, subject.value.id)
    const logs = await Promise.all(given.map((one) => delegationLog(db, subject.value.id, one.id)))
    const events = logs.flat().sort((a, b) => b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1))
    return [
      {
        kind: 'table',
        columns: [
          { key: 'at', label: { ar: 'متى', en: 'When' } },
          { key: 'who', label: { ar: 'من', en: 'Who' } },
          { key: 'what', label: { ar: 'ماذا', en: 'What' } },
        ],
        rows: events.map((one) => ({
          at: v.instant(one.at),
          who: v.text(one.who),
          what: v.text(eventTitle(one.type) ?? actionTitle(one.type)),
        })),
        empty: { ar: 'لم يُفوَّض أحد بعد.', en: 'Nobody has been appointed yet.' },
      },
    ]
  },
})
