import { beforeAll, describe, expect, it } from 'vitest'
import { portalChannel } from '#channels/portal/channel.ts'
import { verifyChain } from '#platform/audit/verify.ts'
import { inbox } from '#platform/notices/inbox.ts'
import { saveAnswers } from '#platform/requests/draft.ts'
import { aDelegate, aFirm, anAccountHolder, asOwner, type Firm } from '#tests/support/business.ts'
import { testPlatform } from '#tests/support/database.ts'
import { draft, smsTo } from '#tests/support/service.ts'
import { aSignedInVisitor, confirmAt } from '#tests/support/signed-in-visitor.ts'
import { aServer } from '#tests/support/visitor.ts'

const test = await testPlatform()
const { platform, db } = test
const app = await aServer(platform)
await app.register(portalChannel(platform))

type Somebody = Awaited<ReturnType<typeof aSignedInVisitor>>
const visitor = (person: Firm['owner']): Promise<Somebody> => aSignedInVisitor(app, test, person)

let firm: Firm
beforeAll(async () => {
  firm = await aFirm(test)
})

/** Switches to a workspace on the page of the business section. */
async function enter(by: Somebody, workspace: string, next = '/'): Promise<void> {
  const page = await by.get('/business?lang=en')
  const done = await by.submit(page, '/acting', { workspace, next })
  expect(done.headers.location).toBe(next)
}

