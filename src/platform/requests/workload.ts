import { sql } from 'kysely'
import type { Db } from '#platform/database/tables.ts'
import './tables.ts'

/** How much waits in front of a unit. */
export interface Workload {
  readonly unit: string
  readonly open: number
  /** Of these, past their time. */
  readonly overdue: number
}

/** The open cases of every unit that has any, counted: for the operator, who sees no case in it. */
export async function workload(db: Db, at: Date): Promise<readonly Workload[]> {
  return db
    .selectFrom('office_case')
    .select([
      'unit',
      ({ fn }) => fn.countAll<number>().as('open'),
      sql<number>`count(*) filter (where overdue or due_at < ${at})`.as('overdue'),
    ])
    .where('state', '=', 'open')
    .groupBy('unit')
    .orderBy('unit')
    .execute()
}
