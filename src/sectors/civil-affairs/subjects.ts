import type { Subject, SubjectType } from '#platform/catalogue/subject.ts'
import { isId } from '#platform/database/ids.ts'
import type { Person } from '#platform/people/person.ts'
import { selfOrChildIn } from '#platform/people/subjects.ts'
import { type Paper, paperById, papersOf } from './registry/papers.ts'
import { paperNames } from './words.ts'

const hands = selfOrChildIn('any')

/** A card or paper in one’s own hand, or in that of a minor child for whom one acts. */
export const ownPaper: SubjectType<Paper> = {
  kind: 'civil-paper',
  ground: 'self',
  matter: 'any',
  choose: { ar: 'اختر الوثيقة', en: 'Choose a document' },
  none: {
    ar: 'ليس في سجلك بطاقة ولا شهادة سارية صادرة عن الأحوال المدنية.',
    en: 'Your record holds no valid card or certificate by Civil Affairs.',
  },
  list: async (context, person) => {
    const holders = await hands.list(context, person)
    const papers = await Promise.all(holders.map((holder) => papersOf(context.db, holder.person)))
    return holders.flatMap((holder, at) =>
      (papers[at] ?? []).filter((one) => one.state === 'valid').map((one) => subjectOf(one, holder)),
    )
  },
  // One that was lost or cancelled since is still theirs: a rule says how it stands.
  find: async (context, person, id) => {
    if (!isId(id)) return undefined
    for (const holder of await hands.list(context, person)) {
      const paper = await paperById(context.db, holder.person, id)
      if (paper) return subjectOf(paper, holder)
    }
    return undefined
  },
}

const subjectOf = (paper: Paper, holder: Subject<Person>): Subject<Paper> => ({
  id: paper.id,
  person: paper.holder,
  label: paperNames[paper.kind],
  detail: {
    ar: `${holder.label.ar}، النسخة ${paper.version}`,
    en: `${holder.label.en}, version ${paper.version}`,
  },
  ...(holder.ground ? { ground: holder.ground } : {}),
  value: paper,
})
