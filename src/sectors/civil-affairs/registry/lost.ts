import type { Day } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { isId } from '#platform/database/ids.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import { type Paper, paperById } from './papers.ts'
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
  report: Omit<LostReport, 'paper'> & { readonly by: PersonNumber; readonly request: string },
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
    .insertInto('loss_receipt')
    .values({ person_id: report.by, id: report.request, holder_id: paper.holder, paper_id: paper.id })
    .execute()
  await tx
    .insertInto('lost_paper')
    .values({ ...row, person_id: paper.holder, reported_on: report.reportedOn })
    // Both copies of a family record carry one number: once one is lost, it is in the list.
    .onConflict((conflict) => conflict.columns(['kind', 'number', 'version']).doNothing())
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

/** What somebody reported by a request: the paper, and the report of its loss. */
export async function lossOf(
  db: Db,
  reporter: PersonNumber,
  request: string,
): Promise<{ readonly paper: Paper; readonly report: LostReport } | undefined> {
  if (!isId(request)) return undefined
  const row = await db
    .selectFrom('loss_receipt')
    .selectAll()
    .where('person_id', '=', reporter)
    .where('id', '=', request)
    .executeTakeFirst()
  const paper = row && (await paperById(db, row.holder_id, row.paper_id))
  const report = paper && (await lostReportOf(db, paper))
  return report && { paper, report }
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
