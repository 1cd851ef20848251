import type { SubjectType } from '#platform/catalogue/subject.ts'
import { type Establishment, establishmentsOf } from '#platform/people/establishment.ts'
import { thisEstablishment } from '#platform/people/establishment-subject.ts'

/** An establishment whose owner on record the asker is, whether or not it has a workspace yet. */
export const ownEstablishment: SubjectType<Establishment> = {
  kind: 'establishment',
  ground: 'owner',
  choose: { ar: 'اختر المنشأة', en: 'Choose an establishment' },
  none: {
    ar: 'لا توجد منشأة باسمك في السجل التجاري. إن كان هذا خطأ فراجع وزارة التجارة.',
    en: 'The commercial register has no establishment in your name. If that is wrong, ask the Ministry of Commerce.',
  },
  async list(context, person) {
    const numbers = await establishmentsOf(context.db, person)
    const all = await Promise.all(numbers.map((one) => thisEstablishment.list(context, one)))
    return all.flat().filter((one) => one.person === person)
  },
}
