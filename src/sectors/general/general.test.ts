import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import { sar } from '#kernel/money.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { newReference } from '#kernel/reference.ts'
import { accessLog } from '#platform/audit/access-log.ts'
import { anonymous } from '#platform/authority/principal.ts'
import type { Block } from '#platform/catalogue/block.ts'
import { transact } from '#platform/database/transact.ts'
import { revoke } from '#platform/documents/change-state.ts'
import { documentsOf } from '#platform/documents/issued.ts'
import { findBill } from '#platform/payments/bill.ts'
import { enterEmployment } from '#platform/people/write.ts'
import { startDraft } from '#platform/requests/draft.ts'
import { aNationalId } from '#tests/support/civil-affairs.ts'
import { type TestPlatform, testPlatform } from '#tests/support/database.ts'
import { drawn } from '#tests/support/documents.ts'
import { aChild, aFamily, aPerson } from '#tests/support/people.ts'
import { answerOf, asPerson, inboxOf, send, trySend } from '#tests/support/service.ts'
import { aLicence, anAccident, aVehicle } from '#tests/support/traffic.ts'
import { reportKinds } from './reports.ts'

let test: TestPlatform
let person: PersonNumber
beforeAll(async () => {
  test = await testPlatform()
})
beforeEach(async () => {
  test.clock.set('2026-11-23T08:00:00Z')
  person = await aPerson(test.db)
})

const service = 'official-reports'
const order = async (report: string, by = person) => {
  const sent = await send(test, { service, by, subject: report, answers: {} })
  await sent.pay()
  return sent
}
const reportsOf = async (of = person) =>
  (await documentsOf(test.db, of)).filter((one) => one.document === 'official-report')
const theReport = async (report: string, by = person) => {
  await order(report, by)
  const paper = (await reportsOf(by)).find((one) => one.content.qr?.report === report)
  if (!paper) throw new Error('no report')
  return paper
}
const rows = (blocks: readonly Block[] | undefined) =>
  (blocks ?? []).flatMap((one) => (one.kind === 'table' ? one.rows : []))

