import type { Block } from '#platform/catalogue/block.ts'
import { inquiry } from '#platform/catalogue/definition.ts'
import { noForm } from '#platform/forms/field.ts'
import { type Residency, type ResidencyStatus, residencyStatus } from '../registry/residency.ts'
import { ownResidency } from '../subjects.ts'

/** Register `view-digital-resident-id`, with the words of document 003 for the way to it. */
export default inquiry('view-digital-resident-id', {
  sector: 'passports',
  version: 1,
  title: { ar: 'هوية مقيم الرقمية', en: 'Digital resident ID' },
  summary: {
    ar: 'بطاقتك على هاتفك، تُعرض وتُتحقق برمز، دون حاجة إلى طباعتها.',
    en: 'Your card on your phone, shown and checked by a code; no need to print it.',
  },
  words: [
    'أبشر للأفراد',
    'دليل الخدمات الإلكترونية',
    'عرض الوثائق الرقمية',
    'الوثائق الرقمية',
    'هوية المقيم',
    'بطاقة الإقامة الرقمية',
    'هويتي',
    'iqama card',
    'resident card',
    'digital documents',
  ],
  audience: ['resident'],
  time: { ar: 'فورًا', en: 'At once' },
  cost: { ar: 'مجانًا', en: 'Free' },
  conditions: [
    { ar: 'إقامتك سارية.', en: 'Your residency is valid.' },
    {
      ar: 'لا حاجة إلى طباعة البطاقة: يتحقق الموظف من رمزها من أي هاتف.',
      en: 'No need to print the card: an officer checks its code with any phone.',
    },
  ],
  access: 'signed-in',
  subject: ownResidency,
  form: noForm,
  answer: async ({ subject, today }) => (subject ? card(subject.value, today) : []),
})

function card(residency: Residency, today: Parameters<typeof residencyStatus>[1]): readonly Block[] {
  const status = residencyStatus(residency, today)
  const said = statusBlock(status, residency)
  if (status === 'cancelled') return [said]
  return [
    said,
    {
      kind: 'document',
      document: 'resident-id',
      title: { ar: 'هوية مقيم', en: 'Resident ID' },
      subject: 'self',
    },
    ...(status === 'valid' ? [onThePhone] : []),
  ]
}

const onThePhone: Block = {
  kind: 'note',
  tone: 'neutral',
  body: {
    ar: 'احفظها على هاتفك مرة واحدة، لتعرضها حتى بلا إنترنت.',
    en: 'Save it to your phone once, to show it even without the internet.',
  },
  next: {
    label: { ar: 'احفظها على الهاتف', en: 'Save to my phone' },
    service: 'download-digital-resident-id',
  },
}

function statusBlock(status: ResidencyStatus, { reason }: Residency): Block {
  switch (status) {
    case 'valid':
      return {
        kind: 'status',
        code: 'VALID',
        tone: 'good',
        title: { ar: 'إقامتك سارية', en: 'Your residency is valid' },
      }
    case 'expired':
      return {
        kind: 'status',
        code: 'EXPIRED',
        tone: 'bad',
        title: { ar: 'انتهت إقامتك', en: 'Your residency has run out' },
        body: {
          ar: 'يجددها صاحب العمل أو رب الأسرة. إن تأخر فاسألنا ما حقك.',
          en: 'Your employer or the head of your family renews it. If they are late, ask us what your rights are.',
        },
        next: { label: { ar: 'اسأل مركز الاتصال', en: 'Ask the contact centre' }, page: '/contact' },
      }
    case 'suspended':
    case 'cancelled':
      return {
        kind: 'status',
        code: status.toUpperCase(),
        tone: 'bad',
        title:
          status === 'suspended'
            ? { ar: 'إقامتك موقوفة', en: 'Your residency is suspended' }
            : { ar: 'إقامتك ملغاة', en: 'Your residency was cancelled' },
        ...(reason ? { body: reason } : {}),
        next: { label: { ar: 'اسأل أو اعترض', en: 'Ask or object' }, page: '/contact' },
      }
  }
}
