import { addDays, addYears, dayOf } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { enterPolicy } from '#sectors/health/registry/policies.ts'
import type { TestPlatform } from './platform.ts'

let serial = 1

/** A policy of class B that is good for as many days from today; answers its id. */
export function aPolicy(test: TestPlatform, person: PersonNumber, { left = 100 } = {}): Promise<string> {
  const ends = addDays(dayOf(test.clock.now()), left)
  return enterPolicy(test.db, {
    person_id: person,
    number: `H${String(serial++).padStart(10, '0')}`,
    insurer_ar: 'شركة تأمين',
    insurer_en: 'An insurer',
    class: 'b',
    starts_on: addDays(addYears(ends, -1), 1),
    ends_on: ends,
    ended_on: null,
  })
}
