import type { PersonNumber } from '#kernel/person-number.ts'
import type { Db } from '#platform/database/tables.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'

export const deceasedTask = 'accounts.end-deceased'

/** Has the account of somebody who is not alive any more ended; asking twice is asking once. */
export const reportDeath = (tx: Db, person: PersonNumber): Promise<void> =>
  enqueue(tx, { task: deceasedTask, payload: { person }, key: `${deceasedTask}:${person}` })
