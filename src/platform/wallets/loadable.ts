import type { Day } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { type ViewingRight, viewedBy } from '#platform/authority/viewing.ts'
import type { DocumentDefinition } from '#platform/documents/document.ts'
import { drawDocument } from '#platform/documents/draw.ts'
import { carriedBy } from '#platform/documents/held.ts'
import type { IssuedDocument } from '#platform/documents/issued.ts'
import type { Platform } from '#platform/platform.ts'

type World = Pick<Platform, 'db' | 'clock' | 'catalogue' | 'issuers' | 'config'>

/** A document that somebody may have on their phone, and by what right. */
export interface Loadable {
  readonly document: IssuedDocument
  readonly definition: DocumentDefinition
  /** By consent it is only looked at. */
  readonly ground: ViewingRight['ground']
  /** The last day of that right; absent: it has no end of its own. */
  readonly until: Day | undefined
}

/**
 * What a person may have on their phone now, as the registries stand: their own documents, those of the minor
 * children whose documents they see to, and the cards of adults of their family who let them look (register
 * R-PAS-08 and the safeguard on adults).
 */
export async function loadableBy(world: World, person: PersonNumber): Promise<readonly Loadable[]> {
  const others: Loadable[] = []
  for (const { owner, right } of await viewedBy(world, person, 'documents'))
    for (const it of await drawn(world, owner.id))
      if (right.ground !== 'consent' || it.definition.look.kind === 'card') others.push({ ...it, ...right })
  // Some papers about a child stand in a parent's own hand too: on the phone they are the child's, once.
  const theirs = new Set(others.filter(({ ground }) => ground !== 'consent').map(aboutWhom))
  const own = (await drawn(world, person))
    .map((it): Loadable => ({ ...it, ground: 'self', until: undefined }))
    .filter((it) => !theirs.has(aboutWhom(it)))
  return [...own, ...others]
}

const aboutWhom = ({ document: { document, content } }: Loadable): string =>
  JSON.stringify([document, content.holder, content.birth])

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
