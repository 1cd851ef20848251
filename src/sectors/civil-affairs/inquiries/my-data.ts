import { type AccessEntry, accessLog } from '#platform/audit/access-log.ts'
import type { Block } from '#platform/catalogue/block.ts'
import { inquiry } from '#platform/catalogue/definition.ts'
import { titledBlocks } from '#platform/catalogue/holding.ts'
import { v } from '#platform/catalogue/value.ts'
import { noForm } from '#platform/forms/field.ts'

const shownEntries = 5

/** Everything that is held on the asker: each sector says its own, in `holdings/`. */
export default inquiry('my-data', {
  sector: 'civil-affairs',
  version: 1,
  title: { ar: 'بياناتي', en: 'My data' },
  summary: {
    ar: 'كل ما تحتفظ به السجلات عنك، ومن اطّلع عليه.',
    en: 'Everything that the registers hold on you, and who has looked at it.',
  },
  words: ['الحالة الاجتماعية', 'الحالة المدنية', 'الأوضاع', 'سجلي', 'معلوماتي', 'personal data', 'privacy'],
  audience: ['citizen', 'resident', 'visitor'],
  time: { ar: 'فورًا', en: 'At once' },
  access: 'signed-in',
  form: noForm,
  answer: async ({ db, person, catalogue }) => {
    if (!person) return []
    const held = await catalogue.holdings(person)
    return [
      ...held.flatMap(titledBlocks),
      correctIt,
      ...looked(await accessLog(db, person, { limit: shownEntries })),
    ]
  },
})

const correctIt: Block = {
  kind: 'note',
  tone: 'neutral',
  body: {
    ar: 'وجدت خطأ؟ اطلب تصحيحه، وأرفق ما يثبته إن وُجد.',
    en: 'Something is wrong? Ask to have it corrected, with proof if you have any.',
  },
  next: { label: { ar: 'اطلب التصحيح', en: 'Ask for a correction' }, page: '/contact' },
}

const looked = (entries: readonly AccessEntry[]): readonly Block[] => [
  {
    kind: 'table',
    title: { ar: 'من اطّلع على بياناتك', en: 'Who looked at your data' },
    columns: [
      { key: 'at', label: { ar: 'متى', en: 'When' } },
      { key: 'who', label: { ar: 'من', en: 'Who' } },
      { key: 'what', label: { ar: 'ماذا فعل', en: 'What they did' } },
    ],
    rows: entries.map((entry) => ({
      at: v.instant(entry.at),
      who: v.text(entry.who.name),
      what: v.text(entry.title),
    })),
    empty: { ar: 'لم يطّلع أحد غيرك على بياناتك.', en: 'Nobody but you has looked at your data.' },
  },
  {
    kind: 'note',
    tone: 'neutral',
    body: {
      ar: 'السجل الكامل يبيّن كل اطلاع وسببه.',
      en: 'The full log shows every look and why it was taken.',
    },
    next: { label: { ar: 'السجل الكامل', en: 'The full log' }, page: '/access' },
  },
]
