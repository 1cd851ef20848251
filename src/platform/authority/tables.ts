import type { Day } from '#kernel/day.ts'
import type { EstablishmentNumber } from '#kernel/establishment-number.ts'
import type { PersonNumber } from '#kernel/person-number.ts'

/** Who gives a delegation: a person, or an establishment by its owner. */
export type PrincipalNumber = PersonNumber | EstablishmentNumber

/** A number that begins with 7 is an establishment's (register F-04), any other a person's. */
export const isEstablishment = (number: PrincipalNumber): number is EstablishmentNumber =>
  number.startsWith('7')

/** The kinds of register 1.19, the plain one between two persons, and the manager of an establishment (no. 197). */
export type DelegationKind = 'person' | 'manager' | 'signatory' | 'my-business' | 'sim-authentication'

interface Shared {
  id: string
  kind: DelegationKind
  powers: string[]
  state: 'offered' | 'active' | 'refused' | 'revoked'
  valid_until: Day
  offered_at: Date
}

export interface DelegationTable extends Shared {
  principal_id: PrincipalNumber
  delegate_id: PersonNumber
}

/** The same delegation under the delegate. */
export interface DelegationHeldTable extends Shared {
  person_id: PersonNumber
  principal_id: PrincipalNumber
}

/** Append-only. */
export interface DelegationEventTable {
  principal_id: PrincipalNumber
  delegation_id: string
  id: string
  at: Date
  by_person: PersonNumber
  /** `offered`, `accepted`, `refused`, `limited`, `revoked`, `entered`, or what was done: `request.submit`. */
  type: string
  about: string | null
  powers: string[] | null
}

/** What somebody may be let look at. */
export type Viewable = 'documents'

interface ViewingShared {
  id: string
  what: Viewable
  state: 'active' | 'ended'
  valid_until: Day
  given_at: Date
}

export interface ViewingConsentTable extends ViewingShared {
  /** Who gives it. */
  person_id: PersonNumber
  viewer_id: PersonNumber
}

/** The same consent under the viewer. */
export interface ViewingHeldTable extends ViewingShared {
  person_id: PersonNumber
  giver_id: PersonNumber
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    delegation: DelegationTable
    delegation_held: DelegationHeldTable
    delegation_event: DelegationEventTable
    viewing_consent: ViewingConsentTable
    viewing_held: ViewingHeldTable
  }
}
