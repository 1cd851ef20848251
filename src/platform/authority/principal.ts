import type { EstablishmentNumber } from '#kernel/establishment-number.ts'
import type { HolderNumber } from '#kernel/holder-number.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { DelegationKind, EstablishmentDelegation } from './tables.ts'

/** What a delegation gives, as it stands at this very request. */
export interface Delegated<K extends DelegationKind = DelegationKind> {
  readonly as: K
  readonly delegation: string
  /** One by one; never "everything", and never none. */
  readonly powers: readonly string[]
}

/** The right that there was is gone: revoked, run out, or whoever gave it can give no more. */
export interface Over {
  readonly as: 'over'
}

/** For another person, by a delegation of theirs. */
export interface ForPerson {
  readonly kind: 'person'
  readonly person: PersonNumber
  readonly right: Delegated<'person'> | Over
}

/** In the workspace of an establishment, as its owner or by a delegation of its own. */
export interface ForEstablishment {
  readonly kind: 'establishment'
  readonly establishment: EstablishmentNumber
  /** Who answers for it and is told of everything. */
  readonly owner: PersonNumber
  readonly right: { readonly as: 'owner' } | Delegated<EstablishmentDelegation> | Over
}

/** For whom somebody acts and by what right, asked anew at every request. */
export type ActingFor = ForPerson | ForEstablishment

/** Who is at the door. Made by a channel from a session, a token or a client's key; never from input. */
export type Principal =
  | { readonly kind: 'anonymous' }
  | {
      readonly kind: 'person'
      /** Who is at the keyboard, whoever they act for. */
      readonly person: PersonNumber
      readonly account: 'registered' | 'activated'
      readonly session: string
      /** Absent: they act for themselves. */
      readonly actingFor?: ActingFor
    }
  | {
      readonly kind: 'officer'
      /** Officers are persons too: they cannot decide on their own or their family's cases. */
      readonly person: PersonNumber
      readonly officer: string
      readonly units: readonly string[]
      readonly session: string
    }
  | { readonly kind: 'partner'; readonly client: string; readonly scopes: readonly string[] }
  /** The platform itself: deadlines, jobs. */
  | { readonly kind: 'system'; readonly task: string }

export type PersonPrincipal = Extract<Principal, { kind: 'person' }>

export const anonymous: Principal = { kind: 'anonymous' }
export const system = (task: string): Principal => ({ kind: 'system', task })

/** Whose requests and records a person works on: their own, or those of whom they act for. */
export const holderOf = ({ person, actingFor }: PersonPrincipal): HolderNumber =>
  actingFor ? actingHolder(actingFor) : person

/** The number of whom somebody acts for. */
export const actingHolder = (actingFor: ActingFor): HolderNumber =>
  actingFor.kind === 'person' ? actingFor.person : actingFor.establishment

/** The person behind whom somebody acts for: themselves, or the owner of the establishment. */
export const answerableFor = (actingFor: ActingFor): PersonNumber =>
  actingFor.kind === 'person' ? actingFor.person : actingFor.owner

/** The delegation under which somebody acts; none for an owner, and none when it is over. */
export const delegated = ({ right }: ActingFor): Delegated | undefined =>
  right.as === 'over' || right.as === 'owner' ? undefined : right

/** Whether somebody works for their own establishment, as they may for themselves. */
export const actsAsOwner = ({ actingFor }: PersonPrincipal): boolean => actingFor?.right.as === 'owner'
