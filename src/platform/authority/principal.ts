import type { PersonNumber } from '#kernel/person-number.ts'

/** Who is at the door. Made by a channel from a session, a token or a client's key; never from input. */
export type Principal =
  | { readonly kind: 'anonymous' }
  | {
      readonly kind: 'person'
      readonly person: PersonNumber
      readonly account: 'registered' | 'activated'
      readonly session: string
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

export const anonymous: Principal = { kind: 'anonymous' }
export const system = (task: string): Principal => ({ kind: 'system', task })
