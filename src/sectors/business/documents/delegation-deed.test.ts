import { beforeAll, expect, it } from 'vitest'
import { endDelegation, limitDelegation } from '#platform/authority/delegate.ts'
import { documentsOf } from '#platform/documents/issued.ts'
import { aDelegate, aFirm, anAccountHolder, asOwner } from '#tests/support/business.ts'
import { type TestPlatform, testPlatform } from '#tests/support/database.ts'
import { drawn, heldBy, tryDraw } from '#tests/support/documents.ts'

let test: TestPlatform
beforeAll(async () => {
  test = await testPlatform()
})

it('says for whom the delegate acts, in what and until when, and is nobody else’s', async () => {
  const firm = await aFirm(test)
  const { person: delegate, id } = await aDelegate(test, firm, { powers: ['bills.read', 'bills.pay'] })
  expect(await heldBy(test, delegate)).toEqual(['delegation-deed'])
  const deed = await drawn(test, 'delegation-deed', delegate, id)
  expect(deed).toMatchObject({ state: 'valid', content: { qr: { firm: firm.id, as: 'my-business' } } })
  const said = deed.content.facts.find((one) => one.key === 'powers')?.value
  expect(said).toMatchObject({ text: { en: 'Review all bills; Pay bills' } })
  expect(await tryDraw(test, 'delegation-deed', await anAccountHolder(test), id)).toBeUndefined()
  expect(await tryDraw(test, 'delegation-deed', firm.owner, id)).toBeUndefined()
})

it('is replaced when the delegation covers less, and taken back when it ends', async () => {
  const firm = await aFirm(test)
  const owner = await asOwner(test, firm)
  const { person: delegate, id } = await aDelegate(test, firm, { powers: ['bills.read', 'bills.pay'] })
  const states = async () => {
    await test.runJobs()
    return (await documentsOf(test.db, delegate)).map((one) => one.state).sort()
  }
  await drawn(test, 'delegation-deed', delegate, id)
  await limitDelegation(test.platform, owner, { id, powers: ['bills.read'] })
  expect(await states()).toEqual(['superseded', 'valid'])
  await endDelegation(test.platform, owner, id)
  expect(await states()).toEqual(['revoked', 'superseded'])
  expect(await heldBy(test, delegate)).toEqual([])
})
