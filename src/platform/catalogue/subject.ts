import type { Clock } from '#kernel/clock.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Text } from '#kernel/text.ts'
import type { Fact } from '#platform/catalogue/block.ts'
import type { Db } from '#platform/database/tables.ts'
import type { Matter } from '#platform/people/matter.ts'

/**
 * The ground on which a person acts on a subject. `parent`: what any parent may ask about a child of theirs,
 * without a power over it; `sponsor`: the little that an employer may see of a worker.
 */
export type Ground = 'self' | 'guardian' | 'custody' | 'parent' | 'owner' | 'sponsor'

/** One thing or person that a service can be about, already known to be the asker's to act on. */
export interface Subject<S = unknown> {
  /** Unique within its kind; in addresses and in the API. Never a personal number of somebody else. */
  readonly id: string
  /** Whose record it is: told of everything, sees who looked. */
  readonly person: PersonNumber
  readonly label: Text
  readonly detail?: Text
  /** The ground for this one, where it is not its type's. */
  readonly ground?: Ground
  /** What an officer who decides about it has to know of it. */
  readonly facts?: readonly Fact[]
  readonly value: S
}

/** A kind of subject, and which of them a person may act on. */
export interface SubjectType<S = unknown> {
  readonly kind: string
  readonly ground: Ground
  /** The subject is a person: one open request of a service holds them, whichever parent asks. */
  readonly isPerson?: true
  /** In what one acts for a child; the kind and the matter together name such a type. */
  readonly matter?: Matter
  /** "Choose a vehicle". */
  readonly choose: Text
  /** Shown when there is none: says why, and what to do. */
  readonly none: Text
  /** What `person` may act on: the only source of authority over a subject. Names the person in every table. */
  list(
    context: { readonly db: Db; readonly clock: Clock },
    person: PersonNumber,
  ): Promise<readonly Subject<S>[]>
  /** The same for one, by id; absent: looked up in `list`. */
  find?(
    context: { readonly db: Db; readonly clock: Clock },
    person: PersonNumber,
    id: string,
  ): Promise<Subject<S> | undefined>
}
