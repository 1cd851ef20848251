import type { ColumnType } from 'kysely'
import type { Day } from '#kernel/day.ts'
import type { EstablishmentNumber } from '#kernel/establishment-number.ts'
import type { HolderNumber } from '#kernel/holder-number.ts'
import type { PersonNumber } from '#kernel/person-number.ts'

/** Who acts for an establishment: its manager (register 197) and the three kinds of register 1.19. */
export type EstablishmentDelegation = 'manager' | 'signatory' | 'my-business' | 'sim-authentication'

/** The plain one between two persons, and those of an establishment. */
export type DelegationKind = 'person' | EstablishmentDelegation

interface Shared {
  id: string
  kind: DelegationKind
  powers: string[]
  state: 'offered' | 'active' | 'refused' | 'revoked'
  /** The first day on which it holds; none: from its acceptance. */
  valid_from: ColumnType<Day | null, Day | null | undefined, never>
  valid_until: Day
  offered_at: Date
}

export interface DelegationTable extends Shared {
  principal_id: HolderNumber
  delegate_id: PersonNumber
}

/** The same delegation under the delegate. */
export interface DelegationHeldTable extends Shared {
  person_id: PersonNumber
  principal_id: HolderNumber
}

/** Append-only. */
export interface DelegationEventTable {
  principal_id: HolderNumber
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

/** Whoever gives delegations: the row that two which are given at once are kept apart by. */
export interface DelegationGiverTable {
  principal_id: HolderNumber
}

/** An establishment that its owner manages here. */
export interface WorkspaceTable {
  /** The owner who opened it. */
  person_id: PersonNumber
  establishment_id: EstablishmentNumber
  opened_at: Date
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    delegation: DelegationTable
    delegation_held: DelegationHeldTable
    delegation_event: DelegationEventTable
    viewing_consent: ViewingConsentTable
    viewing_held: ViewingHeldTable
    delegation_giver: DelegationGiverTable
    workspace: WorkspaceTable
  }
}
