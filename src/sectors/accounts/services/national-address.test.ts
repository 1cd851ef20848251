import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { PersonNumber } from '#kernel/person-number.ts'
import { deliveriesOf } from '#platform/deliveries/delivery.ts'
import { addressesOf, addressOfEstablishment } from '#platform/people/address.ts'
import { aDelegate, aFirm, anAccountHolder, asOwner } from '#tests/support/business.ts'
import { type TestPlatform, testPlatform } from '#tests/support/database.ts'
import { asPerson, inboxOf, send, trySend, unmetAtOpening } from '#tests/support/service.ts'
import { aLicence } from '#tests/support/traffic.ts'
import { addressesAPerson } from './national-address.ts'

const service = 'national-address'
let test: TestPlatform
let person: PersonNumber

beforeAll(async () => {
  test = await testPlatform()
})
beforeEach(async () => {
  test.clock.set('2026-11-23T08:00:00Z')
  person = await anAccountHolder(test)
  await test.db.deleteFrom('national_address').where('person_id', '=', person).execute()
})

const address = (short = 'RAHA2929', changes: Readonly<Record<string, string>> = {}) => ({
  building: short.slice(4),
  street: 'شارع الواحة',
  district: 'حي الورود',
  city: 'الرياض',
  postcode: '12215',
  additional: '8118',
  short,
  ...changes,
})
const wish = (given: unknown = address(), { main = 'no', region = '01', by = asPerson(person) } = {}) => ({
  service,
  by,
  answers: { address: given, region, main },
})
const held = async () =>
  (await addressesOf(test.db, person)).map((one) => [one.shortAddress, one.main, one.confirmedOn])

describe('a national address', () => {
  it('is registered at once: the first is the main one, with the city in both languages', async () => {
    const sent = await send(test, wish())
    expect((await sent.state()).status).toBe('fulfilled')
    expect(await addressesOf(test.db, person)).toMatchObject([
      {
        shortAddress: 'RAHA2929',
        district: { ar: 'الورود' },
        city: { ar: 'الرياض', en: 'Riyadh' },
        region: '01',
        main: true,
        confirmedOn: '2026-11-23',
      },
    ])
    expect((await inboxOf(test, person)).join()).toContain('RAHA2929 is registered')
  })

  it('is put right and confirmed under the same short address, never doubled', async () => {
    await send(test, wish())
    test.clock.advance({ days: 40 })
    await send(test, wish(address('raha 2929', { building: '2929', additional: '7007' })))
    expect(await addressesOf(test.db, person)).toMatchObject([
      { shortAddress: 'RAHA2929', additional: '7007', main: true, confirmedOn: '2027-01-02' },
    ])
  })

  it('takes the place of the main one when its holder says so', async () => {
    await send(test, wish())
    await send(test, wish(address('RBHB1001')))
    expect(await held()).toMatchObject([
      ['RAHA2929', true, '2026-11-23'],
      ['RBHB1001', false, '2026-11-23'],
    ])
    await send(test, wish(address('RBHB1001'), { main: 'yes' }))
    expect(await held()).toMatchObject([
      ['RBHB1001', true, '2026-11-23'],
      ['RAHA2929', false, '2026-11-23'],
    ])
  })

  it.each([
    ['without a short address', address('RAHA2929', { short: '' }), '01', 'address', 'short address'],
    ['of another building', address('RAHA2929', { building: '3000' }), '01', 'address', 'building number'],
    ['in another region', address(), '02', 'region', 'region of Riyadh'],
    [
      'with a postcode of elsewhere',
      address('RAHA2929', { postcode: '23215' }),
      '01',
      'address',
      'begin with 12',
    ],
  ])('is refused %s, and nothing is written', async (_what, given, region, field, says) => {
    const refused = await trySend(test, wish(given, { region }))
    expect(refused).toMatchObject({
      ok: false,
      error: { fields: { [field]: { en: expect.stringContaining(says) } } },
    })
    expect(await held()).toEqual([])
  })

  it('is one of five at most, of which each can still be confirmed', async () => {
    for (let at = 0; at < addressesAPerson; at += 1) await send(test, wish(address(`RAHA100${at}`)))
    const refused = await trySend(test, wish(address('RAHA2000')))
    expect(refused).toMatchObject({ ok: false, error: { fields: { address: {} } } })
    await send(test, wish(address('RAHA1003')))
    expect(await held()).toHaveLength(addressesAPerson)
  })

  it('is what a delivery without one asks for, and then offers', async () => {
    await aLicence(test, person)
    const renewal = { service: 'renew-driving-licence', by: person }
    expect(await unmetAtOpening(test, renewal)).toMatchObject({
      'address-registered': { remedy: { service } },
    })
    await send(test, wish())
    expect(await unmetAtOpening(test, renewal)).toEqual({})
    const [registered] = await addressesOf(test.db, person)
    const answers = { years: '5', address: registered?.id }
    await (await send(test, { ...renewal, answers })).pay()
    expect((await deliveriesOf(test.db, person))[0]?.address.ar).toContain('حي الورود، الرياض')
  })

  it('is written once when it is sent twice', async () => {
    const twice = await Promise.all([
      trySend(test, { ...wish(), key: 'one' }),
      trySend(test, { ...wish(), key: 'one' }),
    ])
    expect(twice.filter((one) => one.ok)).not.toHaveLength(0)
    expect(await held()).toHaveLength(1)
    expect((await inboxOf(test, person)).filter((body) => body.includes('RAHA2929'))).toHaveLength(1)
  })
})

describe('the address of an establishment', () => {
  it('is registered in its workspace by its owner, and a new one replaces it', async () => {
    const firm = await aFirm(test)
    const by = await asOwner(test, firm)
    const seat = { service: 'establishment-address', by }
    await send(test, { ...seat, answers: { address: address(), region: '01' } })
    expect(await addressOfEstablishment(test.db, firm.id)).toMatchObject({ shortAddress: 'RAHA2929' })
    await send(test, { ...seat, answers: { address: address('RBHB1001'), region: '01' } })
    expect(await addressOfEstablishment(test.db, firm.id)).toMatchObject({
      shortAddress: 'RBHB1001',
      confirmedOn: '2026-11-23',
    })
    expect((await inboxOf(test, firm.owner)).join()).toContain('national address of your establishment')
  })

  it('is for no delegate, and for nobody outside the workspace', async () => {
    const firm = await aFirm(test)
    const delegate = await aDelegate(test, firm)
    const answers = { address: address(), region: '01' }
    for (const by of [await delegate.principal(), asPerson(firm.owner)])
      expect((await trySend(test, { service: 'establishment-address', by, answers })).ok).toBe(false)
    expect(await addressOfEstablishment(test.db, firm.id)).toBeUndefined()
  })
})
