import { addDays, addYears, type Day, dayOf } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { enterBirth } from '#sectors/civil-affairs/registry/births.ts'
import { openFamilyRecord } from '#sectors/civil-affairs/registry/families.ts'
import { enterPaper } from '#sectors/civil-affairs/registry/papers.ts'
import type { TestPlatform } from './platform.ts'

let serial = 1

/** A national ID card of the third version that is good for four years; answers its id. */
export const aNationalId = (
  test: TestPlatform,
  holder: PersonNumber,
  { expires = addYears(dayOf(test.clock.now()), 4), version = 3 }: { expires?: Day; version?: number } = {},
): Promise<string> =>
  enterPaper(test.db, {
    person_id: holder,
    kind: 'national-id',
    record: 'self',
    number: holder,
    version,
    issued_on: addYears(expires, -10),
    expires_on: expires,
    state: 'valid',
    ended_on: null,
  })

/** A birth in the Kingdom and its certificate; answers the number of the record. */
export async function aBirth(
  test: TestPlatform,
  person: PersonNumber,
  {
    father = null,
    mother = null,
    on,
  }: { father?: PersonNumber | null; mother?: PersonNumber | null; on: Day },
): Promise<string> {
  const number = `8100${String(serial++).padStart(6, '0')}`
  await enterBirth(test.db, {
    person_id: person,
    number,
    born_at: new Date(`${on}T03:20:00Z`),
    place_ar: 'الرياض',
    place_en: 'Riyadh',
    hospital_ar: 'مستشفى',
    hospital_en: 'A hospital',
    father_id: father,
    father_ar: 'ماجد عمر الريحاني',
    father_en: 'Majid Omar Alrayhani',
    mother_id: mother,
    mother_ar: 'سلمى علي الورد',
    mother_en: 'Salma Ali Alward',
    registered_on: addDays(on, 3),
  })
  await enterPaper(test.db, {
    person_id: person,
    kind: 'birth-certificate',
    record: 'self',
    number,
    version: 1,
    issued_on: addDays(on, 3),
    expires_on: null,
    state: 'valid',
    ended_on: null,
  })
  return number
}

/** A family record in the hands of both spouses, or of one parent; answers its id under each. */
export async function aFamilyRecord(
  test: TestPlatform,
  { head, spouse }: { head: PersonNumber; spouse?: PersonNumber },
): Promise<ReadonlyMap<PersonNumber, string>> {
  const on = addYears(dayOf(test.clock.now()), -12)
  const number = `8200${String(serial++).padStart(6, '0')}`
  const ids = await openFamilyRecord(test.db, { number, head, spouse, on })
  for (const [holder, record] of ids)
    await enterPaper(test.db, {
      person_id: holder,
      kind: 'family-record',
      record,
      number,
      version: 1,
      issued_on: on,
      expires_on: null,
      state: 'valid',
      ended_on: null,
    })
  return ids
}
