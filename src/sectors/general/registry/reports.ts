import type { ColumnType } from 'kysely'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { ReportName } from '#platform/catalogue/holding.ts'
import { isId } from '#platform/database/ids.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import type { PrintedBlock } from '#platform/documents/document.ts'

export interface OfficialReportTable {
  person_id: PersonNumber
  /** The request that it came from. */
  id: string
  report: ReportName
  blocks: ColumnType<readonly PrintedBlock[], string, never>
  drawn_at: Date
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    official_report: OfficialReportTable
  }
}

export interface OfficialReport {
  readonly name: ReportName
  readonly blocks: readonly PrintedBlock[]
  readonly drawnAt: Date
}

/** Keeps what a report says; the request names it. */
export async function enterReport(
  tx: Tx,
  it: OfficialReport & { readonly person: PersonNumber; readonly request: string },
): Promise<void> {
  await tx
    .insertInto('official_report')
    .values({
      person_id: it.person,
      id: it.request,
      report: it.name,
      blocks: JSON.stringify(it.blocks),
      drawn_at: it.drawnAt,
    })
    .execute()
}

/** One of a person’s reports; nothing for an id that is not theirs. */
export async function findReport(
  db: Db,
  person: PersonNumber,
  id: string,
): Promise<OfficialReport | undefined> {
  if (!isId(id)) return undefined
  const row = await db
    .selectFrom('official_report')
    .selectAll()
    .where('person_id', '=', person)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { name: row.report, blocks: row.blocks, drawnAt: row.drawn_at }
}
