import { type HolderNumber, isEstablishment } from '#kernel/holder-number.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Text } from '#kernel/text.ts'
import type { Db } from '#platform/database/tables.ts'
import { findEstablishment } from './establishment.ts'
import { findPerson } from './person.ts'

/** Who answers for a holder and is told of everything: a person for themselves, an establishment by its owner. */
export async function answerable(db: Db, holder: HolderNumber): Promise<PersonNumber> {
  const found = await findAnswerable(db, holder)
  if (!found) throw new Error('an establishment is not in the register')
  return found
}

/** The same; nobody for a company outside that money passes on to. */
export const findAnswerable = async (db: Db, holder: HolderNumber): Promise<PersonNumber | undefined> =>
  isEstablishment(holder) ? (await findEstablishment(db, holder))?.owner : holder

/** The name of a person or of an establishment; empty when the register does not know them. */
export async function nameOf(db: Db, holder: HolderNumber): Promise<Text> {
  const found = isEstablishment(holder) ? await findEstablishment(db, holder) : await findPerson(db, holder)
  return found?.name ?? { ar: '', en: '' }
}

/** The same in short: a person by the first and the last of their names. */
export async function shortNameOf(db: Db, holder: HolderNumber): Promise<Text> {
  if (isEstablishment(holder)) return nameOf(db, holder)
  return (await findPerson(db, holder))?.shortName ?? { ar: '', en: '' }
}
