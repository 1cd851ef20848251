import { dayOf } from '#kernel/day.ts'
import { isEstablishment } from '#kernel/holder-number.ts'
import type { Text } from '#kernel/text.ts'
import { actingBy, type Delegation, delegationHeld, delegationsHeld } from '#platform/authority/delegation.ts'
import { kindTitle } from '#platform/authority/delegation-texts.ts'
import { powerTitle } from '#platform/authority/power.ts'
import { businessPowers, singlePowers } from '#platform/catalogue/power.ts'
import { v } from '#platform/catalogue/value.ts'
import { document } from '#platform/documents/document.ts'
import { portraitOf } from '#platform/faces/portrait.ts'
import { findEstablishment } from '#platform/people/establishment.ts'
import { findPerson } from '#platform/people/person.ts'

const powers = [...businessPowers, ...Object.values(singlePowers)]
const listOf = (names: readonly string[]): Text => ({
  ar: names.map((one) => powerTitle(powers, one).ar).join('، '),
  en: names.map((one) => powerTitle(powers, one).en).join('; '),
})

const holds = ({ state }: Delegation): boolean => state === 'active' || state === 'upcoming'

/**
 * What a delegate of an establishment shows at the operator's counter (register 1.15): for whom they act, in what,
 * until when. It ends at the moment when the delegation does, by whichever side.
 */
export default document('delegation-deed', {
  sector: 'business',
  title: { ar: 'سند تفويض', en: 'Deed of delegation' },
  issuer: { ar: 'سجل المنشآت', en: 'Register of establishments' },
  look: { kind: 'certificate', accent: '#3b5d3a' },
  order: 80,
  prefix: 'DD',
  codeWords: {
    firm: { label: { ar: 'المنشأة', en: 'Establishment' } },
    as: { label: { ar: 'بصفة', en: 'As' }, values: kindTitle },
  },
  held: async ({ db, clock }, delegate) =>
    (await delegationsHeld({ db, clock }, delegate))
      .filter((one) => isEstablishment(one.principal) && holds(one))
      .map((one) => one.id),
  claims: async ({ db, clock, today }, delegate, subjectId) => {
    const held = await delegationHeld({ db, clock }, delegate, subjectId)
    if (!held || !holds(held) || !isEstablishment(held.principal)) return undefined
    const [firm, person, acting] = await Promise.all([
      findEstablishment(db, held.principal),
      findPerson(db, delegate),
      actingBy(db, { ...held, state: 'active' }),
    ])
    if (!firm || !person || acting?.right.as === 'over') return undefined
    return {
      holderName: person.name,
      portrait: portraitOf(person, today),
      validFrom: held.begins ?? dayOf(held.offeredAt),
      validUntil: held.until,
      facts: [
        { key: 'firm', label: { ar: 'المنشأة', en: 'Establishment' }, value: v.text(firm.name) },
        { key: 'number', label: { ar: 'الرقم الموحد', en: 'Unified number' }, value: v.code(firm.id) },
        { key: 'as', label: { ar: 'بصفة', en: 'As' }, value: v.text(kindTitle[held.kind]) },
        {
          key: 'person',
          label: { ar: 'رقم هوية المفوَّض', en: 'The delegate’s ID number' },
          value: v.code(person.id),
        },
        { key: 'powers', label: { ar: 'في', en: 'In' }, value: v.text(listOf(held.powers)) },
        {
          key: 'from',
          label: { ar: 'من يوم', en: 'From' },
          value: v.day(held.begins ?? dayOf(held.offeredAt)),
        },
        { key: 'until', label: { ar: 'حتى يوم', en: 'Until' }, value: v.day(held.until) },
      ],
      qr: { firm: firm.id, as: held.kind },
      attributes: { establishment: firm.id, kind: held.kind },
    }
  },
})
