import { inquiry } from '#platform/catalogue/definition.ts'
import { noForm } from '#platform/forms/field.ts'
import { deedsOf, deedTable } from '../deed-table.ts'

export default inquiry('query-custody-deeds', {
  sector: 'justice',
  version: 1,
  title: { ar: 'صكوك الحضانة', en: 'Custody deeds' },
  summary: {
    ar: 'الصكوك التي قيّدتها المحاكم عن أطفالك أو عنك، وما يسري منها.',
    en: 'The deeds that courts entered about your children or yourself, and which of them hold.',
  },
  words: ['صك حضانة', 'استعلام عن صك', 'حضانة', 'custody', 'deed'],
  audience: ['citizen', 'resident'],
  time: { ar: 'فورًا', en: 'At once' },
  cost: { ar: 'مجانًا', en: 'Free' },
  access: 'signed-in',
  form: noForm,
  answer: async ({ db, today, person }) =>
    person ? [await deedTable(db, await deedsOf(db, person), today)] : [],
})