describe('an official report', () => {
  it('costs 28.75 with its VAT apart, and is a paper with number and code once it is paid', async () => {
    await aVehicle(test, person)
    const sent = await send(test, { service, by: person, subject: 'vehicles', answers: {} })
    const bill = (await sent.state()).bills.payment
    expect(bill && (await findBill(test.db, person, bill.id))?.lines).toMatchObject([
      { kind: 'platform-fee', amount: sar(28.75), net: sar(25), vat: sar(3.75) },
    ])
    expect(await reportsOf()).toEqual([])
    await sent.pay()
    expect((await sent.state()).status).toBe('fulfilled')
    const [paper] = await reportsOf()
    expect(paper).toMatchObject({ number: expect.stringMatching(/^RP-1448-/), validUntil: undefined })
    expect(paper?.content.title.en).toBe('Report: vehicles')
    expect(rows(paper?.content.blocks)).toMatchObject([{ vehicle: { text: { en: 'Toyota Camry 2021' } } }])
    expect(paper?.content.qr).toEqual({ report: 'vehicles', entries: '1' })
    expect((await inboxOf(test, person)).join()).toContain('Report: vehicles is among your documents')
  })

  it.each(reportKinds)('of %s is drawn, whatever the registers hold', async (name) => {
    const paper = await theReport(name)
    expect(paper.content.blocks?.length).toBeGreaterThan(0)
  })

  it('of all data holds each sector’s part, and nothing that the vault keeps', async () => {
    await aLicence(test, person)
    await aNationalId(test, person)
    const paper = await theReport('my-data')
    const titles = paper.content.blocks?.map((one) => one.title?.en)
    expect(titles).toEqual(
      expect.arrayContaining(['Your basic record', 'Your cards and certificates', 'Driving licences']),
    )
    expect(titles).not.toContain('Your account')
  })

  it('of accidents shows one’s own share of the fault, and of the others no name', async () => {
    const other = await aPerson(test.db, { given: { ar: 'فهد', en: 'Fahad' } })
    await anAccident(test, [
      { person, liability: 25 },
      { person: other, liability: 75 },
    ])
    const paper = await theReport('accidents')
    expect(rows(paper.content.blocks)).toMatchObject([
      { liability: { value: '25%' }, others: { text: { en: 'Kia Sportage 2020: 75%' } } },
    ])
    expect(JSON.stringify(paper.content.blocks)).not.toContain('Fahad')
  })

  it('of domestic workers holds the minimum; each of them finds it in the log and is told', async () => {
    const worker = await aPerson(test.db, { kind: 'resident', sex: 'female' })
    const occupation = { ar: 'عاملة منزلية', en: 'Domestic worker' }
    await enterEmployment(test.db, { worker, employer: person, occupation, since: day('2024-01-01') })
    const paper = await theReport('domestic-workers')
    // jsonb keeps its keys in an order of its own.
    expect(rows(paper.content.blocks).map((row) => Object.keys(row).toSorted())).toEqual([
      ['iqamaUntil', 'name', 'occupation', 'since'],
    ])
    expect(await accessLog(test.db, worker)).toMatchObject([{ action: 'report.draw', ground: 'sponsor' }])
    expect((await inboxOf(test, worker)).join()).toContain('had a report drawn')
    expect((await theReport('my-data')).content.blocks?.map((one) => one.title?.en)).not.toContain(
      'Who works in your household',
    )
  })

  it('leaves an earlier one valid, which described another day', async () => {
    await order('violations')
    test.clock.advance({ days: 3 })
    await order('violations')
    expect((await reportsOf()).map((one) => one.state)).toEqual(['valid', 'valid'])
  })

  it('sent twice is one request and one bill', async () => {
    const draft = { service, subject: 'family', key: 'once' }
    const [first, second] = await Promise.all([
      startDraft(test.platform, asPerson(person), draft),
      startDraft(test.platform, asPerson(person), draft),
    ])
    expect(first.ok && second.ok && first.value.reference === second.value.reference).toBe(true)
    const sent = await send(test, { service, by: person, subject: 'family', answers: {}, key: 'once' })
    expect(await trySend(test, { service, by: person, subject: 'family', answers: {} })).toMatchObject({
      ok: false,
      error: { code: 'already-open' },
    })
    await sent.pay()
    expect(await reportsOf()).toHaveLength(1)
  })

  it('is refused to a visitor, and of a kind that there is not', async () => {
    const visitor = await aPerson(test.db, { kind: 'visitor' })
    expect(await trySend(test, { service, by: visitor, subject: 'vehicles', answers: {} })).toMatchObject({
      ok: false,
      error: { status: 403 },
    })
    expect(await trySend(test, { service, by: person, subject: 'neighbours', answers: {} })).toMatchObject({
      ok: false,
      error: { status: 403 },
    })
    expect(await reportsOf(visitor)).toEqual([])
  })
})

