import type { Selectable } from 'kysely'
import type { Principal } from '#platform/authority/principal.ts'
import { isId } from '#platform/database/ids.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import type { SecondLookTable } from './second-look-tables.ts'

/** What waits for a second officer of the unit. */
export type SecondLook = Selectable<SecondLookTable>
type About = SecondLook['about']
type Which = Pick<SecondLook, 'unit' | 'about' | 'id'>

export async function askSecondLook(tx: Tx, look: SecondLook): Promise<void> {
  await tx.insertInto('second_look').values(look).execute()
}

/** What waits in some units, oldest first, 100 at most. */
export async function secondLooks(
  db: Db,
  about: About,
  units: readonly string[],
): Promise<readonly SecondLook[]> {
  if (units.length === 0) return []
  return db
    .selectFrom('second_look')
    .selectAll()
    .where('unit', 'in', units)
    .where('about', '=', about)
    .orderBy('at')
    .limit(100)
    .execute()
}

/** One that this officer may look at: of their unit, and not what they did themselves. */
export async function secondLookOf(
  db: Db,
  { unit, about, id }: Which,
  by: Extract<Principal, { kind: 'officer' }>,
): Promise<SecondLook | undefined> {
  if (!by.units.includes(unit) || !isId(id)) return undefined
  return db
    .selectFrom('second_look')
    .selectAll()
    .where('unit', '=', unit)
    .where('about', '=', about)
    .where('id', '=', id)
    .where('officer', '<>', by.officer)
    .executeTakeFirst()
}

/** Takes one off the list; false when it was not on it. */
export async function endSecondLook(tx: Tx, { unit, about, id }: Which): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('second_look')
    .where('unit', '=', unit)
    .where('about', '=', about)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}
