import type { Insertable } from 'kysely'
import { addDays, dayOf } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { transact } from '#platform/database/transact.ts'
import { recordCrossing } from '#sectors/passports/registry/record-crossing.ts'
import { enterResidency } from '#sectors/passports/registry/residency.ts'
import type {
  Direction,
  ResidencyPermitTable,
  TravelPermitTable,
  VisaTable,
} from '#sectors/passports/registry/tables.ts'
import { enterTravelPermit } from '#sectors/passports/registry/travel-permits.ts'
import { enterVisa } from '#sectors/passports/registry/visas.ts'
import type { TestPlatform } from './platform.ts'

let serial = 1

/** A permit that runs out in three hundred days; an engineer of an establishment unless told otherwise. */
export async function aResidency(
  test: TestPlatform,
  holder: PersonNumber,
  { expires = 300, ...row }: { expires?: number } & Partial<Insertable<ResidencyPermitTable>> = {},
): Promise<void> {
  const today = dayOf(test.clock.now())
  await enterResidency(test.db, {
    person_id: holder,
    kind: 'worker',
    occupation_ar: 'مهندس',
    occupation_en: 'Engineer',
    // The number of an establishment that is in no register.
    sponsor_id: '7999999990' as NonNullable<ResidencyPermitTable['sponsor_id']>,
    issued_on: addDays(today, Math.min(expires, 0) - 700),
    expires_on: addDays(today, expires),
    place_ar: 'جوازات الرياض',
    place_en: 'Riyadh Passports',
    state: 'valid',
    reason_ar: null,
    reason_en: null,
    changed_at: test.clock.now(),
    ...row,
  })
}

/** A visa issued ten days ago, to be used within ninety; answers its number. */
export async function aVisa(
  test: TestPlatform,
  holder: PersonNumber,
  row: Partial<Insertable<VisaTable>> = {},
): Promise<string> {
  const today = dayOf(test.clock.now())
  const number = String(8_000_000_000 + serial++)
  await enterVisa(test.db, {
    person_id: holder,
    number,
    kind: 'tourist',
    multiple: false,
    issued_on: addDays(today, -10),
    valid_from: addDays(today, -10),
    valid_until: addDays(today, 80),
    duration_days: 30,
    ends_on: null,
    host_id: null,
    state: 'issued',
    changed_at: test.clock.now(),
    ...row,
  })
  return number
}

/** A permit for one journey within thirty days; answers its id. */
export async function aTravelPermit(
  test: TestPlatform,
  traveller: PersonNumber,
  row: Partial<Insertable<TravelPermitTable>> & Pick<Insertable<TravelPermitTable>, 'issued_by'>,
): Promise<string> {
  const today = dayOf(test.clock.now())
  return enterTravelPermit(test.db, {
    person_id: traveller,
    number: `TP${serial++}`,
    trips: 'single',
    reach: 'world',
    issued_on: today,
    valid_from: today,
    valid_until: addDays(today, 30),
    state: 'active',
    reason_ar: null,
    reason_en: null,
    changed_at: test.clock.now(),
    ...row,
  })
}

/** Lets somebody cross the border at Riyadh airport, `daysAgo` days before now. */
export async function aCrossing(
  test: TestPlatform,
  person: PersonNumber,
  direction: Direction,
  daysAgo = 0,
): Promise<void> {
  const at = test.clock.now()
  await transact(test.db, (tx) =>
    recordCrossing(tx, {
      person,
      direction,
      crossedAt: new Date(at.getTime() - daysAgo * 86_400_000),
      port: 'RUH',
      passport: undefined,
      visa: undefined,
      source: 'test-gate',
      record: `crossing-${serial++}`,
      at,
    }),
  )
}
