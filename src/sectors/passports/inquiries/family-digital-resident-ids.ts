import type { Day } from '#kernel/day.ts'
import type { Text } from '#kernel/text.ts'
import type { NextStep } from '#platform/catalogue/block.ts'
import { inquiry } from '#platform/catalogue/definition.ts'
import { v } from '#platform/catalogue/value.ts'
import { noForm } from '#platform/forms/field.ts'
import { minorChildIn } from '#platform/people/subjects.ts'
import { isComplete, type Papers, papersOf } from '../registry/papers.ts'
import { type Residency, residenciesOf, residencyStatus } from '../registry/residency.ts'
import { residencyStatuses } from '../words.ts'

/** Register `family-digital-resident-ids`, R-PAS-08: minor children alone; an adult's card is theirs to carry. */
export default inquiry('family-digital-resident-ids', {
  sector: 'passports',
  version: 1,
  title: { ar: 'هوية مقيم الرقمية لأفراد الأسرة', en: 'Resident IDs of your children' },
  summary: {
    ar: 'بطاقات أطفالك المقيمين: ما حالها، وماذا ينقصها، وكيف تحملها.',
    en: 'The cards of your resident children: where each stands, what it lacks, and how to carry it.',
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
    const children = await minorChildIn('documents').list({ db, clock }, person)
    const permits = await residenciesOf(
      db,
      children.map((one) => one.person),
    )
    const cards = await Promise.all(
      children.flatMap((child) => {
        const residency = permits.get(child.person)
        return residency && residency.state !== 'cancelled'
          ? [papersOf(db, child.person).then((papers) => ({ child, ...cardOf(residency, papers, today) }))]
          : []
      }),
    )
    for (const { child } of cards) shows(child.person, child.ground ?? 'guardian')
    return [
      {
        kind: 'table',
        columns: [
          { key: 'name', label: { ar: 'الاسم', en: 'Name' } },
          { key: 'card', label: { ar: 'البطاقة', en: 'Card' } },
          { key: 'until', label: { ar: 'تنتهي في', en: 'Expires on' } },
        ],
        rows: cards.map(({ child, card, until }) => ({
          name: v.text(child.label),
          card: v.text(card),
          until: v.day(until),
        })),
        next: cards.map((one) => one.next),
        empty: {
          ar: 'ليس في سجلك طفل مقيم دون 18 عامًا تتولى شؤون وثائقه.',
          en: 'Your record holds no resident child under 18 whose documents you see to.',
        },
      },
    ]
  },
})

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
