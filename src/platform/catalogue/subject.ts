import type { Clock } from '#kernel/clock.ts'
import type { EstablishmentNumber } from '#kernel/establishment-number.ts'
import { type HolderNumber, isEstablishment } from '#kernel/holder-number.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Text } from '#kernel/text.ts'
import type { Fact } from '#platform/catalogue/block.ts'
import type { Db } from '#platform/database/tables.ts'
import type { Matter } from '#platform/people/matter.ts'

/**
 * The ground on which one acts on a subject. `parent`: what any parent may ask about a child of theirs,
 * without a power over it; `sponsor`: the little that an employer may see of a worker; `establishment`: what is
 * done in its workspace.
 */
export type Ground = 'self' | 'guardian' | 'custody' | 'parent' | 'owner' | 'sponsor' | 'establishment'

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

/** Where subjects are looked up. */
export interface SubjectContext {
  readonly db: Db
  readonly clock: Clock
}

interface Kind<S, H extends HolderNumber> {
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
  /** What `holder` may act on: the only source of authority over a subject. Names the holder in every table. */
  list(context: SubjectContext, holder: H): Promise<readonly Subject<S>[]>
  /** The same for one, by id; absent: looked up in `list`. */
  find?(context: SubjectContext, holder: H, id: string): Promise<Subject<S> | undefined>
}

/** A kind of subject, and which of them a person may act on. */
export interface SubjectType<S = unknown> extends Kind<S, PersonNumber> {
  readonly of?: 'person'
}

/** A kind of subject of an establishment: of what is done in its workspace. */
export interface EstablishmentSubjectType<S = unknown> extends Kind<S, EstablishmentNumber> {
  readonly of: 'establishment'
}

export type AnySubjectType<S = unknown> = SubjectType<S> | EstablishmentSubjectType<S>

/** What a holder may act on; a person has nothing of an establishment's kinds, nor the other way round. */
export async function subjectsOf<S>(
  type: AnySubjectType<S>,
  context: SubjectContext,
  holder: HolderNumber,
): Promise<readonly Subject<S>[]> {
  if (type.of === 'establishment') return isEstablishment(holder) ? type.list(context, holder) : []
  return isEstablishment(holder) ? [] : type.list(context, holder)
}

/** The same for one, by id. */
export async function findSubject<S>(
  type: AnySubjectType<S>,
  context: SubjectContext,
  holder: HolderNumber,
  id: string,
): Promise<Subject<S> | undefined> {
  if (!type.find) return (await subjectsOf(type, context, holder)).find((one) => one.id === id)
  if (type.of === 'establishment') return isEstablishment(holder) ? type.find(context, holder, id) : undefined
  return isEstablishment(holder) ? undefined : type.find?.(context, holder, id)
}
