import { inquiry } from '#platform/catalogue/definition.ts'
import { form } from '#platform/forms/field.ts'
import { thisEstablishment } from '#platform/people/establishment-subject.ts'
import { fingerprintOf, statusTitle } from '#sectors/fingerprint/index.ts'

/** R-DEL-09, power `fingerprint.self.read`: the delegate's own status, nobody else's. */
export default inquiry('delegate-fingerprint', {
  sector: 'telecom',
  version: 1,
  title: { ar: 'حالة بصمتي مفوَّضًا', en: 'My fingerprint as a delegate' },
  summary: {
    ar: 'هل بصمتك محدثة فتستطيع توثيق خطوط المنشأة؟',
    en: 'Are your fingerprints up to date, so that you can authenticate the establishment’s lines?',
  },
  words: ['بصمة المفوض', 'حالة البصمة', 'delegate fingerprint'],
  audience: ['establishment'],
  power: 'fingerprint.self.read',
  time: { ar: 'فورًا', en: 'At once' },
  cost: { ar: 'مجانًا', en: 'Free' },
  access: 'signed-in',
  subject: thisEstablishment,
  form: form({}, []),
  answer: async ({ db, today, actor }) => {
    const found = actor && (await fingerprintOf(db, actor, today))
    const status = found ? found.status : 'NOT_UPDATED'
    const updated = status === 'UPDATED'
    return [
      {
        kind: 'status',
        code: status,
        tone: updated ? 'good' : 'warning',
        title: statusTitle[status],
        body: updated
          ? {
              ar: 'تستطيع توثيق الخطوط إن كان ذلك من صلاحياتك.',
              en: 'You can authenticate lines, if your powers cover it.',
            }
          : {
              ar: 'سجّل بصمتك بموعد بلا مقابل من حسابك الفردي.',
              en: 'Enrol them with a free appointment, from your own account.',
            },
      },
    ]
  },
})
