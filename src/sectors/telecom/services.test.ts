import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { PersonPrincipal } from '#platform/authority/principal.ts'
import { inbox } from '#platform/notices/inbox.ts'
import { openService } from '#platform/requests/open.ts'
import { aDelegate, aFirm, anAccountHolder, type Firm } from '#tests/support/business.ts'
import { type TestPlatform, testPlatform } from '#tests/support/database.ts'
import { inboxOf, send, subjectsFor, trySend } from '#tests/support/service.ts'
import { aLine, anOperator, aTelecomAccount } from '#tests/support/telecom.ts'
import { subscriptionsOf } from './registry/subscriptions.ts'

const { asked, desk, provider } = anOperator()
let test: TestPlatform
let firm: Firm

beforeAll(async () => {
  test = await testPlatform({ integrations: { operator: provider } })
})
beforeEach(async () => {
  firm = await aFirm(test)
  await aTelecomAccount(test, firm)
  desk.answer = { kind: 'done' }
})

const as = async (...powers: readonly string[]): Promise<PersonPrincipal> =>
  (await aDelegate(test, firm, { powers })).principal()
const request = async (by?: PersonPrincipal) => ({
  service: 'request-telecom-service',
  by: by ?? (await as('services.request')),
  answers: { product: 'fibre', tier: 'plus' },
})
const states = async () => (await subscriptionsOf(test.db, firm.id)).map((one) => [one.product, one.state])
/** The facts that the page shows before anything is filled in, as words. */
async function factsAtOpening(slug: string, by: PersonPrincipal): Promise<readonly string[]> {
  const definition = test.platform.catalogue.service(slug)
  const opened = definition && (await openService(test.platform, by, definition))
  if (!opened?.ok) throw new Error(`${slug} does not open`)
  return opened.value.verdicts.flatMap((one) =>
    one.facts.map(({ value }) => (value.kind === 'text' ? value.text.en : value.kind)),
  )
}
const withoutPower = { ok: false, error: { code: 'not-in-your-powers' } }

describe('a service of the operator', () => {
  it('is requested, set up by the operator, activated and defined, changed, and cancelled', async () => {
    const sent = await send(test, await request())
    expect(asked.at(-1)).toMatchObject({
      operation: 'open-service',
      data: { account: `10${firm.id.slice(2)}`, product: 'fibre', tier: 'plus' },
    })
    expect((await sent.state()).status).toBe('fulfilled')
    expect(await states()).toEqual([['fibre', 'inactive']])
    expect(await factsAtOpening('activate-telecom-service', await as('services.activate'))).toEqual([
      'Waits to be activated',
    ])
    const activate = { service: 'activate-telecom-service', answers: { purpose: 'Jeddah branch' } }
    await send(test, { ...activate, by: await as('services.activate') })
    expect(await subscriptionsOf(test.db, firm.id)).toMatchObject([
      { state: 'active', tier: 'plus', purpose: 'Jeddah branch' },
    ])
    const change = async (to: string) => ({
      service: 'change-telecom-service',
      by: await as('services.change'),
      answers: { change: to },
    })
    expect(await trySend(test, await change('plus'))).toMatchObject({ error: { fields: { change: {} } } })
    await send(test, await change('max'))
    expect(await subscriptionsOf(test.db, firm.id)).toMatchObject([{ state: 'active', tier: 'max' }])
    await send(test, await change('cancel'))
    expect(await states()).toEqual([['fibre', 'cancelled']])
  })

  it('is nothing when the operator refuses', async () => {
    desk.answer = { kind: 'refused', code: 'no', because: { ar: 'لا تغطية', en: 'No coverage' } }
    const sent = await send(test, await request())
    expect(await sent.state()).toMatchObject({ status: 'rejected', because: { en: 'No coverage' } })
    expect(await states()).toEqual([])
  })

  it('asks its own power at each turn', async () => {
    await send(test, await request())
    const [waiting] = await subjectsFor(test, 'activate-telecom-service', firm.id)
    const others = ['services.activate', 'services.change', 'bills.read', 'bills.pay']
    expect(await trySend(test, await request(await as(...others)))).toMatchObject(withoutPower)
    const activate = {
      service: 'activate-telecom-service',
      by: await as('services.request', 'services.change'),
      subject: waiting?.id ?? '',
      answers: { purpose: 'Somewhere' },
    }
    expect(await trySend(test, activate)).toMatchObject(withoutPower)
    const change = { ...activate, service: 'change-telecom-service', answers: { change: 'max' } }
    expect(await trySend(test, { ...change, by: await as('services.activate') })).toMatchObject(withoutPower)
    expect(await states()).toEqual([['fibre', 'inactive']])
    // One that waits to be activated is changed by nobody.
    const early = await trySend(test, { ...change, by: await as('services.change') })
    expect(early).toMatchObject({ ok: false, error: { code: 'conditions-unmet' } })
  })
})

describe('a telegram', () => {
  const telegram = async (message: string, subject?: string) => ({
    service: 'send-telegram',
    by: await as('message.send'),
    answers: { message },
    ...(subject ? { subject } : {}),
  })

  it('reaches the inbox of the line’s actual user, under the establishment’s name', async () => {
    const user = await anAccountHolder(test)
    await aLine(test, firm, { person: user, by: firm.owner })
    await send(test, await telegram('Please return the spare phone on Sunday.'))
    const [notice] = (await inbox(test.db, user, { limit: 20 })).filter((one) =>
      one.title.en.includes('telegram'),
    )
    expect(notice).toMatchObject({
      title: { en: 'A telegram from Oasis Bakery' },
      body: { en: 'Oasis Bakery: Please return the spare phone on Sunday.' },
    })
  })

  it('carries no links, and goes to nobody who uses none of the lines', async () => {
    expect(await trySend(test, await telegram('See you on Sunday'))).toMatchObject({
      ok: false,
      error: { code: 'not-authorised' },
    })
    const user = await anAccountHolder(test)
    const line = await aLine(test, firm, { person: user, by: firm.owner })
    for (const words of ['Pay at https://example.com now', 'open www.prize.sa today', 'go to prize.link'])
      expect(await trySend(test, await telegram(words, line.id)), words).toMatchObject({
        error: { fields: { message: {} } },
      })
    const other = await aFirm(test)
    const theirs = await aLine(test, other, { person: user, by: other.owner })
    expect(await trySend(test, await telegram('Not yours', theirs.id))).toMatchObject({
      error: { code: 'not-authorised' },
    })
    expect((await inboxOf(test, user)).join()).not.toContain('Oasis Bakery:')
  })

  it('to the operator is confirmed by it', async () => {
    const write = { service: 'write-to-operator', answers: { message: 'Our roof has a new antenna.' } }
    const sent = await send(test, { ...write, by: await as('message.send') })
    expect(asked.at(-1)).toMatchObject({
      operation: 'message',
      data: { message: 'Our roof has a new antenna.' },
    })
    expect((await sent.state()).status).toBe('fulfilled')
    expect(await trySend(test, { ...write, by: await as('bills.read') })).toMatchObject(withoutPower)
  })
})
