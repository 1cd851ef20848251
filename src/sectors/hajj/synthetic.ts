import { addDays } from '#kernel/day.ts'
import { ageIn } from '#kernel/hijri.ts'
import type { CastName, Synthetic, SyntheticContext, SyntheticPerson } from '#platform/people/synthetic.ts'
import { idOf } from '#platform/people/synthetic-id.ts'
import type { PermitState } from './registry/permits.ts'
import { seasonOf, seasonOn } from './season.ts'

/** Invented: no real campaign is named. */
const campaigns = [
  { ar: 'حملة وادي النور', en: 'Wadi Al Noor Campaign', licence: '9001' },
  { ar: 'حملة رحاب السكينة', en: 'Rihab Al Sakinah Campaign', licence: '9002' },
  { ar: 'حملة ضياء المشاعر', en: 'Diya Al Mashaer Campaign', licence: '9003' },
]

/** Who of the cast goes this season, and who went before: counted from the season of today. */
const cast: Readonly<Partial<Record<CastName, readonly number[]>>> = {
  husband: [0],
  parent: [0, -9],
  secondBuyer: [-2],
}

/** Permits of the season, and those of seasons gone, which were used. */
const synthetic: Synthetic = async (context) => {
  const now = seasonOn(context.today).year
  const rows = context.persons.flatMap((person) =>
    seasonsOf(context, person, now).map((season) => permitRow(context, person, season, season === now)),
  )
  await context.copy(
    'hajj_permit_number',
    rows.map(({ number, person_id }) => ({ number, person_id })),
  )
  await context.copy('hajj_permit', rows)
}

export default synthetic

function seasonsOf(
  { random, today }: SyntheticContext,
  person: SyntheticPerson,
  now: number,
): readonly number[] {
  if (person.cast) return (cast[person.cast] ?? []).map((back) => now + back)
  if (person.kind === 'visitor' || person.diedOn || ageIn('gregorian', person.born, today) < 16) return []
  const chance = random(person, 'hajj')
  const before = chance.chance(0.18) ? now - chance.int(1, 12) : undefined
  // Whoever went lately waits until five years have passed (register query-hajj-eligibility).
  const goes = chance.chance(0.02) && (before === undefined || now - before > 5)
  return [...(goes ? [now] : []), ...(before === undefined ? [] : [before])]
}

function permitRow(context: SyntheticContext, person: SyntheticPerson, season: number, isNow: boolean) {
  const chance = context.random(person, `hajj-${season}`)
  const campaign = chance.pick(campaigns)
  const state: PermitState = isNow ? 'issued' : 'performed'
  return {
    person_id: person.id,
    id: idOf(context, person, `hajj-${season}`),
    season,
    number: `${season}${String(person.serial).padStart(8, '0')}`,
    campaign_ar: campaign.ar,
    campaign_en: campaign.en,
    campaign_licence: campaign.licence,
    issued_on: isNow
      ? addDays(context.today, -chance.int(1, 30))
      : addDays(seasonOf(season).begins, -chance.int(20, 60)),
    state,
  }
}
