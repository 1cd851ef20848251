import type { Day } from '#kernel/day.ts'
import type { Text } from '#kernel/text.ts'
import { type Viewed, viewedBy } from '#platform/authority/viewing.ts'
import type { NextStep } from '#platform/catalogue/block.ts'
import { inquiry } from '#platform/catalogue/definition.ts'
import { v } from '#platform/catalogue/value.ts'
import type { Db } from '#platform/database/tables.ts'
import { noForm } from '#platform/forms/field.ts'
import { isComplete, type Papers, papersOf } from '../registry/papers.ts'
import { type Residency, residenciesOf, residencyStatus } from '../registry/residency.ts'
import { residencyStatuses } from '../words.ts'

/** Register `family-digital-resident-ids`, R-PAS-08: minor children, and adults by their own consent alone. */
export default inquiry('family-digital-resident-ids', {
  sector: 'passports',
  version: 1,
  title: { ar: 'هوية مقيم الرقمية لأفراد الأسرة', en: 'Resident IDs of your family' },
  summary: {
    ar: 'بطاقات أطفالك المقيمين وما ينقصها، وبطاقات من أذن لك من أسرتك.',
    en: 'The cards of your resident children and what they lack, and of relatives who let you see theirs.',
  },
  words: [
    'هوية مقيم لأفراد الأسرة',
    'عرض الوثائق الرقمية',
    'هوية المقيم',
    'بطاقات الأسرة',
    'التابعين',
    'هوية الأبناء',
    'family',
    'dependants',
    'children',
  ],
  audience: ['citizen', 'resident'],
  time: { ar: 'فورًا', en: 'At once' },
  cost: { ar: 'مجانًا', en: 'Free' },
  conditions: [
    {
      ar: 'من بلغ 18 عامًا يحمل بطاقته بنفسه، ولا يراها غيره إلا بإذنه.',
      en: 'Whoever is 18 carries their own card, and others see it only with their consent.',
    },
    {
      ar: 'أوراق الوالدين تُؤخذ من السجل؛ لا تُرفق إلا ما ليس فيه.',
      en: 'The parents’ papers come from the register; you attach only what it lacks.',
    },
  ],
  access: 'signed-in',
  form: noForm,
  answer: async ({ db, clock, today, person, shows }) => {
    if (!person) return []
    const relatives = await viewedBy({ db, clock }, person, 'documents')
    const permits = await residenciesOf(
      db,
      relatives.map((one) => one.owner.id),
    )
    const cards = await Promise.all(
      relatives.flatMap((relative) => {
        const residency = permits.get(relative.owner.id)
        return residency && residency.state !== 'cancelled' ? [lineOf(db, relative, residency, today)] : []
      }),
    )
    // An adult’s line says no more than that they consented; the look at the card itself is in their log.
    for (const { owner, ground } of cards)
      if (ground !== 'consent' && ground !== 'self') shows(owner.id, ground)
    return [
      {
        kind: 'table',
        columns: [
          { key: 'name', label: { ar: 'الاسم', en: 'Name' } },
          { key: 'card', label: { ar: 'البطاقة', en: 'Card' } },
          { key: 'until', label: { ar: 'حتى', en: 'Until' } },
        ],
        rows: cards.map(({ owner, card, until }) => ({
          name: v.text(owner.name),
          card: v.text(card),
          until: v.day(until),
        })),
        next: cards.map((one) => one.next),
        empty: {
          ar: 'ليس في سجلك طفل مقيم دون 18 عامًا تتولى شؤون وثائقه، ولم يأذن لك بالغ من أسرتك.',
          en: 'Your record holds no resident child under 18 whose documents you see to, and no adult of your family let you see theirs.',
        },
      },
    ]
  },
})

interface Line {
  readonly owner: Viewed['owner']
  readonly ground: Viewed['right']['ground']
  readonly card: Text
  readonly until: Day | undefined
  readonly next?: NextStep
}

async function lineOf(db: Db, { id, owner, right }: Viewed, residency: Residency, today: Day): Promise<Line> {
  const of = { owner, ground: right.ground }
  if (right.ground === 'consent')
    return {
      ...of,
      card: { ar: 'تراها بإذن صاحبها', en: 'Yours to see by consent' },
      until: right.until,
      next: { label: { ar: 'اطّلع عليها', en: 'See it' }, page: `/family/${id}/documents` },
    }
  return { ...of, ...cardOf(residency, await papersOf(db, owner.id), today) }
}

function cardOf(
  residency: Residency,
  papers: Papers,
  today: Day,
): { readonly card: Text; readonly until: Day; readonly next?: NextStep } {
  const until = residency.expiresOn
  if (residency.kind === 'dependant' && !isComplete(papers))
    return {
      card: { ar: 'تنتظر أوراق أحد الوالدين', en: 'Waits for a parent’s papers' },
      until,
      next: { label: { ar: 'أرفقها', en: 'Attach them' }, service: 'dependant-card-papers' },
    }
  const status = residencyStatus(residency, today)
  return {
    card: residencyStatuses[status],
    until,
    ...(status === 'valid'
      ? {
          next: {
            label: { ar: 'احملها على هاتفك', en: 'Carry it on your phone' },
            service: 'download-digital-resident-id',
          },
        }
      : {}),
  }
}
