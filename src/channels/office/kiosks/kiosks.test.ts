import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import { describe, expect, it } from 'vitest'
import { kioskChannel } from '#channels/kiosk/channel.ts'
import { enterOffices } from '#platform/appointments/office.ts'
import { offices } from '#platform/appointments/offices.ts'
import { anOfficerSession, aSession } from '#tests/support/accounts.ts'
import { violations } from '#tests/support/axe.ts'
import { buildAssets, chromiumPath, launchBrowser } from '#tests/support/browser.ts'
import { testPlatform } from '#tests/support/database.ts'
import { aDevice } from '#tests/support/kiosk.ts'
import { aPerson } from '#tests/support/people.ts'
import { aServer, aVisitor } from '#tests/support/visitor.ts'
import { officeChannel } from '../channel.tsx'

buildAssets()
const { platform, db, clock } = await testPlatform()
const app = await aServer(platform)
await app.register(fastifyStatic, {
  root: join(import.meta.dirname, '../../../../dist/assets'),
  prefix: '/assets/',
})
await app.register(officeChannel(platform))
await app.register(kioskChannel(platform))
await enterOffices(db, offices)

async function officer(units: readonly string[] = ['operations']) {
  const session = await anOfficerSession(platform, await aPerson(db), units)
  const browser = aVisitor(app, platform)
  browser.cookies.set('diwan-session', session.token)
  browser.cookies.set('lang', 'en')
  return { ...browser, token: session.token }
}
const form = { office: 'riyadh-passports', spot: 'Gate 2', section: 'women' }

describe('the list of devices', () => {
  it('registers one, shows its code once, and follows its state to the end', async () => {
    const morning = await officer()
    const empty = await morning.get('/office/kiosks')
    expect(empty.body).toContain('No device has been registered yet.')
    const wrong = await morning.submit(empty, '/office/kiosks', { ...form, office: '', spot: ' ' })
    expect([wrong.statusCode, wrong.body.match(/class="field-error"/g)?.length]).toEqual([422, 2])
    const made = await morning.submit(empty, '/office/kiosks', form)
    const code = />(\d{4} \d{4} \d{4})</.exec(made.body)?.[1]?.replaceAll(' ', '') ?? ''

    const waiting = await morning.get('/office/kiosks')
    expect(waiting.body).toMatch(/Gate 2[\s\S]*Women[\s\S]*Awaiting enrolment[\s\S]*None yet/)
    expect(waiting.body).not.toContain(code.slice(4, 8))
    const { id } = await db.selectFrom('kiosk').select('id').executeTakeFirstOrThrow()
    clock.advance({ minutes: 61 })
    const { get, submit, follow } = await officer()
    const late = await get('/office/kiosks')
    expect(late.body).toContain('Its code has run out')
    const again = await submit(late, `/office/kiosks/${id}/code`)
    const fresh = />(\d{4} \d{4} \d{4})</.exec(again.body)?.[1]?.replaceAll(' ', '') ?? ''

    const device = await aDevice(app)
    expect((await device.enrol(code)).status).toBe(422)
    expect((await device.enrol(fresh)).status).toBe(200)
    expect((await get('/office/kiosks')).body).toContain('Online')
    clock.advance({ minutes: 4 })
    expect((await get('/office/kiosks')).body).toContain('Not answering')
    await device.post('heartbeat', await device.prove('heartbeat', id))
    expect((await get('/office/kiosks')).body).toContain('Online')

    const sure = await get(`/office/kiosks/${id}/revoke`)
    const done = await follow(await submit(sure, `/office/kiosks/${id}/revoke`))
    expect(done.body).toMatch(/The device is revoked\.[\s\S]*Revoked/)
    expect((await device.post('challenge', { kiosk: id })).status).toBe(403)
    expect((await get(`/office/kiosks/${id}/revoke`)).statusCode).toBe(404)
  })

  it('is the operators’ alone, and nothing is done without the form’s token', async () => {
    const { get, post } = await officer(['traffic'])
    expect((await get('/office/kiosks')).statusCode).toBe(403)
    const person = aVisitor(app, platform)
    person.cookies.set('diwan-session', (await aSession(platform, await aPerson(db))).token)
    expect((await person.get('/office/kiosks')).statusCode).not.toBe(200)
    const count = async () => (await db.selectFrom('kiosk').select('id').execute()).length
    const before = await count()
    expect((await post('/office/kiosks', form)).statusCode).toBe(403)
    expect((await (await officer()).post('/office/kiosks', form)).statusCode).toBe(403)
    expect(await count()).toBe(before)
  })

  it.skipIf(!chromiumPath && !process.env.CI)('passes axe', { timeout: 60_000 }, async () => {
    const origin = await app.listen({ port: 0, host: 'localhost' })
    const browser = await launchBrowser()
    const { token } = await officer()
    const { id } = await db
      .insertInto('kiosk')
      .values({
        id: '0192f0c1-2f6e-4d3a-8000-000000000001',
        office_id: 'jeddah-kiosks',
        spot: 'Hall',
        section: 'all',
        state: 'awaiting',
        registered_by: 'OF-1',
        registered_at: clock.now(),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    for (const locale of ['ar', 'en'])
      for (const path of ['/office/kiosks', `/office/kiosks/${id}/revoke`]) {
        const context = await browser.newContext({ viewport: { width: 360, height: 800 } })
        await context.addCookies([
          { name: 'diwan-session', value: token, url: origin },
          { name: 'lang', value: locale, url: origin },
        ])
        const page = await context.newPage()
        await page.goto(`${origin}${path}`)
        expect(await violations(page, { more: ['best-practice'] })).toEqual([])
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
        await page.screenshot({
          path: join(import.meta.dirname, `../../../../dist/pictures/office-kiosks.${locale}.png`),
          fullPage: true,
        })
        await context.close()
      }
    await browser.close()
    await app.close()
  })
})
