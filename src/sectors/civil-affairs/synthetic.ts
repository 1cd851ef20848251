import { addDays, addYears, type Day } from '#kernel/day.ts'
import { ageIn, hijriOf } from '#kernel/hijri.ts'
import { newReference } from '#kernel/reference.ts'
import type { Random } from '#platform/people/random.ts'
import type { Synthetic, SyntheticContext, SyntheticPerson } from '#platform/people/synthetic.ts'
import { idOf } from '#platform/people/synthetic-id.ts'
import { limitOn } from './limits.ts'
import type { PaperKind } from './registry/tables.ts'
import { copyBirths } from './synthetic-births.ts'
import { copyFamilies } from './synthetic-families.ts'

/** A paper before anything happens to it. */
interface Made {
  readonly holder: SyntheticPerson
  readonly kind: PaperKind
  readonly record: string
  readonly number: string
  readonly version: number
  readonly issuedOn: Day
  readonly expiresOn: Day | null
}

/** Births, family records, and the cards and papers that go with them, a few of them lost. */
const synthetic: Synthetic = async (context) => {
  const byId = new Map<string, SyntheticPerson>(context.persons.map((one) => [one.id, one]))
  const births = await copyBirths(context, byId)
  const records = await copyFamilies(context, byId)
  await copyPapers(context, [
    ...context.persons.flatMap((one) => nationalId(one)),
    ...records.map(
      (one): Made => ({
        ...one,
        kind: 'family-record',
        record: one.id,
        version: 1,
        issuedOn: one.openedOn,
        expiresOn: null,
      }),
    ),
    ...[...births].map(
      ([holder, { number, on }]): Made => ({
        holder,
        kind: 'birth-certificate',
        record: 'self',
        number,
        version: 1,
        issuedOn: on,
        expiresOn: null,
      }),
    ),
    ...context.persons.flatMap((one) => deathCertificate(one, byId)),
  ])
}

export default synthetic

/** Everyone whose ID has an end holds a card: compulsory from 15 (register F-14), ten years each. */
function nationalId(holder: SyntheticPerson): readonly Made[] {
  if (holder.kind !== 'citizen' || !holder.idExpiry) return []
  const issuedOn = addYears(holder.idExpiry, -10)
  const version = 1 + Math.max(0, Math.floor((ageIn('gregorian', holder.born, issuedOn) - 15) / 10))
  return [
    {
      holder,
      kind: 'national-id',
      record: 'self',
      number: holder.id,
      version,
      issuedOn,
      expiresOn: holder.idExpiry,
    },
  ]
}

/** In the hands of whoever was married to the one who died. */
function deathCertificate(
  dead: SyntheticPerson,
  byId: ReadonlyMap<string, SyntheticPerson>,
): readonly Made[] {
  const holder = dead.spouse ? byId.get(dead.spouse) : undefined
  if (dead.kind !== 'citizen' || !dead.diedOn || !holder || holder.diedOn) return []
  return [
    {
      holder,
      kind: 'death-certificate',
      record: dead.id,
      number: `83${String(dead.serial).padStart(8, '0')}`,
      version: 1,
      issuedOn: addDays(dead.diedOn, 3),
      expiresOn: null,
    },
  ]
}

const places = ['سوق المدينة', 'المطار', 'مركز تسوّق', 'محطة وقود']

async function copyPapers(context: SyntheticContext, papers: readonly Made[]): Promise<void> {
  const { copy, today, random } = context
  const all = papers.map((paper) => {
    // By the number, not by the record: the record's id holds the time, and the same day gives the same country.
    const chance = random(paper.holder, `paper-${paper.kind}-${paper.number}`)
    const isLost = !paper.holder.cast && !paper.holder.diedOn && chance.chance(0.006)
    const reportedOn = addDays(today, -chance.int(3, 60))
    const lostOn = addDays(reportedOn, -chance.int(0, 25))
    const lost =
      isLost && lostOn > paper.issuedOn
        ? { reportedOn, lostOn, place: chance.pick(places), number: referenceOf(chance, reportedOn) }
        : undefined
    return { paper, id: idOf(context, paper.holder, `paper-${paper.kind}-${paper.record}`), lost }
  })
  await copy(
    'civil_paper',
    all.map(({ paper, id, lost }) => ({
      person_id: paper.holder.id,
      id,
      kind: paper.kind,
      record: paper.record,
      number: paper.number,
      version: paper.version,
      issued_on: paper.issuedOn,
      expires_on: paper.expiresOn,
      state: lost ? ('lost' as const) : paper.holder.diedOn ? ('cancelled' as const) : ('valid' as const),
      ended_on: lost?.reportedOn ?? paper.holder.diedOn,
    })),
  )
  const lost = all.flatMap((one) => (one.lost ? [{ ...one, lost: one.lost }] : []))
  await copy(
    'lost_report',
    lost.map(({ paper, id, lost }) => ({
      person_id: paper.holder.id,
      number: lost.number,
      paper_id: id,
      reported_by: paper.holder.id,
      lost_on: lost.lostOn,
      place: lost.place,
      reported_on: lost.reportedOn,
      late: lost.reportedOn > addDays(lost.lostOn, limitOn('lossReportDays', lost.reportedOn)),
    })),
  )
  // Both copies of a family record carry one number, which is in the list once.
  const listed = new Map(
    lost.map((one) => [`${one.paper.kind} ${one.paper.number} ${one.paper.version}`, one]),
  )
  await copy(
    'lost_paper',
    [...listed.values()].map(({ paper, lost }) => ({
      kind: paper.kind,
      number: paper.number,
      version: paper.version,
      person_id: paper.holder.id,
      reported_on: lost.reportedOn,
    })),
  )
}

const referenceOf = (chance: Random, on: Day): string =>
  newReference(
    'CIV',
    hijriOf(on).year,
    Uint8Array.from({ length: 8 }, () => chance.int(0, 255)),
  )
