import { isDeepStrictEqual } from 'node:util'
import { dayOf } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { transact } from '#platform/database/transact.ts'
import type { Platform } from '#platform/platform.ts'
import type { DocumentDefinition } from './document.ts'
import { issue } from './issue.ts'
import { type IssuedDocument, issuedDocument } from './issued.ts'

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
  const today = dayOf(at)
  return transact(platform.db, async (tx) => {
    const claims = await definition.claims({ db: tx, clock: platform.clock, today }, person, subjectId)
    if (!claims) return undefined
    const row = await tx
      .selectFrom('issued_document')
      .selectAll()
      .where('person_id', '=', person)
      .where('document', '=', definition.name)
      .where('subject_id', '=', subjectId)
      .where('state', '=', 'valid')
      .executeTakeFirst()
    const out = row && issuedDocument(row)
    const same =
      out &&
      out.validUntil === claims.validUntil &&
      isDeepStrictEqual(JSON.parse(JSON.stringify(claims.facts)), out.content.facts)
    return same ? out : issue(tx, platform, { definition, person, subjectId, at })
  })
}
