import { formatDay } from '#kernel/format.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Subject, SubjectType } from '#platform/catalogue/subject.ts'
import type { Relative } from './family.ts'
import { wardsOf } from './guardianship.ts'
import type { Matter } from './matter.ts'
import { findPerson, type Person } from './person.ts'

/** The asker: every service about one's own record. */
export const self: SubjectType<Person> = {
  kind: 'self',
  ground: 'self',
  choose: { ar: 'أنت', en: 'You' },
  none: {
    ar: 'لا نجد سجلك. راجع أقرب مكتب للأحوال المدنية أو الجوازات.',
    en: 'We cannot find your record. Please visit the nearest Civil Affairs or Passports office.',
  },
  async list({ db }, person) {
    const found = await findPerson(db, person)
    return found?.alive ? [{ id: 'self', person, label: found.name, value: found }] : []
  },
}

/**
 * A living child under 18 for whom the asker may act in a matter: as guardian, or as the parent with custody where
 * the deed grants it. An adult child is never listed, nor one whose matter a court took from the asker.
 */
export const minorChildIn = (matter: Matter): SubjectType<Relative> => ({
  kind: 'minor-child',
  ground: 'guardian',
  matter,
  isPerson: true,
  choose: { ar: 'اختر الطفل', en: 'Choose a child' },
  none: {
    ar: 'ليس في سجلك طفل دون 18 عامًا يحق لك التصرف عنه في هذا الأمر، بولايتك أو بصك حضانة. إن كان لديك صك فاربطه أولًا، وإن كان في سجل الأسرة خطأ فراجع الأحوال المدنية أو الجوازات.',
    en: 'Your record holds no child under 18 for whom you may act in this, as guardian or by a custody deed. If you have a deed, link it first. If your family record is wrong, ask Civil Affairs or Passports to correct it.',
  },
  async list(context, person) {
    const wards = await wardsOf(context, person)
    return wards.flatMap(({ child, rights }) => {
      const right = rights.find((one) => one.matter === matter)
      return right ? [{ ...childSubject(child), ground: right.ground }] : []
    })
  },
})

/** A child in everyday matters, which have no name of their own. */
export const minorChild = minorChildIn('any')

/** The asker, and the minor children for whom they may act in a matter: whose cards and papers they keep. */
export const selfOrChildIn = (matter: Matter): SubjectType<Person> => ({
  kind: 'self-or-child',
  ground: 'self',
  matter,
  isPerson: true,
  choose: { ar: 'لمن؟', en: 'For whom?' },
  none: self.none,
  list: async (context, person) => [
    ...(await self.list(context, person)),
    ...(await minorChildIn(matter).list(context, person)),
  ],
})

/** Whose cards a person carries: their own, and those of the minor children whose documents they may see. */
export const cardBearers = selfOrChildIn('documents')

/** The one whose card it is, by the subject that a document names; nothing when it is not this person’s to carry. */
export const cardBearer = async (
  context: Parameters<typeof cardBearers.list>[0],
  carrier: PersonNumber,
  subjectId: string,
): Promise<Person | undefined> =>
  (await cardBearers.list(context, carrier)).find((one) => one.id === subjectId)?.value

/** A minor child of the asker, with or without a power over it: for what any parent may ask. */
export const ownMinorChild: SubjectType<Relative> = {
  kind: 'own-minor-child',
  ground: 'parent',
  isPerson: true,
  choose: minorChild.choose,
  none: {
    ar: 'ليس في سجلك طفل دون 18 عامًا. إن كان هذا خطأ فراجع الأحوال المدنية أو الجوازات لتحديث سجل الأسرة.',
    en: 'Your record holds no child under 18. If that is wrong, ask Civil Affairs or Passports to correct your family record.',
  },
  list: async (context, person) => (await wardsOf(context, person)).map(({ child }) => childSubject(child)),
}

const childSubject = (child: Relative): Subject<Relative> => ({
  id: child.relativeId,
  person: child.id,
  label: child.name,
  detail: {
    ar: `${child.sex === 'female' ? 'مولودة' : 'مولود'} في ${formatDay(child.born, 'ar')}`,
    en: `born ${formatDay(child.born, 'en')}`,
  },
  value: child,
})
