import type { PersonNumber } from '#kernel/person-number.ts'
import type { Platform } from '#platform/platform.ts'
import './tables.ts'

/** An account as its holder sees it at a glance. */
export interface Overview {
  readonly username: string
  readonly passwordSince: Date | undefined
}

/** How a person gets in and is reached. @throws when there is no account */
export async function overviewOf({ db }: Pick<Platform, 'db'>, person: PersonNumber): Promise<Overview> {
  const account = await db
    .selectFrom('account')
    .select('username')
    .where('person_id', '=', person)
    .executeTakeFirstOrThrow()
  const credential = await db
    .selectFrom('credential')
    .select('changed_at')
    .where('person_id', '=', person)
    .executeTakeFirst()
  return { username: account.username, passwordSince: credential?.changed_at }
}
