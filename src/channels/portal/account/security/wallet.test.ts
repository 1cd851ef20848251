import { beforeAll, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import { walletDevicesOf } from '#platform/wallets/device.ts'
import { testPlatform } from '#tests/support/database.ts'
import { aSignedInVisitor } from '#tests/support/signed-in-visitor.ts'
import { aServer } from '#tests/support/visitor.ts'
import { aWallet, specimenCard } from '#tests/support/wallet.ts'
import { accountPages } from '../pages.ts'

const card = specimenCard({ held: ['self'], validUntil: day('2031-01-01'), profession: 'x' })
const test = await testPlatform()
const { catalogue } = test.platform
const find = (name: string) => (name === card.name ? card : undefined)
const platform = { ...test.platform, catalogue: { ...catalogue, documents: [card], document: find } }
const world = { ...test, platform }
const app = await aServer(platform)
beforeAll(async () => {
  await app.register(accountPages(platform))
})

it('shows which phone has the documents and what is on it, and takes them off at a press', async () => {
  const browser = await aSignedInVisitor(app, world)
  expect((await browser.get('/account/wallet')).body).toContain('وثائقك ليست على أي جوال الآن')
  const phone = await aWallet(world, { token: browser.cookies.get('diwan-session') ?? '', by: browser.by })
  await phone.carry(world)
  // The step-up has moved the session to another token.
  const { body } = await aSignedInVisitor(app, world, browser.person).then((one) =>
    one.get('/account/wallet'),
  )
  for (const text of ['Chrome · Android', 'بطاقة نموذجية', 'لا شيء بعد']) expect(body).toContain(text)

  const holder = await aSignedInVisitor(app, world, browser.person)
  const stranger = await aSignedInVisitor(app, world)
  const [device] = await walletDevicesOf(test.db, browser.person)
  expect((await stranger.get(`/account/wallet/${device?.id}/end`)).statusCode).toBe(404)
  const asked = await holder.get(`/account/wallet/${device?.id}/end`)
  const done = await holder.follow(await holder.submit(asked, '/account/wallet/end'))
  for (const text of ['أُزيلت الوثائق من الجوال', 'أزلتها من حسابك']) expect(done.body).toContain(text)
  expect(await phone.carry(world)).toMatchObject({ ok: false, error: { code: 'wallet-ended' } })
})
