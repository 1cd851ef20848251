import { dayOf } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { transact } from '#platform/database/transact.ts'
import { findPerson } from '#platform/people/person.ts'
import type { Platform } from '#platform/platform.ts'
import { lockHolder } from './change-state.ts'
import type { DocumentDefinition } from './document.ts'
import { issue } from './issue.ts'
import { findDocument, type IssuedDocument, outAbout } from './issued.ts'
import { settle } from './settle.ts'

/**
 * The document that a person may hold about a subject, as the registry stands today: the one that is out
 * when it still says so, else a new one in its place. Nothing when the registry holds no such thing for them.
 */
export async function drawDocument(
  platform: Pick<Platform, 'db' | 'clock' | 'issuers' | 'config'>,
  definition: DocumentDefinition,
  person: PersonNumber,
  subjectId: string,
): Promise<IssuedDocument | undefined> {
  const at = platform.clock.now()
  return transact(platform.db, async (tx) => {
    if (!(await findPerson(tx, person))?.alive) return undefined
    const context = { db: tx, clock: platform.clock, today: dayOf(at) }
    const claims = await definition.claims(context, person, subjectId)
    if (!claims) return undefined
    await lockHolder(tx, person)
    const out = await outAbout(tx, { person, document: definition.name, subjectId })
    if (!out) return issue(tx, platform, { definition, person, subjectId, at })
    const id = await settle(tx, platform, { definition, out, claims, at })
    return findDocument(tx, person, id)
  })
}
