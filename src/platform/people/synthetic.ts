import type { Day } from '#kernel/day.ts'
import type { EstablishmentNumber } from '#kernel/establishment-number.ts'
import type { Mobile } from '#kernel/mobile.ts'
import type { PassportNumber } from '#kernel/passport-number.ts'
import type { PersonKind, PersonNumber } from '#kernel/person-number.ts'
import type { Region } from '#kernel/region.ts'
import type { Text } from '#kernel/text.ts'
import type { Copy } from '#platform/database/copy.ts'
import type { Vault } from '#platform/database/vault.ts'
import type { Address } from './address.ts'
import type { CountryCode } from './country.ts'
import type { GccIdentity } from './gcc-identity.ts'
import type { NameParts } from './person.ts'

import type { Random } from './random.ts'
import type { EmployerNumber, Sex } from './tables.ts'

/**
 * Persons of the demonstration, each there to show something. A sector gives those that are its
 * business exactly the facts described, and leaves chance to the others.
 */
export const castNames = [
  /** Citizen, adult: a driving licence that expires within weeks, a car, one unpaid violation. */
  'driver',
  /** Citizen, adult: owns a car that can be sold: registered, insured, inspected, no violations; and an establishment. */
  'seller',
  /** Citizen, adult with a licence: can buy a car. */
  'buyer',
  /** The same, for a second offer. */
  'secondBuyer',
  /** Resident, father and guardian of `child7` and `child5`; fingerprints enrolled; works for the establishment of `seller`. */
  'parent',
  /** Resident, their mother; fingerprints enrolled. */
  'mother',
  /** Seven years old, no fingerprints yet. */
  'child7',
  /** Five years old: too young for fingerprints. */
  'child5',
  /** Citizen, adult, without an account: registers and activates by the bank. */
  'newcomer',
  /** Resident, adult, without an account: registers and activates at the desk; works where `parent` does. */
  'secondNewcomer',
  /** Resident, adult, whose fingerprints are not enrolled yet; works in the household of `seller`. */
  'unenrolled',
  'activationOfficer',
  'fingerprintOfficer',
  'trafficOfficer',
  'operator',
  /** Citizen, twelve years old, daughter of `driver`, who is her guardian. */
  'child12',
  /** Visitor, adult, in the Kingdom on a visit visa. */
  'visitor',
  /** Citizen, father of `daughter16` and `son1`; heads a family record of which his wife holds one too. */
  'husband',
  /** Citizen, their mother, with the same family record in her hand. */
  'wife',
  /** Sixteen: old enough for a national ID, a minor still. */
  'daughter16',
  /** One year old: a birth certificate, and no ID. */
  'son1',
  /** Citizen, parted from `custodyFather`: a custody deed about `custodyChild` waits for her to link it. */
  'custodyMother',
  /** Citizen, father and guardian of `custodyChild`. */
  'custodyFather',
  /** Citizen, ten years old. */
  'custodyChild',
  'justiceOfficer',
  /** Three years old, daughter of `secondNewcomer`; her mother is in no register. */
  'child3',
  /** Citizen, adult: owns an establishment with a workspace, for which the next three work. */
  'merchant',
  /** Citizen, adult: manager of the establishment of `merchant`, in everything on the list of the day. */
  'manager',
  /** Resident, adult: My Business delegate of that establishment, in bills and points. */
  'accountant',
  /** Citizen, adult: authenticates its lines; fingerprints enrolled. */
  'lineDelegate',
  'businessOfficer',
  /** Citizen of Kuwait, adult, in the Kingdom with their own card; without an account: registers by it. */
  'gulfVisitor',
  /** Citizen, studies abroad: a valid passport, an account that is registered; waits for an officer’s video call. */
  'student',
  /** Works beside `activationOfficer` and `businessOfficer`, for what takes two. */
  'secondOfficer',
] as const
export type CastName = (typeof castNames)[number]

export type SyntheticAddress = Omit<Address, 'id' | 'main' | 'confirmedOn'>

/** A person as made up, before anything is written. */
export interface SyntheticPerson {
  readonly id: PersonNumber
  readonly kind: PersonKind
  /** Unique over all persons, from 0: for plates, licence numbers and the like. */
  readonly serial: number
  readonly parts: NameParts
  readonly sex: Sex
  readonly born: Day
  readonly birthCountry: CountryCode
  readonly nationality: CountryCode
  readonly diedOn: Day | null
  readonly idExpiry: Day | null
  readonly mobile: Mobile | null
  readonly region: Region
  readonly passport: {
    readonly number: PassportNumber
    readonly issuedOn: Day
    readonly expiresOn: Day
  } | null
  /** The card with which a Gulf citizen comes in. */
  readonly gccIdentity: GccIdentity | null
  readonly father: PersonNumber | null
  readonly mother: PersonNumber | null
  readonly spouse: PersonNumber | null
  /** Who acts for a child: the father, or the mother without him. */
  readonly guardian: PersonNumber | null
  readonly employment: {
    readonly employer: EmployerNumber
    readonly occupation: Text
    readonly since: Day
  } | null
  readonly address: SyntheticAddress | null
  readonly cast: CastName | null
}

export interface SyntheticEstablishment {
  readonly id: EstablishmentNumber
  readonly name: Text
  readonly activity: string
  readonly region: Region
  readonly owner: PersonNumber
  readonly foundedOn: Day
  readonly address: SyntheticAddress
}

/** What a sector is handed to fill its tables for one batch of whole families. */
export interface SyntheticContext {
  readonly copy: Copy
  readonly vault: Vault
  /** The day on which the country is looked at: facts are laid around it. */
  readonly today: Day
  readonly at: Date
  readonly persons: readonly SyntheticPerson[]
  readonly establishments: readonly SyntheticEstablishment[]
  /** True once, in the batch that holds the cast: also the moment for reference rows. */
  readonly first: boolean
  /** The demonstration's persons; they are in `persons` of the first batch only. */
  readonly cast: Readonly<Record<CastName, SyntheticPerson>>
  /** Chance for a person and a purpose: independent of every other person and purpose. */
  random(person: Pick<SyntheticPerson, 'serial'>, purpose: string): Random
}

/**
 * The default export of a sector's `synthetic.ts`: fills its tables for one batch. Runs inside the
 * batch's transaction, after the people of the batch are in; sectors run in the order of their names.
 */
export type Synthetic = (context: SyntheticContext) => Promise<void>
