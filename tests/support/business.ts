import { addMonths, type Day, day, dayOf } from '#kernel/day.ts'
import { type EstablishmentNumber, establishmentNumber } from '#kernel/establishment-number.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { grant } from '#platform/authority/delegating.ts'
import { actingUnder } from '#platform/authority/delegation.ts'
import type { PersonPrincipal } from '#platform/authority/principal.ts'
import type { EstablishmentDelegation } from '#platform/authority/tables.ts'
import { actingAsOwner, openWorkspace } from '#platform/authority/workspace.ts'
import { businessPowers } from '#platform/catalogue/power.ts'
import { transact } from '#platform/database/transact.ts'
import { enterEstablishment } from '#platform/people/write.ts'
import { anAccount } from './accounts.ts'
import { aPerson, type PersonOptions } from './people.ts'
import type { TestPlatform } from './platform.ts'
import { asPerson } from './service.ts'

let serial = 100

/** A person with an activated account. */
export async function anAccountHolder(
  test: TestPlatform,
  options: PersonOptions = {},
): Promise<PersonNumber> {
  const person = await aPerson(test.db, options)
  await anAccount(test.platform, person)
  return person
}

export interface Firm {
  readonly id: EstablishmentNumber
  readonly owner: PersonNumber
}

/** An establishment in the commercial register; with a workspace unless told otherwise. */
export async function aFirm(
  test: TestPlatform,
  { owner, registered = true }: { readonly owner?: PersonNumber; readonly registered?: boolean } = {},
): Promise<Firm> {
  const owned = owner ?? (await anAccountHolder(test))
  const id = establishmentNumber(`7900000${++serial}`)
  await enterEstablishment(test.db, {
    establishment_id: id,
    name_ar: 'مخبز الواحة',
    name_en: 'Oasis Bakery',
    commercial_register: `10100${serial}`,
    activity: 'retail',
    region: '01',
    owner_id: owned,
    founded_on: day('2020-01-01'),
  })
  if (registered)
    await transact(test.db, (tx) =>
      openWorkspace(tx, { owner: owned, establishment: id, at: test.clock.now() }),
    )
  return { id, owner: owned }
}

/** The owner at work in the workspace. */
export async function asOwner(test: TestPlatform, { id, owner }: Firm): Promise<PersonPrincipal> {
  const actingFor = await actingAsOwner(test.db, owner, id)
  if (!actingFor) throw new Error('there is no workspace')
  return { ...asPerson(owner), actingFor }
}

/** Somebody appointed who has agreed: the delegation's id, and who they are at this moment in the workspace. */
export async function aDelegate(
  test: TestPlatform,
  firm: Firm,
  {
    kind = 'my-business',
    powers = businessPowers.map((one) => one.name),
    from,
    until = addMonths(dayOf(test.clock.now()), 6),
    person,
  }: {
    readonly kind?: EstablishmentDelegation
    readonly powers?: readonly string[]
    readonly from?: Day
    readonly until?: Day
    readonly person?: PersonNumber
  } = {},
) {
  const delegate = person ?? (await anAccountHolder(test))
  const giver = { principal: firm.id, owner: firm.owner, name: { ar: 'مخبز الواحة', en: 'Oasis Bakery' } }
  const what = {
    kind,
    delegate,
    powers,
    until,
    by: firm.owner,
    at: test.clock.now(),
    ...(from ? { from } : {}),
  }
  const id = await transact(test.db, (tx) => grant(tx, giver, what))
  return { id, person: delegate, principal: () => atWork(test, delegate, id) }
}

/** A delegate in the workspace, by what the delegation gives at this moment. */
export async function atWork(
  test: TestPlatform,
  person: PersonNumber,
  delegation: string,
): Promise<PersonPrincipal> {
  const actingFor = await actingUnder(test.platform, person, delegation)
  if (!actingFor) throw new Error('there is no delegation')
  return { ...asPerson(person), actingFor }
}
