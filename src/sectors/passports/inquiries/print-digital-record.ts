import { inquiry } from '#platform/catalogue/definition.ts'
import { noForm } from '#platform/forms/field.ts'
import { ownRecord } from '../own-record.ts'

/** Register `print-digital-record`: «الطباعة الرقمية», a print-out of one's own record with its code. */
export default inquiry('print-digital-record', {
  sector: 'passports',
  version: 1,
  title: { ar: 'الطباعة الرقمية', en: 'Print-out of a record' },
  summary: {
    ar: 'مستخرج من سجلك لدى الجوازات، برمز يتحقق منه أي أحد.',
    en: 'A print-out of your own record with Passports, with a code that anyone can check.',
  },
  words: ['برنت', 'مستخرج', 'طباعة', 'طباعة الإقامة', 'برنت إقامة', 'برنت جواز', 'print', 'PDF'],
  audience: ['citizen', 'resident', 'visitor'],
  time: { ar: 'فورًا', en: 'At once' },
  cost: { ar: 'مجانًا', en: 'Free' },
  access: 'signed-in',
  subject: ownRecord,
  form: noForm,
  answer: async ({ subject }) => {
    if (!subject) return []
    const { document, id } = subject.value
    return [
      { kind: 'document', document, title: subject.label, subject: id },
      {
        kind: 'note',
        tone: 'neutral',
        body: {
          ar: 'افتح الوثيقة ثم نزّلها PDF. على الورقة رقم ورمز يتحقق بهما من يستلمها.',
          en: 'Open it, then download the PDF. The sheet bears a number and a code by which its reader checks it.',
        },
      },
    ]
  },
})