describe('verifying a report', () => {
  const ask = (number: string, code: string) =>
    answerOf(test, anonymous, 'verify-report', { raw: { number, code } })
  const status = (blocks: readonly Block[]) => (blocks[0]?.kind === 'status' ? blocks[0].code : undefined)

  it('says of a genuine one whose it is, of which day, and how many entries it has', async () => {
    await aVehicle(test, person)
    const { number, code } = await theReport('vehicles')
    const blocks = await ask(number.toLowerCase().replaceAll('-', ' '), code.toLowerCase())
    expect(status(blocks)).toBe('VALID')
    expect(blocks[1]).toMatchObject({
      facts: [
        { key: 'report', value: { text: { en: 'Report: vehicles' } } },
        { key: 'holder' },
        { key: 'issuedOn', value: { value: '2026-11-23' } },
        { key: 'answer1', label: { en: 'Entries' }, value: { text: { en: '1' } } },
        { key: 'issuer' },
      ],
    })
  })

  it('answers a wrong code, another’s code and a number that there is not alike', async () => {
    const first = await theReport('family')
    const second = await theReport('vehicles', await aPerson(test.db))
    // Well formed, with its check character, and never issued.
    const unknown = newReference('RP', 1448, new Uint8Array(8).fill(7))
    const said = await Promise.all([
      ask(first.number, 'ZZZZZZ'),
      ask(first.number, second.code),
      ask(unknown, first.code),
    ])
    expect(new Set(said.map((one) => JSON.stringify(one))).size).toBe(1)
    expect(status(said[0] ?? [])).toBe('NOT_FOUND')
  })

  it('says when it was taken back', async () => {
    const { id, number, code } = await theReport('family')
    const reason = { ar: 'صدر خطأً', en: 'Issued in error' }
    await transact(test.db, (tx) =>
      revoke(tx, { person, id, reason, by: { kind: 'system', task: 'test' }, at: test.clock.now() }),
    )
    expect(status(await ask(number, code))).toBe('NOT_VALID')
  })

  it('stops guessing at one number, and lets the hour pass', async () => {
    const { number, code } = await theReport('family')
    for (let n = 0; n < 30; n += 1) await ask(number, 'ZZZZZZ')
    expect(status(await ask(number, code))).toBe('TOO_MANY')
    test.clock.advance({ minutes: 61 })
    expect(status(await ask(number, code))).toBe('VALID')
  })

  it('says at once when a character of the number is wrong', async () => {
    const { number, code } = await theReport('family')
    const wrong = `${number.slice(0, -1)}${number.endsWith('A') ? 'B' : 'A'}`
    await expect(ask(wrong, code)).rejects.toThrow('answers-invalid')
  })
})

describe('viewing digital documents', () => {
  const titles = (blocks: readonly Block[]) =>
    blocks.flatMap((one) => (one.kind === 'table' && one.title ? [one.title.en] : []))

  it('is what the search finds for the words of the source, and stands in the guide', () => {
    for (const words of ['عرض الوثائق الرقمية', 'الوثائق الرقمية', 'view digital documents'])
      expect(test.platform.catalogue.search(words)[0]?.slug, words).toBe('view-digital-documents')
    expect(test.platform.catalogue.find('view-digital-documents')?.sector).toBe('general')
  })

  it('lists what is valid with a way to each, a child’s apart, and what does not count now', async () => {
    const family = await aFamily(test.db)
    const me = family.father
    await aNationalId(test, me)
    const teenager = await aChild(test.db, family, {
      born: day('2010-12-01'),
      given: { ar: 'ريم', en: 'Reem' },
    })
    await aNationalId(test, teenager)
    const licence = await aLicence(test, me, { expires: -3 })
    const issued = await drawn(test, 'national-id', me)
    const blocks = await answerOf(test, asPerson(me), 'view-digital-documents')
    expect(titles(blocks)).toEqual([
      'Your documents',
      'Your children’s documents',
      'Documents that do not count now',
    ])
    const [mine, children, others] = blocks
    expect(mine?.kind === 'table' && mine.next).toMatchObject([{ page: `/documents/${issued.id}` }])
    expect(rows(children ? [children] : [])).toMatchObject([
      { holder: { text: { en: expect.stringContaining('Reem') } } },
    ])
    expect(others?.kind === 'table' && others.next).toMatchObject([
      { page: `/documents/driving-licence/${licence}` },
    ])
  })

  it('says when there is nothing, and is nobody else’s to ask', async () => {
    const blocks = await answerOf(test, asPerson(person), 'view-digital-documents')
    expect(blocks[0]).toMatchObject({ kind: 'table', rows: [] })
    await expect(answerOf(test, anonymous, 'view-digital-documents')).rejects.toThrow('sign-in-required')
  })
})

describe('official certificates', () => {
  it('are the seven of the register, each with its price and a way to it that is there', async () => {
    const [table] = await answerOf(test, asPerson(person), 'issue-official-certificates')
    if (table?.kind !== 'table') throw new Error('no table')
    expect(table.rows).toHaveLength(7)
    expect(table.rows.every((row) => row.price?.kind === 'money' && row.price.value === sar(28.75))).toBe(
      true,
    )
    for (const next of table.next ?? [])
      expect(next && 'service' in next && test.platform.catalogue.service(next.service)).toBeTruthy()
  })
})
