import type { Block } from '#platform/catalogue/block.ts'
import { inquiry } from '#platform/catalogue/definition.ts'
import { v } from '#platform/catalogue/value.ts'
import { noForm } from '#platform/forms/field.ts'
import { familyRecordsOf, membersOf } from '../registry/families.ts'
import { relationOf } from '../words.ts'

/** Register digital-family-record (row 105): for father and mother alike. */
export default inquiry('digital-family-record', {
  sector: 'civil-affairs',
  version: 1,
  title: { ar: 'سجل الأسرة الرقمي', en: 'Digital family record' },
  summary: {
    ar: 'سجل أسرتك ورمزه، للأب والأم على السواء.',
    en: 'Your family record and its code, for father and mother alike.',
  },
  words: ['كرت العائلة', 'دفتر العائلة', 'قيد عائلي', 'family card', 'family book'],
  audience: ['citizen'],
  time: { ar: 'فورًا', en: 'At once' },
  cost: { ar: 'مجانًا', en: 'Free' },
  access: 'signed-in',
  form: noForm,
  answer: async ({ db, person }) => {
    const records = person ? await familyRecordsOf(db, person) : []
    const blocks = await Promise.all(
      records.map(async (record): Promise<readonly Block[]> => {
        const members = await membersOf(db, record)
        return [
          {
            kind: 'table',
            title: { ar: `السجل ${record.number}`, en: `Record ${record.number}` },
            columns: [
              { key: 'name', label: { ar: 'الاسم', en: 'Name' } },
              { key: 'relation', label: { ar: 'الصلة', en: 'Relation' } },
            ],
            rows: members.map((one) => ({ name: v.text(one.name), relation: v.text(relationOf(one)) })),
            empty: { ar: 'لا أحد معك في هذا السجل.', en: 'Nobody else is in this record.' },
          },
          {
            kind: 'document',
            document: 'family-record',
            title: { ar: 'سجل الأسرة الرقمي', en: 'Digital family record' },
            subject: record.id,
          },
        ]
      }),
    )
    return records.length ? blocks.flat() : [none]
  },
})

const none: Block = {
  kind: 'status',
  code: 'NO_RECORD',
  tone: 'neutral',
  title: { ar: 'لا سجل أسرة بيدك', en: 'You hold no family record' },
  body: {
    ar: 'يُفتح السجل بعد تسجيل الزواج، ولكل من الزوجين نسخة منه.',
    en: 'A record is opened once a marriage is registered, and each spouse holds one.',
  },
}
