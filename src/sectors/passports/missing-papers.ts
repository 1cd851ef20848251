import type { Text } from '#kernel/text.ts'
import type { SubjectType } from '#platform/catalogue/subject.ts'
import { minorChildIn } from '#platform/people/subjects.ts'
import { type Parent, papersOf, parents } from './registry/papers.ts'
import { residenciesOf } from './registry/residency.ts'

/** The papers of one parent that a child’s card waits for. */
export interface MissingPapers {
  readonly parent: Parent
  readonly child: Text
}

export const parentNames: Readonly<Record<Parent, Text>> = {
  father: { ar: 'الأب', en: 'father' },
  mother: { ar: 'الأم', en: 'mother' },
}

/** What is in a registry is taken from there; only what is in none is a subject (register R-PAS-01 to R-PAS-03). */
export const missingPapers: SubjectType<MissingPapers> = {
  kind: 'missing-papers',
  ground: 'guardian',
  matter: 'documents',
  choose: { ar: 'أي أوراق؟', en: 'Which papers?' },
  none: {
    ar: 'لا ورقة مطلوبة منك: أوراق الأب والأم وأطفالك في السجل.',
    en: 'No paper is asked of you: those of both parents and of your children are in the register.',
  },
  async list(context, person) {
    const children = await minorChildIn('documents').list(context, person)
    const permits = await residenciesOf(
      context.db,
      children.map((one) => one.person),
    )
    const dependants = children.filter((one) => permits.get(one.person)?.kind === 'dependant')
    const all = await Promise.all(
      dependants.map(async (child) => {
        const papers = await papersOf(context.db, child.person)
        return parents
          .filter((parent) => papers[parent] === 'missing')
          .map((parent) => ({
            id: `${child.id}.${parent}`,
            person: child.person,
            label: {
              ar: `أوراق ${parentNames[parent].ar} لبطاقة ${child.label.ar}`,
              en: `Papers of the ${parentNames[parent].en} for the card of ${child.label.en}`,
            },
            ...(child.ground ? { ground: child.ground } : {}),
            value: { parent, child: child.label },
          }))
      }),
    )
    return all.flat()
  },
}
