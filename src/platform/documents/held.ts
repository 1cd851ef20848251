import { type Day, dayOf } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Text } from '#kernel/text.ts'
import { findPerson } from '#platform/people/person.ts'
import type { Platform } from '#platform/platform.ts'
import { contentOf, type DocumentContent, saysTheSame } from './content.ts'
import type { DocumentClaims, DocumentDefinition } from './document.ts'
import { type IssuedDocument, outOf, stateOn } from './issued.ts'

type Deps = Pick<Platform, 'db' | 'clock' | 'catalogue'>

/** A document that the registry holds for a person now, whether or not it was ever issued. */
export interface HeldDocument {
  readonly definition: DocumentDefinition
  readonly subjectId: string
  /** What it would say if it were issued today. */
  readonly claims: DocumentClaims
}

/** All that the registries hold for a person now, in the order of the catalogue. Reads only. */
export async function heldDocuments(
  { db, clock, catalogue }: Deps,
  person: PersonNumber,
): Promise<readonly HeldDocument[]> {
  const context = { db, clock, today: dayOf(clock.now()) }
  if (!(await findPerson(db, person))?.alive) return []
  const found = await Promise.all(
    catalogue.documents.map(async (definition) => {
      const subjects = (await definition.held?.(context, person)) ?? []
      const held = await Promise.all(
        subjects.map(async (subjectId): Promise<HeldDocument | undefined> => {
          const claims = await definition.claims(context, person, subjectId)
          return claims && { definition, subjectId, claims }
        }),
      )
      return held.filter((one) => one !== undefined)
    }),
  )
  return found.flat()
}

/** What a person carries: what the registry holds for them, and what a service issued to them. */
export interface Carried {
  /** The definition’s name. */
  readonly document: string
  readonly subjectId: string
  readonly content: DocumentContent
  /** Absent: it gets one when it is issued. */
  readonly number: string | undefined
  readonly validUntil: Day | undefined
  readonly state: 'valid' | 'suspended' | 'expired'
  /** Why it is suspended. */
  readonly because: Text | undefined
  /** The one that is out; absent: it is issued when it is opened (`drawDocument`). */
  readonly issued: IssuedDocument | undefined
}

/** Everything that a person carries today: what the registry holds first, then what was issued, the newest first. */
export async function carriedBy(deps: Deps, person: PersonNumber): Promise<readonly Carried[]> {
  const today = dayOf(deps.clock.now())
  const [held, out] = await Promise.all([heldDocuments(deps, person), outOf(deps.db, person)])
  const fromRegistry = held.map((one) => carriedHeld(one, out, today))
  const others = out.filter((one) => !deps.catalogue.document(one.document)?.held).reverse()
  return [...fromRegistry, ...others.map((one) => carriedIssued(one, today))]
}

function carriedHeld(it: HeldDocument, out: readonly IssuedDocument[], today: Day): Carried {
  const { definition, subjectId, claims } = it
  const issued = out.find((one) => one.document === definition.name && one.subjectId === subjectId)
  const same = issued && saysTheSame(issued, definition, claims) ? issued : undefined
  const state = claims.suspended ? 'suspended' : 'valid'
  return {
    document: definition.name,
    subjectId,
    content: same?.content ?? contentOf(definition, claims),
    number: same?.number ?? claims.number,
    validUntil: claims.validUntil,
    state: stateNow({ state, validUntil: claims.validUntil }, today),
    because: claims.suspended,
    issued: same,
  }
}

/** One that is out, as it is carried. */
export const carriedIssued = (it: IssuedDocument, today: Day): Carried => ({
  document: it.document,
  subjectId: it.subjectId,
  content: it.content,
  number: it.number,
  validUntil: it.validUntil,
  state: stateNow(it, today),
  because: it.because,
  issued: it,
})

/** Of what is out, so that it is neither replaced nor taken back. */
function stateNow(it: Pick<IssuedDocument, 'state' | 'validUntil'>, today: Day): Carried['state'] {
  const state = stateOn(it, today)
  return state === 'suspended' || state === 'expired' ? state : 'valid'
}
