import { inquiry } from '#platform/catalogue/definition.ts'
import { noForm } from '#platform/forms/field.ts'
import { accidentsTable } from '../blocks.ts'
import { accidentsOf } from '../registry/accidents.ts'

/** Register accident-reports (row 94). */
export default inquiry('accident-reports', {
  sector: 'traffic',
  version: 1,
  title: { ar: 'الحوادث المرورية', en: 'My traffic accidents' },
  summary: {
    ar: 'حوادثك ونسبة الخطأ في كل منها ورقم تقريرها.',
    en: 'Your accidents, the shares of the fault in each, and its report number.',
  },
  words: ['حادث', 'نسبة الخطأ', 'تقرير حادث', 'نجم', 'accident', 'liability', 'crash'],
  audience: ['citizen', 'resident'],
  time: { ar: 'فورًا', en: 'At once' },
  cost: { ar: 'مجانًا', en: 'Free' },
  access: 'signed-in',
  form: noForm,
  answer: async ({ db, person }) =>
    person
      ? [
          accidentsTable(await accidentsOf(db, person)),
          {
            kind: 'note',
            tone: 'neutral',
            body: {
              ar: 'تحتاج إليها على ورق؟ تقرير الحوادث برقم ورمز تحقق.',
              en: 'You need them on paper? The report of accidents has a number and a code.',
            },
            next: {
              label: { ar: 'اطلب التقرير', en: 'Get the report' },
              service: 'official-reports',
              subject: 'accidents',
            },
          },
        ]
      : [],
})
