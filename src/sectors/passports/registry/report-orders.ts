import type { Day } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Text } from '#kernel/text.ts'
import type { Fact } from '#platform/catalogue/block.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import type { ReportName } from './tables.ts'

/** What a report says, as the registry stood when it was ordered. */
export interface Report {
  /** Whose it is. */
  readonly holder: Text
  readonly facts: readonly Fact[]
  readonly orderedOn: Day
}

export async function enterReport(
  tx: Tx,
  it: Report & {
    readonly by: PersonNumber
    readonly about: PersonNumber
    readonly document: ReportName
    readonly subjectId: string
    readonly request: string
  },
): Promise<void> {
  await tx
    .insertInto('report_order')
    .values({
      person_id: it.by,
      document: it.document,
      subject_id: it.subjectId,
      about_id: it.about,
      request_id: it.request,
      holder: JSON.stringify(it.holder),
      facts: JSON.stringify(it.facts),
      ordered_on: it.orderedOn,
    })
    .execute()
}

/** The newest report that somebody ordered on a subject. */
export async function lastReport(
  db: Db,
  of: { readonly by: PersonNumber; readonly document: ReportName; readonly subjectId: string },
): Promise<Report | undefined> {
  const row = await db
    .selectFrom('report_order')
    .select(['holder', 'facts', 'ordered_on'])
    .where('person_id', '=', of.by)
    .where('document', '=', of.document)
    .where('subject_id', '=', of.subjectId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && { holder: row.holder, facts: row.facts, orderedOn: row.ordered_on }
}
