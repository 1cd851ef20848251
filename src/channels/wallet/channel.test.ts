import { beforeAll, beforeEach, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import { codeAddress } from '#platform/documents/credential/qr.ts'
import { checksOf } from '#platform/wallets/showing.ts'
import { aHolder, anAccount, aSession } from '#tests/support/accounts.ts'
import { buildAssets } from '#tests/support/browser.ts'
import { testPlatform } from '#tests/support/database.ts'
import { aPerson } from '#tests/support/people.ts'
import { aServer, aVisitor } from '#tests/support/visitor.ts'
import { aPhone, aWallet, confirmWallet, type SpecimenCard, specimenCard } from '#tests/support/wallet.ts'
import { walletChannel } from './channel.ts'

const says: SpecimenCard = { held: ['self'], validUntil: day('2031-01-01'), profession: 'x' }
const card = specimenCard(says)
const test = await testPlatform()
const { catalogue } = test.platform
const platform = {
  ...test.platform,
  catalogue: {
    ...catalogue,
    documents: [card],
    document: (name: string) => (name === card.name ? card : undefined),
  },
}
const world = { ...test, platform }
const app = await aServer(platform)
await app.register(walletChannel(platform))
beforeAll(() => buildAssets())

let person: Awaited<ReturnType<typeof aPerson>>
let holder: Awaited<ReturnType<typeof aHolder>>
let browser: ReturnType<typeof aVisitor>
beforeEach(async () => {
  person = await aPerson(test.db)
  await anAccount(platform, person)
  holder = await aHolder(platform, person)
  browser = aVisitor(app, platform)
  browser.cookies.set('diwan-session', holder.token)
})

const json = async (path: string, body: unknown, headers: Record<string, string> = {}) => {
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const answer = await app.inject({
    method: 'POST',
    url: path,
    headers: { 'content-type': 'application/json', cookie, ...headers },
    payload: JSON.stringify(body),
  })
  return { status: answer.statusCode, body: answer.body ? answer.json() : undefined }
}
const visitor = async () => (await browser.get('/wallet/api/visitor')).json()

it('is one page for everybody, strict about what it loads, with a manifest and a keeper for its path', async () => {
  const page = await browser.get('/wallet/')
  expect(page.headers['content-security-policy']).toContain("script-src 'self';")
  expect(page.headers['content-security-policy']).not.toContain('unsafe')
  expect(page.body).not.toContain(person)
  expect((await browser.get('/wallet/app.webmanifest?lang=en')).json()).toMatchObject({
    dir: 'ltr',
    name: 'Diwan wallet',
  })
  const keeper = await browser.get('/wallet/keeper.js')
  expect(keeper.headers['content-type']).toContain('javascript')
  expect(keeper.body).toMatch(
    /^self\.plan=\{"version":"[\w-]{16}","files":\["\/assets\/face\..*"pages":\["\/wallet\/"\]\};/,
  )
})

it('knows who is signed in, and says why somebody cannot put their documents here', async () => {
  expect(await visitor()).toMatchObject({ kind: 'person', confirmed: false })
  browser.cookies.delete('diwan-session')
  expect(await visitor()).toEqual({ kind: 'nobody' })
  const { token } = await aSession(platform, person, { account: 'registered' })
  browser.cookies.set('diwan-session', token)
  expect(await visitor()).toMatchObject({
    kind: 'refused',
    because: { code: 'activation-required', next: { page: '/activate' } },
  })
})

it('becomes a phone by session, token of the page and proof, and gets its cards by proof alone', async () => {
  const { csrf } = await visitor()
  const phone = aPhone()
  expect((await json('/wallet/api/enrol/challenge', {})).status).toBe(403)
  expect(
    (await json('/wallet/api/enrol/challenge', {}, { 'x-csrf-token': csrf, 'sec-fetch-site': 'cross-site' }))
      .status,
  ).toBe(403)
  const token = { 'x-csrf-token': csrf }
  const enrolOnce = async () => {
    const { body } = await json('/wallet/api/enrol/challenge', {}, token)
    const { signature } = phone.proofOf('enrol', body.challenge)
    return json('/wallet/api/enrol', { key: phone.key, challenge: body.challenge, signature }, token)
  }
  expect(await json('/wallet/api/enrol/challenge', {}, token)).toMatchObject({
    status: 403,
    body: {
      code: 'confirm-first',
      next: { page: '/confirm/document.download?object=wallet&next=%2Fwallet%2F' },
    },
  })
  browser.cookies.set('diwan-session', await confirmWallet(world, holder))
  expect(await visitor()).toMatchObject({ confirmed: true })
  expect(await enrolOnce()).toMatchObject({ status: 200 })
  expect(await visitor()).toMatchObject({ elsewhere: { name: 'Browser' } })

  browser.cookies.clear()
  const prove = async (purpose: 'carry' | 'look' | 'leave') => {
    const { body } = await json('/wallet/api/challenge', { key: phone.thumbprint })
    return json(`/wallet/api/${purpose}`, phone.proofOf(purpose, body.challenge))
  }
  expect((await prove('look')).status).toBe(200)
  const { body } = await prove('carry')
  expect(body).toMatchObject({
    name: 'Browser',
    cards: [{ number: person, ground: 'self', codes: [{ view: '' }, {}, {}] }],
  })
  expect(body.pictures[body.cards[0].picture]).toMatch(/^data:image\/webp;base64,/)
  expect((await prove('leave')).status).toBe(200)
  expect(await prove('carry')).toMatchObject({ status: 403, body: { code: 'wallet-ended' } })
})

it('refuses whatever is not a proof', async () => {
  for (const body of [
    {},
    [],
    'x',
    { key: 'x', challenge: 'y', signature: 'z' },
    { key: 'A'.repeat(43), challenge: 'A'.repeat(43), signature: 'A'.repeat(86) },
  ])
    for (const path of ['carry', 'look', 'leave'])
      expect([400, 403]).toContain((await json(`/wallet/api/${path}`, body)).status)
})

it('takes the word of whoever checked a document, and tells them nothing', async () => {
  const phone = await aWallet(world, holder)
  const load = await phone.carry(world)
  const credential = (load.ok && load.value.cards[0]?.codes[0]?.credential) || new Uint8Array()
  const live = codeAddress(platform.config.origin, phone.show(credential, test.clock.now(), { tell: true }))
  for (const body of [{ live }, { live: 'HELLO' }, { nothing: true }])
    expect(await json('/verify/seen', body)).toEqual({ status: 204, body: undefined })
  expect(await checksOf(test.db, person)).toHaveLength(1)
  await Promise.all(Array.from({ length: 60 }, () => json('/verify/seen', {})))
  expect((await json('/verify/seen', { live })).status).toBe(429)
})
