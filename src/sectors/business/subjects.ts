import type { SubjectType } from '#platform/catalogue/subject.ts'
import { v } from '#platform/catalogue/value.ts'
import { type Establishment, establishmentsOf, findEstablishment } from '#platform/people/establishment.ts'

/** An establishment whose owner on record the asker is; a delegate or a manager is never the owner. */
export const ownEstablishment: SubjectType<Establishment> = {
  kind: 'establishment',
  ground: 'owner',
  choose: { ar: 'اختر المنشأة', en: 'Choose an establishment' },
  none: {
    ar: 'لا توجد منشأة باسمك في السجل التجاري. إن كان هذا خطأ فراجع وزارة التجارة.',
    en: 'The commercial register has no establishment in your name. If that is wrong, ask the Ministry of Commerce.',
  },
  async list({ db }, person) {
    const numbers = await establishmentsOf(db, person)
    const found = await Promise.all(numbers.map((number) => findEstablishment(db, number)))
    return found.flatMap((one) =>
      one && one.owner === person
        ? [
            {
              id: one.id,
              person,
              label: one.name,
              detail: { ar: `الرقم الموحد ${one.id}`, en: `Unified number ${one.id}` },
              facts: [
                { key: 'number', label: { ar: 'الرقم الموحد', en: 'Unified number' }, value: v.code(one.id) },
                {
                  key: 'commercialRegister',
                  label: { ar: 'السجل التجاري', en: 'Commercial registration' },
                  value: v.code(one.commercialRegister),
                },
              ],
              value: one,
            },
          ]
        : [],
    )
  },
}