describe('the business section', () => {
  it('tells a visitor what it is, and one without an establishment how to have one', async () => {
    const stranger = await aSignedInVisitor(app, test)
    const page = await stranger.get('/business?lang=en')
    expect(page.body).toContain('You have no workspace yet')
    expect(page.body).toContain('/services/register-establishment')
  })

  it('shows the workspace on every page in both languages, with the switch', async () => {
    const owner = await visitor(firm.owner)
    await enter(owner, firm.id)
    for (const page of [
      '/',
      '/services',
      '/requests',
      '/search?q=x',
      '/delegations',
      '/business',
      '/nowhere',
    ]) {
      const at = (lang: string) => owner.get(`${page}${page.includes('?') ? '&' : '?'}lang=${lang}`)
      const en = (await at('en')).body
      expect(en, page).toContain('Oasis Bakery')
      expect(en, page).toContain('class="acting-right">Owner')
      expect(en, page).toContain('href="/business"')
      expect((await at('ar')).body, page).toContain('مالك المنشأة')
    }
    await owner.submit(await owner.get('/?lang=en'), '/acting/stop')
    expect((await owner.get('/?lang=en')).body).not.toContain('acting-right')
  })

  it('lists what can be done, the requests, the people and the number of workers to the owner', async () => {
    const owner = await visitor(firm.owner)
    await aDelegate(test, firm, { kind: 'manager' })
    await enter(owner, firm.id)
    const home = (await owner.get('/?lang=en')).body
    for (const words of ['What you can do', 'Open requests', 'Who works for the establishment', 'Workers'])
      expect(home).toContain(words)
    expect(home).toContain('/services/appoint-business-manager')
    expect(home).not.toContain('/services/pay-violations')
    expect(home).toContain('/delegations/given/')
    expect(home.match(/(?<=<h3>)[^<]+/g)?.slice(0, 2)).toEqual([
      'Telecommunications',
      'Business and delegation',
    ])
    const people = (await owner.get('/delegations?lang=en')).body
    expect(people.match(/(?<=href="\/services\/)[a-z-]+(?=")/g)?.sort()).toEqual([
      'appoint-authorised-signatory',
      'appoint-business-manager',
      'appoint-my-business-delegate',
      'appoint-sim-authentication-delegate',
    ])
  })

  it('has a delegate appointed only once the owner has confirmed it, on the page that it goes on at', async () => {
    const own = await aFirm(test)
    const owner = await visitor(own.owner)
    await enter(owner, own.id)
    const by = await asOwner(test, own)
    const service = 'appoint-my-business-delegate'
    const drafted = await draft(test, { service, by, subject: own.id })
    if (!drafted.ok) throw new Error(drafted.error.code)
    const raw = { delegate: await anAccountHolder(test), months: '6', role: 'accountant' }
    const answers = { reference: drafted.value, fields: Object.keys(raw), raw }
    expect((await saveAnswers(platform, by, answers)).ok).toBe(true)
    const page = await owner.get(`/requests/${drafted.value}/check`)
    const asked = await owner.submit(page, `/requests/${drafted.value}/submit`)
    expect(asked.headers.location).toContain('/confirm/delegation.give?object=')
    const back = await confirmAt(test, owner, asked)
    expect(smsTo(test, own.owner).join()).toContain('تعيين مفوَّض أعمال المنشأة')
    expect(back.body).toMatch(/You have confirmed that it is you|أكّدت أنك أنت/)
    const sent = await owner.submit(back, `/requests/${drafted.value}/submit`)
    expect(sent.headers.location).toBe(`/requests/${drafted.value}`)
  })

  it('leads from what is an establishment’s to its workspace, and from there back to what is a person’s', async () => {
    const owner = await visitor(firm.owner)
    const outside = await owner.get('/services/delegation-audit?lang=en')
    expect(outside.statusCode).toBe(403)
    expect(outside.body).toContain('/business?to=%2Fservices%2Fdelegation-audit')
    await enter(owner, firm.id, '/services/delegation-audit')
    expect((await owner.get('/services/delegation-audit?lang=en')).statusCode).toBe(200)
    expect((await owner.get('/services/sell-vehicle?lang=en')).body).toContain('This is done for oneself')
    for (const page of ['/inbox', '/documents', '/account', '/delegations/new'])
      expect((await owner.get(page)).statusCode, page).toBe(403)
    expect((await owner.get('/inbox')).body).toContain('/business?to=%2Finbox')
  })

  it('tells the owner by text each time that a delegate comes in, and cuts the delegate off at once', async () => {
    const { id, person } = await aDelegate(test, firm, { kind: 'manager' })
    const [manager, owner] = [await visitor(person), await visitor(firm.owner)]
    await enter(manager, id)
    await test.runJobs()
    expect(smsTo(test, firm.owner).join()).toContain('مخبز الواحة')
    const told = (await inbox(db, firm.owner, { limit: 20 })).map((one) => one.title.en)
    expect(told).toContain('A delegate came into your workspace')
    const home = (await manager.get('/?lang=en')).body
    expect(home).toContain('class="acting-right">Manager')
    // A manager sees who works here, and has no way to change it.
    expect(home).toContain('Who works for the establishment')
    expect(home).not.toContain('/delegations/given/')
    expect((await manager.get('/delegations')).statusCode).toBe(403)
    await owner.submit(await owner.get(`/delegations/given/${id}`), `/delegations/${id}/end`)
    const next = await manager.get('/?lang=en')
    expect(next.body).toContain('Your delegation from Oasis Bakery is over')
    expect(next.body).not.toContain('/services/')
    const back = await manager.submit(next, '/acting/stop')
    expect(back.statusCode).toBe(303)
    expect((await manager.get('/business?lang=en')).body).toContain('You have no workspace yet')
    await test.runJobs()
    expect(await verifyChain(db)).toMatchObject({ ok: true })
  })

  it('opens what a message links to in the workspace that it is about', async () => {
    const owner = await visitor(firm.owner)
    const link = `/business/open?of=${firm.id}&to=%2Frequests`
    const asked = await owner.get(`${link}&lang=en`)
    expect(asked.body).toContain('This page is in the workspace of Oasis Bakery')
    const done = await owner.submit(asked, '/acting')
    expect(done.headers.location).toBe('/requests')
    expect((await owner.get(link)).headers.location).toBe('/requests')
    const stranger = await aSignedInVisitor(app, test)
    expect((await stranger.get(link)).statusCode).toBe(404)
  })
})
