import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import { type EstablishmentNumber, establishmentNumber } from '#kernel/establishment-number.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { accessLog } from '#platform/audit/access-log.ts'
import type { Block } from '#platform/catalogue/block.ts'
import { ask } from '#platform/inquiries/ask.ts'
import { sponsoredWorker } from '#platform/people/sponsorship.ts'
import type { EmployerNumber } from '#platform/people/tables.ts'
import { enterEmployment, enterEstablishment } from '#platform/people/write.ts'
import { type TestPlatform, testPlatform } from '#tests/support/database.ts'
import { aPassport, aPerson } from '#tests/support/people.ts'
import { answerOf, asPerson, inboxOf, smsTo } from '#tests/support/service.ts'
import { mostShown } from './view-sponsored-persons.ts'

let test: TestPlatform
let employer: PersonNumber
let worker: PersonNumber
let firm: EstablishmentNumber
let serial = 500

beforeAll(async () => {
  test = await testPlatform()
})
beforeEach(async () => {
  test.clock.set('2026-11-23T08:00:00Z')
  employer = await aPerson(test.db)
  worker = await works(employer, { ar: 'عاملة منزلية', en: 'Domestic worker' })
  firm = establishmentNumber(`7900000${++serial}`)
  await enterEstablishment(test.db, {
    establishment_id: firm,
    name_ar: 'مخبز الواحة',
    name_en: 'Oasis Bakery',
    commercial_register: `10100${serial}`,
    activity: 'retail',
    region: '01',
    owner_id: employer,
    founded_on: day('2020-01-01'),
  })
})

async function works(
  where: EmployerNumber,
  occupation = { ar: 'خباز', en: 'Baker' },
  kind: 'resident' | 'citizen' = 'resident',
): Promise<PersonNumber> {
  const person = await aPerson(test.db, { kind })
  await enterEmployment(test.db, { worker: person, employer: where, occupation, since: day('2024-01-01') })
  return person
}

const list = 'view-sponsored-persons'
const details = 'view-worker-personal-data'
const idOf = async (by: PersonNumber, whose: PersonNumber) =>
  (await sponsoredWorker.list(test, by)).find((one) => one.person === whose)?.id ?? 'none'
const rowsOf = (blocks: readonly Block[]) => blocks.flatMap((one) => (one.kind === 'table' ? one.rows : []))

describe('what an employer sees', () => {
  it('is the workers of the chosen household or establishment, in four columns, and each sees the look', async () => {
    const baker = await works(firm)
    await works(firm, undefined, 'citizen')
    const home = rowsOf(await answerOf(test, asPerson(employer), list, { subject: 'household' }))
    expect(home).toEqual([
      {
        name: expect.objectContaining({ kind: 'text' }),
        occupation: { kind: 'text', text: { ar: 'عاملة منزلية', en: 'Domestic worker' } },
        since: { kind: 'day', value: '2024-01-01' },
        iqamaUntil: { kind: 'day', value: '2030-06-30' },
      },
    ])
    expect(await accessLog(test.db, baker)).toEqual([])
    expect(rowsOf(await answerOf(test, asPerson(employer), list, { subject: firm }))).toHaveLength(1)
    for (const person of [worker, baker]) {
      expect(await accessLog(test.db, person)).toMatchObject([
        { action: 'inquiry.read', about: list, ground: 'sponsor', right: { en: 'as the employer' } },
      ])
      expect((await inboxOf(test, person)).join()).toContain('looked at your work and iqama data')
    }
    await test.runJobs()
    expect(smsTo(test, worker)).toEqual([])
  })

  it('is five facts of one worker, who gets a text message, once a day however often it is looked at', async () => {
    await aPassport(test.db, worker)
    const subject = await idOf(employer, worker)
    const [facts] = await answerOf(test, asPerson(employer), details, { subject })
    expect(facts?.kind === 'facts' && facts.facts.map((one) => one.key)).toEqual([
      'name',
      'iqama',
      'iqamaUntil',
      'occupation',
      'since',
    ])
    await answerOf(test, asPerson(employer), details, { subject })
    await test.runJobs()
    expect(smsTo(test, worker)).toHaveLength(1)
    expect(await accessLog(test.db, worker)).toHaveLength(2)
    test.clock.advance({ days: 1 })
    await answerOf(test, asPerson(employer), details, { subject })
    expect(await inboxOf(test, worker)).toHaveLength(2)
  })

  it('is a page of many, found by name, and only those who are shown were looked at', async () => {
    const many = await Promise.all(Array.from({ length: mostShown + 2 }, () => works(firm)))
    const named = await aPerson(test.db, { kind: 'resident', given: { ar: 'يحيى', en: 'Yahya' } })
    await enterEmployment(test.db, {
      worker: named,
      employer: firm,
      occupation: { ar: 'خباز', en: 'Baker' },
      since: day('2024-01-01'),
    })
    const blocks = await answerOf(test, asPerson(employer), list, { subject: firm })
    expect(rowsOf(blocks)).toHaveLength(mostShown)
    expect(JSON.stringify(blocks)).toContain('3 more are not shown')
    const logs = await Promise.all([...many, named].map((one) => accessLog(test.db, one)))
    expect(logs.filter((log) => log.length > 0)).toHaveLength(mostShown)
    const one = await answerOf(test, asPerson(employer), list, { subject: firm, raw: { name: 'yahya' } })
    expect(rowsOf(one)).toHaveLength(1)
  })

  it('ends with the work, and with the worker’s life', async () => {
    const subject = await idOf(employer, worker)
    const end = (table: 'worker' | 'employment') =>
      test.db
        .updateTable(table)
        .set({ until: day('2026-11-22') })
        .where('person_id', '=', worker)
        .execute()
    await end('worker')
    await end('employment')
    await expect(answerOf(test, asPerson(employer), details, { subject })).rejects.toThrow('not-authorised')
    expect(await accessLog(test.db, worker)).toEqual([])
    const other = await works(employer)
    await test.db
      .updateTable('person')
      .set({ alive: false, died_on: day('2026-11-01') })
      .where('person_id', '=', other)
      .execute()
    expect(await sponsoredWorker.list(test, employer)).toEqual([])
  })

  it('is nobody else’s: a stranger and the worker themselves are refused, and nothing is written', async () => {
    const subject = await idOf(employer, worker)
    for (const by of [await aPerson(test.db), worker])
      for (const [slug, about] of [
        [details, subject],
        [list, firm],
      ] as const) {
        const definition = test.platform.catalogue.inquiry(slug)
        if (!definition) throw new Error(slug)
        expect(await ask(test.platform, asPerson(by), definition, { raw: {}, subject: about })).toMatchObject(
          {
            ok: false,
            error: { code: 'not-authorised' },
          },
        )
      }
    expect(await accessLog(test.db, worker)).toEqual([])
    expect(await inboxOf(test, worker)).toEqual([])
  })
})
