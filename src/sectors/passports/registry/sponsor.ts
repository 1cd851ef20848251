import { parseEstablishmentNumber } from '#kernel/establishment-number.ts'
import { parsePersonNumber } from '#kernel/person-number.ts'
import type { Text } from '#kernel/text.ts'
import type { Db } from '#platform/database/tables.ts'
import { findEstablishment } from '#platform/people/establishment.ts'
import { findPerson } from '#platform/people/person.ts'
import type { SponsorNumber } from './tables.ts'

/** What an employer or the head of a family is called; nothing for a number that no register holds. */
export async function sponsorName(db: Db, sponsor: SponsorNumber): Promise<Text | undefined> {
  const establishment = parseEstablishmentNumber(sponsor)
  if (establishment.ok) return (await findEstablishment(db, establishment.value))?.name
  const person = parsePersonNumber(sponsor)
  return person.ok ? (await findPerson(db, person.value))?.shortName : undefined
}
