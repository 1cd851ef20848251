import { addDays, dayOf } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { enterPermit, type PermitState } from '#sectors/hajj/registry/permits.ts'
import { seasonOn } from '#sectors/hajj/season.ts'
import type { TestPlatform } from './platform.ts'

let serial = 1

/** A permit for the season that is next, unless another is named; answers its id. */
export function aHajjPermit(
  test: TestPlatform,
  pilgrim: PersonNumber,
  { season, state = 'issued' }: { season?: number; state?: PermitState } = {},
): Promise<string> {
  const today = dayOf(test.clock.now())
  return enterPermit(test.db, {
    person_id: pilgrim,
    season: season ?? seasonOn(today).year,
    number: `1448${String(serial++).padStart(8, '0')}`,
    campaign_ar: 'حملة',
    campaign_en: 'A campaign',
    campaign_licence: '9001',
    issued_on: addDays(today, -3),
    state,
  })
}
