import type { PersonNumber } from '#kernel/person-number.ts'

/** The delegation under which somebody acts for another person, as it stands at this very request. */
export interface ActingFor {
  /** Whose records and requests it is about. */
  readonly person: PersonNumber
  readonly delegation: string
  /** What may be done; none when the delegation is over. */
  readonly powers: readonly string[]
}

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
export const holderOf = (principal: PersonPrincipal): PersonNumber =>
  principal.actingFor?.person ?? principal.person
