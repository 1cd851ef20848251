import { inquiry } from '#platform/catalogue/definition.ts'
import { noForm } from '#platform/forms/field.ts'
import { statusBlock } from '../answer.ts'
import { recordBlock } from '../record.ts'
import { fingerprintOf } from '../registry.ts'
import { searchWords } from '../words.ts'

export default inquiry('my-fingerprint-record', {
  sector: 'fingerprint',
  version: 1,
  title: { ar: 'سجل بصمتي', en: 'My fingerprint record' },
  summary: {
    ar: 'حالة بصمتك، ومتى سجّلتها وأين.',
    en: 'Where your fingerprints stand, and when and where you enrolled them.',
  },
  words: [...searchWords, 'التحقق من بصمات الأصابع', 'توثيق البصمة'],
  audience: ['citizen', 'resident'],
  time: { ar: 'فورًا', en: 'At once' },
  conditions: [
    {
      ar: 'تبقى البصمة نفسها في مخزن التسجيل؛ لا يُعرض ولا يُشارك إلا الحالة.',
      en: 'The fingerprints themselves stay in the enrolment store; only the status is shown or shared.',
    },
  ],
  access: 'signed-in',
  form: noForm,
  answer: async ({ db, person, today }) => {
    const found = person && (await fingerprintOf(db, person, today))
    if (!found) return [statusBlock('NO_ID_CARD')]
    return [statusBlock(found.status), recordBlock(found)]
  },
})
