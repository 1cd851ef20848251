import { type PersonNumber, parsePersonNumber } from '#kernel/person-number.ts'
import type { Db } from '#platform/database/tables.ts'
import { usernameKey } from './username.ts'
import './account-tables.ts'
import './second-factor-tables.ts'

/** The account behind a name that somebody signs in with, and what proves the first factor. */
export async function findAccount(db: Db, name: string) {
  const number = parsePersonNumber(name)
  const person = number.ok ? number.value : await personOfUsername(db, name)
  if (person === undefined) return undefined
  const row = await db
    .selectFrom('account as a')
    .innerJoin('credential as c', 'c.person_id', 'a.person_id')
    .innerJoin('person as p', 'p.person_id', 'a.person_id')
    .leftJoin('factor_failure as f', (join) =>
      join.onRef('f.person_id', '=', 'a.person_id').on('f.factor', '=', 'password'),
    )
    .select(['a.state', 'a.username', 'a.mobile', 'a.language', 'c.hash', 'p.alive'])
    .select(['f.failures', 'f.disabled_at as off'])
    .where('a.person_id', '=', person)
    .where('c.person_id', '=', person)
    .where('p.person_id', '=', person)
    .where('a.state', '!=', 'closed')
    .executeTakeFirst()
  // Capitals in a username matter (register choose-credentials).
  if (row === undefined || (!number.ok && row.username !== name.normalize('NFKC').trim())) return undefined
  return { person, ...row }
}

/** Whose account a name means: a number, or a username as it was chosen. */
export async function personNamed(db: Db, name: string): Promise<PersonNumber | undefined> {
  const number = parsePersonNumber(name)
  if (number.ok) return number.value
  const person = await personOfUsername(db, name)
  const account =
    person &&
    (await db.selectFrom('account').select('username').where('person_id', '=', person).executeTakeFirst())
  return account?.username === name.normalize('NFKC').trim() ? person : undefined
}

async function personOfUsername(db: Db, name: string): Promise<PersonNumber | undefined> {
  const row = await db
    .selectFrom('account_username')
    .select('person_id')
    .where('username', '=', usernameKey(name))
    .executeTakeFirst()
  return row?.person_id
}
