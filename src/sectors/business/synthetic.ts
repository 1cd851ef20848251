import { addDays, addMonths, addYears } from '#kernel/day.ts'
import type { EstablishmentNumber } from '#kernel/establishment-number.ts'
import type { EstablishmentDelegation } from '#platform/authority/tables.ts'
import { businessPowers, singlePowers } from '#platform/catalogue/power.ts'
import { textArray } from '#platform/database/copy.ts'
import { newId } from '#platform/database/ids.ts'
import type { CastName, Synthetic, SyntheticContext } from '#platform/people/synthetic.ts'
import type {} from './registry/packages.ts'
import { roles } from './roles.ts'

/** Who of the cast works for the establishment of `merchant`, as what and in what. */
const staff: readonly {
  readonly who: CastName
  readonly kind: EstablishmentDelegation
  readonly powers: readonly string[]
}[] = [
  { who: 'manager', kind: 'manager', powers: businessPowers.map((one) => one.name) },
  { who: 'accountant', kind: 'my-business', powers: roles.accountant },
  { who: 'lineDelegate', kind: 'sim-authentication', powers: [singlePowers['sim-authentication'].name] },
]

/** Every third establishment is managed here; that of `seller` is still to be registered. */
const synthetic: Synthetic = async (context) => {
  const { copy, cast, at, today, establishments, persons, random } = context
  const serials = new Map(persons.map((person) => [person.id, person]))
  const managed = establishments.filter(({ owner }) => {
    if (owner === cast.seller.id) return false
    const person = serials.get(owner)
    return owner === cast.merchant.id || (person && random(person, 'workspace').chance(1 / 3))
  })
  await copy(
    'workspace',
    managed.map((one) => ({ person_id: one.owner, establishment_id: one.id, opened_at: at })),
  )
  // That of `merchant` ends within the days in which it can be renewed; the others have most of their year left.
  await copy(
    'business_package',
    managed.map(({ id, owner }) => {
      const valid_until = addDays(today, owner === cast.merchant.id ? 40 : 300)
      return {
        establishment_id: id,
        tier: 'small' as const,
        valid_from: addDays(addYears(valid_until, -1), 1),
        valid_until,
      }
    }),
  )
  const firm = managed.find((one) => one.owner === cast.merchant.id)
  if (firm) await appointCast(context, firm.id)
}

export default synthetic

async function appointCast(
  { copy, cast, today, at }: SyntheticContext,
  firm: EstablishmentNumber,
): Promise<void> {
  const since = new Date(at.getTime() - 20 * 86_400_000)
  const rows = staff.map(({ who, kind, powers }) => ({
    who: cast[who].id,
    common: {
      id: newId(since),
      kind,
      powers: textArray(powers),
      state: 'active' as const,
      valid_from: null,
      valid_until: addMonths(today, 11),
      offered_at: since,
    },
    powers: textArray(powers),
  }))
  await copy(
    'delegation',
    rows.map(({ who, common }) => ({ principal_id: firm, delegate_id: who, ...common })),
  )
  await copy(
    'delegation_held',
    rows.map(({ who, common }) => ({ person_id: who, principal_id: firm, ...common })),
  )
  await copy(
    'delegation_event',
    rows.flatMap(({ who, common, powers }) =>
      (['offered', 'accepted'] as const).map((type) => ({
        principal_id: firm,
        delegation_id: common.id,
        id: newId(since),
        at: since,
        by_person: type === 'offered' ? cast.merchant.id : who,
        type,
        about: null,
        powers: type === 'offered' ? powers : null,
      })),
    ),
  )
}
