import { service } from '#platform/catalogue/definition.ts'
import { days } from '#platform/catalogue/step.ts'
import { form } from '#platform/forms/field.ts'
import { file } from '#platform/forms/fields/index.ts'
import { missingPapers } from '../missing-papers.ts'
import { acceptPapers } from '../registry/papers.ts'

const scan = { accept: ['application/pdf', 'image/jpeg', 'image/png'], maxBytes: 10_000_000 } as const

/** The papers of document 003 for a dependant’s card, as far as no registry holds them (R-PAS-01 to R-PAS-03). */
export default service('dependant-card-papers', {
  sector: 'passports',
  version: 1,
  title: { ar: 'استكمال أوراق هوية تابع', en: 'Papers for a child’s resident ID' },
  summary: {
    ar: 'أوراق أحد الوالدين لبطاقة طفلك، إن لم تكن في السجل. وما في السجل لا يُطلب منك.',
    en: 'A parent’s papers for your child’s card, where the register lacks them. What it holds is not asked of you.',
  },
  words: [
    'المستندات المطلوبة لاستخراج هوية المقيم',
    'هوية مقيم لأفراد الأسرة',
    'نسخة من بطاقة الهوية',
    'عقد الإقامة',
    'هوية الأبناء',
    'dependant',
    'child card',
  ],
  audience: ['citizen', 'resident'],
  time: { ar: 'خلال ثلاثة أيام', en: 'Within three days' },
  cost: { ar: 'مجانًا', en: 'Free' },
  subject: missingPapers,
  form: form(
    {
      identity: file({
        label: { ar: 'هوية الأب أو الأم أو جوازه', en: 'The parent’s ID or passport' },
        hint: { ar: 'صورة واضحة أو PDF.', en: 'A clear picture or a PDF.' },
        ...scan,
      }),
      residence: file({
        label: { ar: 'ما يثبت الإقامة', en: 'Proof of where they live' },
        hint: {
          ar: 'إقامة أو عقد سكن، ولو خارج المملكة. اتركه إن لم يوجد.',
          en: 'A residence permit or a lease, also abroad. Leave it out if there is none.',
        },
        ...scan,
        optional: true,
      }),
    },
    [{ slug: 'papers', title: { ar: 'الأوراق', en: 'The papers' }, fields: ['identity', 'residence'] }],
  ),
  rules: [],
  steps: [
    {
      kind: 'review',
      id: 'papers',
      title: { ar: 'مراجعة الأوراق', en: 'An officer looks at the papers' },
      unit: 'passports',
      within: days(3),
      refusals: [
        { code: 'NOT_READABLE', text: { ar: 'الصورة غير واضحة.', en: 'The picture cannot be read.' } },
        {
          code: 'NOT_THE_PARENT',
          text: {
            ar: 'الأوراق ليست لأحد والدي الطفل.',
            en: 'The papers are not those of a parent of the child.',
          },
        },
        { code: 'EXPIRED', text: { ar: 'الأوراق منتهية.', en: 'The papers have run out.' } },
      ],
    },
  ],
  effect: async ({ tx, today, subject, request }) => {
    await acceptPapers(tx, {
      child: subject.person,
      parent: subject.value.parent,
      on: today,
      request: request.id,
    })
  },
  notices: {
    fulfilled: [
      {
        to: ['applicant'],
        text: {
          ar: 'قُبلت الأوراق ({subject}). البطاقة جاهزة متى اكتملت أوراق الوالدين. الطلب {reference}',
          en: 'Accepted: {subject}. The card is ready once the papers of both parents are complete. Request {reference}',
        },
      },
    ],
  },
  retentionYears: 10,
})
