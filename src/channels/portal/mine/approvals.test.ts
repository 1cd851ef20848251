import { expect, it } from 'vitest'
import { portalChannel } from '#channels/portal/channel.ts'
import { aFirm, anAccountHolder, asOwner } from '#tests/support/business.ts'
import { testPlatform } from '#tests/support/database.ts'
import { send } from '#tests/support/service.ts'
import { aSignedInVisitor } from '#tests/support/signed-in-visitor.ts'
import { aServer } from '#tests/support/visitor.ts'

const test = await testPlatform()
const app = await aServer(test.platform)
await app.register(portalChannel(test.platform))

it('tells whoever is to be a delegate each power of the role, in both languages, before they agree', async () => {
  const owner = await asOwner(test, await aFirm(test))
  const delegate = await anAccountHolder(test)
  const { reference } = await send(test, {
    service: 'appoint-my-business-delegate',
    by: owner,
    answers: { delegate, months: '6', role: 'accountant' },
  })
  const browser = await aSignedInVisitor(app, test, delegate)
  const powersOn = async (lang: string) => {
    const { body } = await browser.get(`/approvals/${reference}?lang=${lang}`)
    const list = /<ul class="value-list">(.*?)<\/ul>/s.exec(body)?.[1] ?? ''
    expect(body.indexOf('value-list')).toBeLessThan(body.indexOf('value="accept"'))
    return [...list.matchAll(/<li>(.*?)<\/li>/gs)].map(([, power]) => power)
  }
  expect(await powersOn('ar')).toEqual(['مراجعة جميع الفواتير', 'سداد الفواتير', 'استبدال النقاط بالمكافآت'])
  expect(await powersOn('en')).toEqual(['Review all bills', 'Pay bills', 'Redeem points for rewards'])
})
