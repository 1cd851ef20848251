import { describe, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import { createLanterns } from '#platform/fixtures/lanterns/registry.ts'
import { testPlatform } from '#tests/support/database.ts'
import { aPerson } from '#tests/support/people.ts'
import { catalogueOf, type Findings } from './catalogue.ts'
import { check } from './check.ts'
import { discover, find } from './discover.ts'
import { type HoldingSpec, heldOn, holding, type ReportName, reportOf } from './holding.ts'

const fixtures = new URL('../fixtures', import.meta.url).pathname
const { db, platform } = await testPlatform({ catalogue: await discover(fixtures) })
const context = { db, clock: platform.clock, vault: platform.vault, today: day('2026-11-23') }

const aHolding = (name: string, rest: Partial<HoldingSpec> = {}) => ({
  file: `${name}.ts`,
  it: holding(name, {
    sector: 'lanterns',
    title: { ar: name, en: name },
    blocks: async () => [{ kind: 'note', tone: 'neutral', body: { ar: name, en: name } }],
    ...rest,
  }),
})

describe('what is held on a person', () => {
  it('is what each sector says, and silence where it holds nothing', async () => {
    await createLanterns(db)
    const [keeper, stranger] = [await aPerson(db), await aPerson(db)]
    await db
      .insertInto('lantern')
      .values({ person_id: keeper, id: 'a', lit: true, held: false, valid_until: day('2030-01-01') })
      .execute()
    expect(await heldOn(platform.catalogue.holdings, context, keeper)).toMatchObject([
      { title: { en: 'Your lanterns' }, blocks: [{ facts: [{ key: 'count', value: { value: 1 } }] }] },
    ])
    expect(await heldOn(platform.catalogue.holdings, context, stranger)).toEqual([])
  })

  it('comes in the order that the holdings ask for', async () => {
    const holdings = [
      aHolding('c'),
      aHolding('b'),
      aHolding('a', { order: 200 }),
      aHolding('d', { order: 1 }),
    ]
    const catalogue = catalogueOf({ ...(await find(fixtures)), holdings })
    expect(catalogue.holdings.map((one) => one.name)).toEqual(['d', 'b', 'c', 'a'])
  })

  it('is printed in the report that a holding names, and in that of all data unless it is for the screen', async () => {
    const person = await aPerson(db)
    const other = await aPerson(db)
    const holdings = [
      aHolding('a'),
      aHolding('b', { report: 'vehicles' }),
      aHolding('c', { screenOnly: true }),
      aHolding('d', { report: 'domestic-workers', others: async () => new Map([[other, 'sponsor']]) }),
    ].map((one) => one.it)
    const held = async (report: ReportName) => {
      const { held, others } = await reportOf(holdings, context, person, report)
      return [held.map((one) => one.title.en), [...others]]
    }
    expect(await held('my-data')).toEqual([['a', 'b'], []])
    expect(await held('vehicles')).toEqual([['b'], []])
    expect(await held('domestic-workers')).toEqual([['d'], [[other, 'sponsor']]])
    expect(await held('family')).toEqual([[], []])
    expect((await heldOn(holdings, context, person)).map((one) => one.title.en)).toEqual(['a', 'b', 'c'])
  })

  it('is checked at start', async () => {
    const findings: Findings = {
      ...(await find(fixtures)),
      holdings: [
        aHolding('a'),
        aHolding('a'),
        aHolding('b', { sector: 'kites' }),
        aHolding('c', { title: { ar: '', en: 'C' } }),
      ],
    }
    expect(check(findings)).toEqual([
      "a.ts: holding 'a' is defined twice",
      "b.ts: names unknown sector 'kites'",
      'c.ts: its title is not in every language',
    ])
  })
})
