import type { Insertable } from 'kysely'
import { addDays, type Day, dayOf } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { plateLetters } from '#kernel/plate.ts'
import { newId } from '#platform/database/ids.ts'
import { transact } from '#platform/database/transact.ts'
import { enterAccident } from '#sectors/traffic/registry/accidents.ts'
import { enterLicence } from '#sectors/traffic/registry/licences.ts'
import { recordViolation } from '#sectors/traffic/registry/record-violation.ts'
import type { PlateType, VehicleTable } from '#sectors/traffic/registry/tables.ts'
import { enterVehicle } from '#sectors/traffic/registry/vehicles.ts'
import type { ViolationKind } from '#sectors/traffic/violation-kinds.ts'
import type { TestPlatform } from './platform.ts'

let serial = 1

/** A private licence that expires in three weeks, with a medical exam that is good for a year; answers its id. */
export async function aLicence(
  test: TestPlatform,
  holder: PersonNumber,
  {
    expires = 21,
    medical = 365,
    licenceClass = 'private',
  }: { expires?: number; medical?: number | null; licenceClass?: 'private' | 'public' } = {},
): Promise<string> {
  const today = dayOf(test.clock.now())
  if (medical !== null)
    await test.db
      .insertInto('medical_exam')
      .values({
        person_id: holder,
        done_on: addDays(today, Math.min(medical, 0) - 10),
        valid_until: addDays(today, medical),
        clinic_ar: 'مركز',
        clinic_en: 'Clinic',
      })
      .execute()
  return enterLicence(test.db, {
    person_id: holder,
    number: `T${serial++}`,
    class: licenceClass,
    issued_on: addDays(today, Math.min(expires, 0) - 1000),
    expires_on: addDays(today, expires),
  })
}

/** A private car fit to be sold; answers its id. `insured`: days of cover, or null for none. */
export async function aVehicle(
  test: TestPlatform,
  owner: PersonNumber,
  { insured = 100, ...row }: { insured?: number | null } & Partial<Insertable<VehicleTable>> = {},
): Promise<string> {
  const today: Day = dayOf(test.clock.now())
  const at = serial++
  const type: PlateType = 'private'
  const id = await enterVehicle(test.db, {
    person_id: owner,
    plate_letters: [...plateLetters.keys()].slice(at % 14, (at % 14) + 3).join(''),
    plate_digits: String(at),
    plate_type: type,
    sequence_number: String(700_000_000 + at),
    vin: `ZZZDWN${String(at).padStart(11, '0')}`,
    make_ar: 'تويوتا',
    make_en: 'Toyota',
    model_ar: 'كامري',
    model_en: 'Camry',
    year: 2021,
    colour_ar: 'أبيض',
    colour_en: 'White',
    seats: 5,
    region: '01',
    registered_until: addDays(today, 200),
    inspected_until: addDays(today, 200),
    state: 'running',
    since: addDays(today, -500),
    ...row,
  })
  if (insured !== null)
    await test.db
      .insertInto('insurance_policy')
      .values({
        person_id: owner,
        vehicle_id: id,
        number: `P${at}`,
        insurer_ar: 'تأمين',
        insurer_en: 'Insurer',
        cover: 'third-party',
        starts_on: addDays(today, -50),
        ends_on: addDays(today, insured),
        ended_on: null,
      })
      .execute()
  return id
}

/** A violation recorded now; answers its number. */
export async function aViolation(
  test: TestPlatform,
  person: PersonNumber,
  { kind = 'speeding-20', sequenceNumber }: { kind?: ViolationKind; sequenceNumber?: string } = {},
): Promise<string> {
  const at = test.clock.now()
  const { number } = await transact(test.db, (tx) =>
    recordViolation(tx, {
      person,
      kind,
      committedAt: new Date(at.getTime() - 3_600_000),
      place: { ar: 'طريق الملك فهد', en: 'King Fahd Road' },
      ...(sequenceNumber ? { sequenceNumber } : {}),
      source: 'test-camera',
      record: `record-${serial++}`,
      at,
    }),
  )
  return number
}

const driven = [
  { ar: 'تويوتا كامري 2021', en: 'Toyota Camry 2021' },
  { ar: 'كيا سبورتاج 2020', en: 'Kia Sportage 2020' },
]

/** An accident of today; the shares of its parties make a hundred. Answers its number. */
export async function anAccident(
  test: TestPlatform,
  parties: readonly { readonly person: PersonNumber; readonly liability: number }[],
): Promise<string> {
  const at = test.clock.now()
  const number = `ACT${serial++}`
  await transact(test.db, (tx) =>
    enterAccident(tx, {
      id: newId(at),
      number,
      happenedAt: new Date(at.getTime() - 7_200_000),
      place: { ar: 'طريق الملك فهد', en: 'King Fahd Road' },
      injured: 0,
      reportedOn: dayOf(at),
      objectBy: addDays(dayOf(at), 30),
      parties: parties.map((one, index) => ({
        ...one,
        vehicle: driven[index] ?? { ar: 'سيارة', en: 'Car' },
      })),
    }),
  )
  return number
}
