import type { PersonNumber } from '#kernel/person-number.ts'
import { transact } from '#platform/database/transact.ts'
import { drawDocument } from '#platform/documents/draw.ts'
import { followRegistry } from '#platform/documents/follow.ts'
import { heldDocuments } from '#platform/documents/held.ts'
import { documentsOf, type IssuedDocument } from '#platform/documents/issued.ts'
import type { TestPlatform } from './platform.ts'

/** What the registries hold for somebody, by document and whose name is on it. */
export const heldBy = async (test: TestPlatform, person: PersonNumber): Promise<readonly string[]> =>
  (await heldDocuments(test.platform, person)).map((one) => one.definition.name).sort()

/** A document in somebody's hand. @throws when it is not theirs to hold */
export async function drawn(
  test: TestPlatform,
  name: string,
  person: PersonNumber,
  subject = 'self',
): Promise<IssuedDocument> {
  const found = await tryDraw(test, name, person, subject)
  if (!found) throw new Error(`no ${name}`)
  return found
}

/** The same, when the refusal is what is tested. */
export async function tryDraw(
  test: TestPlatform,
  name: string,
  person: PersonNumber,
  subject = 'self',
): Promise<IssuedDocument | undefined> {
  const definition = test.platform.catalogue.document(name)
  if (!definition) throw new Error(`no document ${name}`)
  return drawDocument(test.platform, definition, person, subject)
}

/** What each narrower showing of a document would answer today. */
export function answersOf(
  test: TestPlatform,
  document: IssuedDocument,
  today: Parameters<NonNullable<NonNullable<ReturnType<typeof definitionOf>>['views']>[number]['answer']>[1],
): Readonly<Record<string, unknown>> {
  const { content, number, validUntil } = document
  const claims = {
    number,
    holderName: content.holder,
    birth: content.birth,
    validFrom: content.validFrom,
    validUntil,
    facts: content.facts,
    ...(content.qr ? { qr: content.qr } : {}),
  }
  const views = definitionOf(test, document)?.views ?? []
  return Object.fromEntries(views.map((view) => [view.name, view.answer(claims, today)]))
}

const definitionOf = (test: TestPlatform, document: IssuedDocument) =>
  test.platform.catalogue.document(document.document)

/** Brings what somebody has out to what the registry says; answers the states, the newest first. */
export async function followed(test: TestPlatform, person: PersonNumber): Promise<readonly string[]> {
  await transact(test.db, (tx) => followRegistry(tx, test.platform, [person], test.clock.now()))
  return (await documentsOf(test.db, person)).map((one) => one.state)
}
