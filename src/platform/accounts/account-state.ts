import type { PersonNumber } from '#kernel/person-number.ts'
import type { Db } from '#platform/database/tables.ts'
import type { AccountState } from './account-tables.ts'

/** Where a person's account stands; nothing when there is none. */
export async function accountStateOf(db: Db, person: PersonNumber): Promise<AccountState | undefined> {
  const row = await db
    .selectFrom('account')
    .select('state')
    .where('person_id', '=', person)
    .executeTakeFirst()
  return row?.state
}
