import type { Block } from '#platform/catalogue/block.ts'
import { inquiry } from '#platform/catalogue/definition.ts'
import { v } from '#platform/catalogue/value.ts'
import { noForm } from '#platform/forms/field.ts'
import { ownVehicle } from '../subjects.ts'
import { coverNames } from '../words.ts'

/** Register view-vehicle-insurance-document. */
export default inquiry('view-vehicle-insurance-document', {
  sector: 'traffic',
  version: 1,
  title: { ar: 'وثيقة تأمين المركبات', en: 'Vehicle insurance document' },
  summary: {
    ar: 'شركة التأمين ورقم الوثيقة ونوعها ومدتها.',
    en: 'The insurer, the policy, its kind and its dates.',
  },
  words: ['تأمين السيارة', 'بوليصة', 'وثيقة التأمين', 'car insurance', 'policy'],
  audience: ['citizen', 'resident'],
  time: { ar: 'فورًا', en: 'At once' },
  cost: { ar: 'مجانًا', en: 'Free' },
  access: 'signed-in',
  subject: ownVehicle,
  form: noForm,
  answer: async ({ subject }) => {
    if (!subject) return []
    const { insurance } = subject.value
    if (!insurance) return [notInsured]
    return [
      {
        kind: 'facts',
        title: subject.label,
        facts: [
          { key: 'insurer', label: { ar: 'شركة التأمين', en: 'Insurer' }, value: v.text(insurance.insurer) },
          {
            key: 'number',
            label: { ar: 'رقم الوثيقة', en: 'Policy number' },
            value: v.code(insurance.number),
          },
          { key: 'cover', label: { ar: 'التغطية', en: 'Cover' }, value: v.text(coverNames[insurance.cover]) },
          { key: 'from', label: { ar: 'سارية من', en: 'Valid from' }, value: v.day(insurance.from) },
          { key: 'until', label: { ar: 'سارية حتى', en: 'Valid until' }, value: v.day(insurance.until) },
        ],
      },
      {
        kind: 'document',
        document: 'vehicle-insurance',
        title: { ar: 'وثيقة التأمين الرقمية', en: 'Digital insurance document' },
        subject: subject.id,
      },
    ]
  },
})

const notInsured: Block = {
  kind: 'status',
  code: 'NOT_INSURED',
  tone: 'bad',
  title: { ar: 'لا تأمين ساريًا على المركبة', en: 'The vehicle has no valid insurance' },
  body: {
    ar: 'أمّنها لدى شركة تأمين، وتصلنا الوثيقة منها.',
    en: 'Insure it with an insurer; the policy reaches us from there.',
  },
}
