import type { FastifyInstance } from 'fastify'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { portalChannel } from '#channels/portal/channel.ts'
import { day } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { accessLog } from '#platform/audit/access-log.ts'
import { discover } from '#platform/catalogue/discover.ts'
import { documentsOf } from '#platform/documents/issued.ts'
import { createLanterns } from '#platform/fixtures/lanterns/registry.ts'
import { type TestPlatform, testPlatform } from '#tests/support/database.ts'
import { aChild, aPerson } from '#tests/support/people.ts'
import { aSignedInVisitor, confirmAt } from '#tests/support/signed-in-visitor.ts'
import { aServer } from '#tests/support/visitor.ts'

let test: TestPlatform
let app: FastifyInstance
let browser: Awaited<ReturnType<typeof aSignedInVisitor>>
beforeAll(async () => {
  test = await testPlatform({
    catalogue: await discover(new URL('../../../platform/fixtures', import.meta.url).pathname),
  })
  await createLanterns(test.db)
  app = await aServer(test.platform)
  await app.register(portalChannel(test.platform))
})
beforeEach(async () => {
  browser = await aSignedInVisitor(app, test)
})

const aLantern = (person: PersonNumber, lit = true) =>
  test.db
    .insertInto('lantern')
    .values({ person_id: person, id: 'L1', lit, held: false, valid_until: day('2027-01-01') })
    .execute()
const card = '/documents/keeper-card/self'

describe('one’s documents', () => {
  it('are none at first, with what to expect', async () => {
    const page = await browser.get('/documents')
    expect([page.statusCode, page.body.includes('لا وثائق لك هنا بعد')]).toEqual([200, true])
    expect((await browser.get(card)).headers.location).toContain('/confirm/')
  })

  it('are shown as the registry holds them, and looking writes nothing', async () => {
    await aLantern(browser.person)
    for (const page of ['/documents', '/', card]) {
      const { body } = await browser.get(page)
      expect(body).toContain('بطاقة حافظ فوانيس')
      expect(body).toContain('stop-color="#3b2f63"')
      expect(body).toContain('data:image/svg+xml')
    }
    expect((await browser.get('/documents')).body).toContain(`href="${card}"`)
    expect(await documentsOf(test.db, browser.person)).toEqual([])
  })

  it('are issued with their code once that is confirmed', async () => {
    await aLantern(browser.person)
    const asked = await browser.submit(await browser.get(card), card)
    expect(asked.headers.location).toContain('/confirm/document.issue')
    const page = await confirmAt(test, browser, asked)
    const issued = await browser.submit(page, card)
    const [document] = await documentsOf(test.db, browser.person)
    expect(issued.headers.location).toBe(`/documents/${document?.id}`)
    const { body } = await browser.get(`/documents/${document?.id}`)
    for (const part of [document?.number, document?.code, 'href="/wallet"', '/pdf"'])
      expect(body).toContain(part)
    // The code that stands still is for paper alone: a picture of it would stay good.
    expect(body).not.toMatch(/<img[^>]*code|\/V\//)
    expect((await browser.get(`/documents/${document?.id}/code.svg`)).statusCode).toBe(404)
    expect((await browser.get(card)).headers.location).toBe(`/documents/${document?.id}`)
  })

  it('say why they are suspended', async () => {
    await aLantern(browser.person, false)
    for (const page of ['/documents', card]) {
      const { body } = await browser.get(page)
      expect(body).toContain('موقوفة مؤقتًا')
      expect(body).toContain('انطفأ أحد فوانيسك.')
    }
  })

  it('of somebody else are not there', async () => {
    const other = await aPerson(test.db)
    await aLantern(other)
    expect((await browser.get('/documents')).body).not.toContain('keeper-card')
    expect((await browser.get(card)).body).not.toContain('بطاقة حافظ')
  })
})

describe('the family’s documents', () => {
  it('of a child are looked at, and each look is recorded', async () => {
    const mother = await aPerson(test.db, { sex: 'female' })
    const child = await aChild(
      test.db,
      { father: browser.person, mother },
      { born: day('2019-02-02'), given: { ar: 'ليان', en: 'Layan' } },
    )
    await aLantern(child)
    const { body } = await browser.get('/documents')
    const [address = ''] = /\/family\/[\w-]+\/documents/.exec(body) ?? []
    const seen = (await browser.get(address)).body
    expect(seen).toContain('بطاقة حافظ فوانيس')
    expect(seen).not.toContain('code.svg')
    expect(await accessLog(test.db, child)).toMatchObject([{ action: 'document.view', about: 'keeper-card' }])
  })
})
