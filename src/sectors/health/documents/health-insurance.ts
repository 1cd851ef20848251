import { v } from '#platform/catalogue/value.ts'
import { document } from '#platform/documents/document.ts'
import { cardBearer, cardBearers } from '#platform/people/subjects.ts'
import { policyOn } from '../registry/policies.ts'
import { classNames, healthInsuranceCouncil } from '../words.ts'

/** The card that is shown at a hospital's door: one's own, and a child's. */
export default document('health-insurance', {
  sector: 'health',
  title: { ar: 'بطاقة التأمين الصحي', en: 'Health insurance card' },
  issuer: healthInsuranceCouncil,
  look: { kind: 'card', from: '#0b4a6f', to: '#2f8fb5', ink: 'light' },
  order: 60,
  prefix: 'HI',
  codeWords: {
    cls: { label: { ar: 'الفئة', en: 'Class' }, values: classNames },
  },
  held: async (context, carrier) => {
    const bearers = await cardBearers.list(context, carrier)
    const policies = await Promise.all(bearers.map((one) => policyOn(context.db, one.person, context.today)))
    return bearers.filter((_, at) => policies[at]).map((one) => one.id)
  },
  claims: async (context, carrier, subjectId) => {
    const person = await cardBearer(context, carrier, subjectId)
    const policy = person && (await policyOn(context.db, person.id, context.today))
    if (!person || !policy) return undefined
    return {
      number: policy.number,
      holderName: person.name,
      birth: person.born,
      validFrom: policy.from,
      validUntil: policy.until,
      facts: [
        { key: 'insurer', label: { ar: 'شركة التأمين', en: 'Insurer' }, value: v.text(policy.insurer) },
        { key: 'class', label: { ar: 'الفئة', en: 'Class' }, value: v.text(classNames[policy.class]) },
        { key: 'person', label: { ar: 'رقم الهوية', en: 'ID number' }, value: v.code(person.id) },
        { key: 'until', label: { ar: 'سارية حتى', en: 'Valid until' }, value: v.day(policy.until) },
      ],
      qr: { cls: policy.class },
      attributes: { insurer: policy.insurer.en, policy_class: policy.class },
    }
  },
})
