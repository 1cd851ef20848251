import { formatDay } from '#kernel/format.ts'
import type { Text } from '#kernel/text.ts'
import type { Fact } from '#platform/catalogue/block.ts'
import { v } from '#platform/catalogue/value.ts'
import { document } from '#platform/documents/document.ts'
import { isAdult } from '#platform/people/adulthood.ts'
import type { Relative } from '#platform/people/family.ts'
import { findPerson } from '#platform/people/person.ts'
import { paperFact } from '../paper-facts.ts'
import { familyRecordsOf, membersOf } from '../registry/families.ts'
import { findPaper } from '../registry/papers.ts'
import { civilAffairs, relationOf } from '../words.ts'

/** Register digital-family-record: in the hands of father and mother alike, whoever of them leads it. */
export default document('family-record', {
  sector: 'civil-affairs',
  title: { ar: 'سجل الأسرة', en: 'Family record' },
  issuer: civilAffairs,
  look: { kind: 'card', from: '#4a2545', to: '#8a5580', ink: 'light' },
  order: 50,
  prefix: 'FR',
  codeWords: {
    head: {
      label: { ar: 'حامله', en: 'Its holder' },
      values: {
        y: { ar: 'رب الأسرة', en: 'leads the family' },
        n: { ar: 'أحد الزوجين', en: 'is one of the spouses' },
      },
    },
    members: { label: { ar: 'عدد الأفراد', en: 'Members' } },
  },
  held: async ({ db }, holder) => (await familyRecordsOf(db, holder)).map((one) => one.id),
  claims: async ({ db, today }, holder, subjectId) => {
    const record = (await familyRecordsOf(db, holder)).find((one) => one.id === subjectId)
    const person = await findPerson(db, holder)
    if (!record || !person) return undefined
    const members = await membersOf(db, record)
    const paper = await findPaper(db, holder, 'family-record', record.id)
    return {
      number: record.number,
      holderName: person.name,
      validFrom: record.openedOn,
      facts: [
        {
          key: 'role',
          label: { ar: 'صفة حامله', en: 'Its holder' },
          value: v.text(roleOf(record.head, person.sex)),
        },
        ...members.map((one, at) => memberFact(one, at, isAdult(one.born, today))),
        ...(paper ? [paperFact(paper)] : []),
      ],
      qr: { head: record.head ? 'y' : 'n', members: String(members.length + 1) },
      attributes: { head_of_family: record.head, members: members.length + 1 },
    }
  },
})

function roleOf(head: boolean, sex: 'male' | 'female'): Text {
  if (head)
    return sex === 'male'
      ? { ar: 'رب الأسرة', en: 'Head of the family' }
      : { ar: 'ربة الأسرة', en: 'Head of the family' }
  return sex === 'male' ? { ar: 'الزوج', en: 'Husband' } : { ar: 'الزوجة', en: 'Wife' }
}

/** A grown-up’s birth date is theirs to show; a child’s stands in the record of its parents, beside what it is. */
function memberFact(member: Relative, at: number, adult: boolean): Fact {
  const { name, alive, born, sex } = member
  const relation = relationOf(member)
  const after: Text = !alive
    ? sex === 'male'
      ? { ar: '، متوفى', en: ', deceased' }
      : { ar: '، متوفاة', en: ', deceased' }
    : adult
      ? { ar: '', en: '' }
      : { ar: `، ${formatDay(born, 'ar')}`, en: `, ${formatDay(born, 'en')}` }
  return {
    key: `member${at + 1}`,
    label: { ar: relation.ar + after.ar, en: relation.en + after.en },
    value: v.text(name),
  }
}
