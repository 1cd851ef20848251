import type { EstablishmentSubjectType } from '#platform/catalogue/subject.ts'
import { v } from '#platform/catalogue/value.ts'
import { type Establishment, findEstablishment } from './establishment.ts'

/** The establishment in whose workspace one is: every service about the establishment itself. */
export const thisEstablishment: EstablishmentSubjectType<Establishment> = {
  kind: 'establishment',
  of: 'establishment',
  ground: 'establishment',
  choose: { ar: 'المنشأة', en: 'The establishment' },
  none: {
    ar: 'لا نجد سجل هذه المنشأة. راجع وزارة التجارة.',
    en: 'We cannot find the record of this establishment. Please ask the Ministry of Commerce.',
  },
  async list({ db }, establishment) {
    const found = await findEstablishment(db, establishment)
    if (!found) return []
    return [
      {
        id: found.id,
        person: found.owner,
        label: found.name,
        detail: { ar: `الرقم الموحد ${found.id}`, en: `Unified number ${found.id}` },
        facts: [
          { key: 'number', label: { ar: 'الرقم الموحد', en: 'Unified number' }, value: v.code(found.id) },
          {
            key: 'commercialRegister',
            label: { ar: 'السجل التجاري', en: 'Commercial registration' },
            value: v.code(found.commercialRegister),
          },
        ],
        value: found,
      },
    ]
  },
}
