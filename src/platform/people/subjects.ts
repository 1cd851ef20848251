import { dayOf } from '#kernel/day.ts'
import { formatDay } from '#kernel/format.ts'
import { ageIn } from '#kernel/hijri.ts'
import type { SubjectType } from '#platform/catalogue/subject.ts'
import { childrenOf, type Relative } from './family.ts'
import { findPerson, type Person } from './person.ts'

/** Adulthood, and with it the end of a guardian's powers (register F-14), in Hijri years (F-13, assumed). */
export const adulthood = { calendar: 'hijri', age: 18 } as const

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

/** A living child under 18 whose guardian the asker is; an adult child is never listed. */
export const minorChild: SubjectType<Relative> = {
  kind: 'minor-child',
  ground: 'guardian',
  choose: { ar: 'اختر الطفل', en: 'Choose a child' },
  none: {
    ar: 'ليس في سجلك طفل دون 18 عامًا أنت وليّ أمره. إن كان هذا خطأ فراجع الأحوال المدنية أو الجوازات لتحديث سجل الأسرة.',
    en: 'Your record holds no child under 18 whose guardian you are. If that is wrong, ask Civil Affairs or Passports to correct your family record.',
  },
  async list({ db, clock }, person) {
    const today = dayOf(clock.now())
    const children = await childrenOf(db, person)
    return children
      .filter((child) => child.guardian && child.alive)
      .filter((child) => ageIn(adulthood.calendar, child.born, today) < adulthood.age)
      .map((child) => ({
        id: child.relativeId,
        person: child.id,
        label: child.name,
        detail: {
          ar: `${child.sex === 'female' ? 'مولودة' : 'مولود'} في ${formatDay(child.born, 'ar')}`,
          en: `born ${formatDay(child.born, 'en')}`,
        },
        value: child,
      }))
  },
}
