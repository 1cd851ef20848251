import { dayOf } from '#kernel/day.ts'
import { formatTime } from '#kernel/format.ts'
import { v } from '#platform/catalogue/value.ts'
import { document } from '#platform/documents/document.ts'
import { cardBearer, cardBearers } from '#platform/people/subjects.ts'
import { paperFact } from '../paper-facts.ts'
import { birthOf } from '../registry/births.ts'
import { findPaper } from '../registry/papers.ts'
import { civilAffairs, sexNames } from '../words.ts'

/** Of everyone whose birth the Kingdom registered; a child’s is with its parent. */
export default document('birth-certificate', {
  sector: 'civil-affairs',
  title: { ar: 'شهادة ميلاد', en: 'Birth certificate' },
  issuer: civilAffairs,
  look: { kind: 'certificate', accent: '#7a3e1d' },
  order: 70,
  prefix: 'BC',
  held: async (context, carrier) => {
    const bearers = await cardBearers.list(context, carrier)
    const births = await Promise.all(bearers.map((one) => birthOf(context.db, one.person)))
    return bearers.filter((_, at) => births[at]).map((one) => one.id)
  },
  claims: async (context, carrier, subjectId) => {
    const person = await cardBearer(context, carrier, subjectId)
    const birth = person && (await birthOf(context.db, person.id))
    if (!person || !birth) return undefined
    const paper = await findPaper(context.db, person.id, 'birth-certificate')
    return {
      number: birth.number,
      holderName: person.name,
      birth: person.born,
      validFrom: birth.registeredOn,
      facts: [
        {
          key: 'personNumber',
          label: { ar: 'رقم الهوية', en: 'ID number' },
          value: v.code(person.id),
        },
        { key: 'sex', label: { ar: 'الجنس', en: 'Sex' }, value: v.text(sexNames[person.sex]) },
        {
          key: 'born',
          label: { ar: 'تاريخ الميلاد', en: 'Date of birth' },
          value: v.day(dayOf(birth.bornAt)),
        },
        {
          key: 'bornAt',
          label: { ar: 'وقت الميلاد', en: 'Time of birth' },
          value: v.code(formatTime(birth.bornAt)),
        },
        { key: 'place', label: { ar: 'مكان الميلاد', en: 'Place of birth' }, value: v.text(birth.place) },
        ...(birth.hospital
          ? [{ key: 'hospital', label: { ar: 'المستشفى', en: 'Hospital' }, value: v.text(birth.hospital) }]
          : []),
        { key: 'father', label: { ar: 'اسم الأب', en: 'Father' }, value: v.text(birth.father) },
        { key: 'mother', label: { ar: 'اسم الأم', en: 'Mother' }, value: v.text(birth.mother) },
        ...(paper ? [paperFact(paper)] : []),
      ],
      attributes: { birth_place: birth.place.en, father: birth.father.en, mother: birth.mother.en },
    }
  },
})
