import type { Text } from '#kernel/text.ts'
import { type Viewed, viewedBy } from '#platform/authority/viewing.ts'
import type { Block } from '#platform/catalogue/block.ts'
import { inquiry } from '#platform/catalogue/definition.ts'
import { v } from '#platform/catalogue/value.ts'
import type { Carried } from '#platform/documents/held.ts'
import { noForm } from '#platform/forms/field.ts'
import { findPerson } from '#platform/people/person.ts'

/** Register view-digital-documents: the way of the source is guide → view digital documents → the document. */
export default inquiry('view-digital-documents', {
  sector: 'general',
  version: 1,
  title: { ar: 'عرض الوثائق الرقمية', en: 'View digital documents' },
  summary: {
    ar: 'كل وثائقك السارية في مكان واحد: اعرضها برمزها، واحفظها على جوالك.',
    en: 'All your valid documents in one place: show them with their code, and keep them on your phone.',
  },
  words: [
    'وثائقي الرقمية',
    'بطاقة الإقامة الرقمية',
    'هوية المقيم',
    'المحفظة الرقمية',
    'أفراد الأسرة',
    'رمز الاستجابة السريعة',
    'QR Code',
    'digital wallet',
    'digital ID',
    'my documents',
  ],
  audience: ['citizen', 'resident', 'visitor'],
  time: { ar: 'فورًا', en: 'At once' },
  cost: { ar: 'مجانًا', en: 'Free' },
  conditions: [
    {
      ar: 'وثائق طفلك القاصر معك. ووثيقة البالغ من أسرتك له وحده، ولا تراها إلا بإذنه.',
      en: 'Your minor child’s documents are with you. A grown-up’s are their own, and you see them by their consent alone.',
    },
  ],
  access: 'signed-in',
  form: noForm,
  answer: async ({ db, clock, person, catalogue }) => {
    const me = person && (await findPerson(db, person))
    if (!me) return []
    const all = await catalogue.carried(me.id)
    const valid = all.filter((one) => one.state === 'valid')
    const isMine = (one: Carried) => one.content.holder.en === me.name.en
    const isCard = (one: Carried) => one.content.look.kind === 'card'
    const mine = valid.filter((one) => isMine(one) && isCard(one))
    return [
      { ...table(titles.mine, mine), empty: nothing },
      ...some(
        titles.family,
        valid.filter((one) => !isMine(one)),
      ),
      ...relatives(await viewedBy({ db, clock }, me.id, 'documents')),
      ...some(
        titles.papers,
        valid.filter((one) => isMine(one) && !isCard(one)),
      ),
      ...some(
        titles.others,
        all.filter((one) => one.state !== 'valid'),
      ),
      {
        kind: 'note',
        tone: 'neutral',
        body: {
          ar: 'وثائقك كلها بطاقات في صفحة «وثائقي».',
          en: 'All your documents are cards on the page “My documents”.',
        },
        next: { label: { ar: 'وثائقي', en: 'My documents' }, page: '/documents' },
      },
    ]
  },
})

const titles = {
  mine: { ar: 'وثائقك', en: 'Your documents' },
  family: { ar: 'وثائق أطفالك', en: 'Your children’s documents' },
  papers: { ar: 'شهاداتك وتقاريرك', en: 'Your certificates and reports' },
  others: { ar: 'وثائق لا يُعتدّ بها الآن', en: 'Documents that do not count now' },
} as const

const nothing: Text = {
  ar: 'لا وثائق سارية باسمك. تظهر الوثيقة هنا من تلقاء نفسها حين تكون في السجل.',
  en: 'No valid document is in your name. One appears here by itself once the register holds it.',
}

/** Grown-ups of the family who let this person look; a minor’s documents are carried. */
function relatives(viewed: readonly Viewed[]): readonly Block[] {
  const adults = viewed.filter((one) => one.right.ground === 'consent')
  if (!adults.length) return []
  return [
    {
      kind: 'table',
      title: { ar: 'من أسرتك من أذن لك بالاطلاع', en: 'Family who let you look at theirs' },
      columns: [
        { key: 'name', label: { ar: 'الاسم', en: 'Name' } },
        { key: 'until', label: { ar: 'الإذن حتى', en: 'Consent until' } },
      ],
      rows: adults.map(({ owner, right }) => ({ name: v.text(owner.name), until: v.day(right.until) })),
      next: adults.map((one) => ({
        label: { ar: 'وثائقه', en: 'Documents' },
        page: `/family/${one.id}/documents`,
      })),
      empty: nothing,
    },
  ]
}

const some = (title: Text, documents: readonly Carried[]): readonly Block[] =>
  documents.length ? [table(title, documents)] : []

const table = (title: Text, documents: readonly Carried[]): Extract<Block, { kind: 'table' }> => ({
  kind: 'table',
  title,
  columns: [
    { key: 'document', label: { ar: 'الوثيقة', en: 'Document' } },
    { key: 'holder', label: { ar: 'صاحبها', en: 'Holder' } },
    { key: 'state', label: { ar: 'الحال', en: 'State' } },
    { key: 'until', label: { ar: 'سارية حتى', en: 'Valid until' } },
  ],
  rows: documents.map((one) => ({
    document: v.text(one.content.title),
    holder: v.text(one.content.holder),
    state: v.text(one.because ?? states[one.state]),
    until: one.validUntil ? v.day(one.validUntil) : v.text(noEnd),
  })),
  next: documents.map((one) => ({
    label: { ar: 'اعرضها', en: 'Show it' },
    page: one.issued
      ? `/documents/${one.issued.id}`
      : `/documents/${encodeURIComponent(one.document)}/${encodeURIComponent(one.subjectId)}`,
  })),
  empty: nothing,
})

const noEnd: Text = { ar: 'بلا تاريخ انتهاء', en: 'No end date' }

const states: Readonly<Record<Carried['state'], Text>> = {
  valid: { ar: 'سارية', en: 'Valid' },
  suspended: { ar: 'موقوفة مؤقتًا', en: 'Suspended' },
  expired: { ar: 'منتهية', en: 'Expired' },
}
