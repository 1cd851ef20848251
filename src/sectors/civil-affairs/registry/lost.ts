import type { Day } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import type { Paper } from './papers.ts'
import type { PaperKind } from './tables.ts'

export interface LostReport {
  readonly number: string
  readonly paper: string
  readonly lostOn: Day
  readonly place: string
  readonly reportedOn: Day
  readonly late: boolean
}

/**
 * Ends a paper as lost, for good: found again, it stays dead. Its number and version are in the list that others
 * ask. False: it was lost or cancelled before.
 */
export async function losePaper(
  tx: Tx,
  paper: Pick<Paper, 'holder' | 'id'>,
  report: Omit<LostReport, 'paper'> & { readonly by: PersonNumber },
): Promise<boolean> {
  const row = await tx
    .updateTable('civil_paper')
    .set({ state: 'lost', ended_on: report.reportedOn })
    .where('person_id', '=', paper.holder)
    .where('id', '=', paper.id)
    .where('state', '=', 'valid')
    .returning(['kind', 'number', 'version'])
    .executeTakeFirst()
  if (!row) return false
  await tx
    .insertInto('lost_report')
    .values({
      person_id: paper.holder,
      number: report.number,
      paper_id: paper.id,
      reported_by: report.by,
      lost_on: report.lostOn,
      place: report.place,
      reported_on: report.reportedOn,
      late: report.late,
    })
    .execute()
  await tx
    .insertInto('lost_paper')
    .values({ ...row, person_id: paper.holder, reported_on: report.reportedOn })
    .execute()
  return true
}

/** The report of a paper's loss. */
export async function lostReportOf(
  db: Db,
  paper: Pick<Paper, 'holder' | 'id'>,
): Promise<LostReport | undefined> {
  const row = await db
    .selectFrom('lost_report')
    .selectAll()
    .where('person_id', '=', paper.holder)
    .where('paper_id', '=', paper.id)
    .executeTakeFirst()
  return (
    row && {
      number: row.number,
      paper: row.paper_id,
      lostOn: row.lost_on,
      place: row.place,
      reportedOn: row.reported_on,
      late: row.late,
    }
  )
}

/** Whether a paper was reported lost, by what is printed on it: whose it is, and since when. */
export const lostPaper = (
  db: Db,
  printed: { readonly kind: PaperKind; readonly number: string; readonly version: number },
) =>
  db
    .selectFrom('lost_paper')
    .select(['person_id', 'reported_on'])
    .where('kind', '=', printed.kind)
    .where('number', '=', printed.number)
    .where('version', '=', printed.version)
    .executeTakeFirst()
