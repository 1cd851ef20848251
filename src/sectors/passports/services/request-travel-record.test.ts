import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { documentsOf } from '#platform/documents/issued.ts'
import { tieParent, tieSpouses } from '#platform/people/write.ts'
import { startDraft } from '#platform/requests/draft.ts'
import { type TestPlatform, testPlatform } from '#tests/support/database.ts'
import { aCrossing, aResidency } from '#tests/support/passports.ts'
import { aFamily, aPerson } from '#tests/support/people.ts'
import { answerOf, asPerson, inboxOf, send, subjectsFor, trySend } from '#tests/support/service.ts'

const service = 'request-travel-record'
const answers = { from: '2026-01-01', until: '2026-11-23' }
let test: TestPlatform
let traveller: PersonNumber

beforeAll(async () => {
  test = await testPlatform()
})
beforeEach(async () => {
  test.clock.set('2026-11-23T08:00:00Z')
  traveller = await aPerson(test.db)
})

const directionsOf = async (by: PersonNumber, question: Parameters<typeof answerOf>[3] = {}) => {
  const [table] = await answerOf(test, asPerson(by), 'query-travel-records', question)
  if (table?.kind !== 'table') throw new Error('no table')
  return table.rows.map((row) => row.direction?.kind === 'text' && row.direction.text.en)
}

describe('a travel record', () => {
  it('is read on the screen, the latest first, in the span that was asked for', async () => {
    await aCrossing(test, traveller, 'exit', 400)
    await aCrossing(test, traveller, 'entry', 390)
    await aCrossing(test, traveller, 'exit', 10)
    expect(await directionsOf(traveller)).toEqual(['Exit', 'Entry', 'Exit'])
    expect(await directionsOf(traveller, { raw: { from: '2026-11-01' } })).toEqual(['Exit'])
    expect(await directionsOf(traveller, { raw: { until: '2025-11-01' } })).toEqual(['Entry', 'Exit'])
  })

  it('is on paper what it was in the span, once it is paid', async () => {
    await aCrossing(test, traveller, 'exit', 400)
    await aCrossing(test, traveller, 'exit', 20)
    await aCrossing(test, traveller, 'entry', 5)
    const sent = await send(test, { service, by: traveller, answers })
    await sent.pay()
    const [report] = await documentsOf(test.db, traveller)
    expect(report?.number).toMatch(/^TR-/)
    expect(report?.content.facts.slice(2)).toMatchObject([
      { key: 'count', value: { value: 2 } },
      { label: { en: 'Entry' } },
      { label: { en: 'Exit' } },
    ])
    expect((await inboxOf(test, traveller)).join()).toContain('is among your documents')
  })

  it('says so when there was no journey', async () => {
    const sent = await send(test, { service, by: traveller, answers })
    await sent.pay()
    const [report] = await documentsOf(test.db, traveller)
    expect(report?.content.facts).toHaveLength(3)
  })

  it('takes no span that ends before it begins, or in the time to come', async () => {
    for (const [wrong, field] of [
      [{ from: '2026-05-01', until: '2026-04-01' }, 'until'],
      [{ from: '2026-05-01', until: '2026-12-01' }, 'until'],
      [{ from: '2001-01-01', until: '2026-04-01' }, 'from'],
    ] as const)
      expect(await trySend(test, { service, by: traveller, answers: wrong })).toMatchObject({
        ok: false,
        error: { fields: { [field]: expect.anything() } },
      })
  })

  it('is one request when it is sent twice', async () => {
    const wish = { service, by: traveller, answers, key: 'twice' }
    await send(test, wish)
    expect(await trySend(test, wish)).toMatchObject({ ok: false, error: { code: 'already-sent' } })
  })
})

describe('whose it is', () => {
  const subjects = async (person: PersonNumber) => await subjectsFor(test, service, person)

  it('one’s own and that of a minor child, of which the other parent is told', async () => {
    const { father, mother, children } = await aFamily(test.db, { children: [day('2015-01-01')] })
    const [, child] = await subjects(father)
    expect(child?.person).toBe(children[0])
    const sent = await send(test, { service, by: father, answers, subject: child?.id ?? '' })
    await sent.pay()
    expect((await documentsOf(test.db, father))[0]?.content.holder.en).toContain('Salem')
    expect((await inboxOf(test, mother)).join()).toContain('Travel record report')
  })

  it('never that of a wife, a grown daughter or a worker', async () => {
    const wife = await aPerson(test.db, { sex: 'female' })
    await tieSpouses(test.db, traveller, wife)
    const daughter = await aPerson(test.db, { sex: 'female', born: day('2005-01-01') })
    await tieParent(test.db, { parent: traveller, as: 'father', child: daughter, guardian: true })
    expect((await subjects(traveller)).map((one) => one.person)).toEqual([traveller])
    const [, child] = await subjects((await aFamily(test.db, { children: [day('2015-01-01')] })).father)
    const refused = await startDraft(test.platform, asPerson(traveller), {
      service,
      subject: child?.id ?? '',
      key: 'not-mine',
    })
    expect(refused).toMatchObject({ ok: false, error: { status: 403 } })
    const worker = await aPerson(test.db, { kind: 'resident' })
    await aResidency(test, worker, { kind: 'household', sponsor_id: traveller })
    expect((await subjects(traveller)).map((one) => one.person)).toEqual([traveller])
  })
})
