import type { Day } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { DocumentDefinition } from '#platform/documents/document.ts'
import { drawDocument } from '#platform/documents/draw.ts'
import { carriedBy } from '#platform/documents/held.ts'
import type { IssuedDocument } from '#platform/documents/issued.ts'
import { wardsOf } from '#platform/people/guardianship.ts'
import type { Platform } from '#platform/platform.ts'

type World = Pick<Platform, 'db' | 'clock' | 'catalogue' | 'issuers' | 'config'>

/** A document that somebody may have on their phone, and by what right. */
export interface Loadable {
  readonly document: IssuedDocument
  readonly definition: DocumentDefinition
  readonly ground: 'self' | 'guardian' | 'custody'
  /** The last day of that right; absent: it has no end of its own. */
  readonly until: Day | undefined
}

/**
 * What a person may have on their phone now, as the registries stand: their own documents, then those of the
 * minor children whose documents they see to (register R-PAS-08), the eldest first.
 */
export async function loadableBy(world: World, person: PersonNumber): Promise<readonly Loadable[]> {
  const own = await drawn(world, person)
  const all = own.map((it): Loadable => ({ ...it, ground: 'self', until: undefined }))
  for (const { child, rights } of await wardsOf(world, person)) {
    const right = rights.find(({ matter }) => matter === 'documents')
    if (!right) continue
    const { ground, until } = right
    for (const it of await drawn(world, child.id)) all.push({ ...it, ground, until })
  }
  return all
}

/** Everything that a person carries today, issued where it was not yet. */
async function drawn(world: World, person: PersonNumber) {
  const all = []
  for (const one of await carriedBy(world, person)) {
    const definition = world.catalogue.document(one.document)
    if (!definition || one.state === 'expired') continue
    const document =
      one.issued?.state === one.state
        ? one.issued
        : await drawDocument(world, definition, person, one.subjectId)
    if (document) all.push({ document, definition })
  }
  return all
}
