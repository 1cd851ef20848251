import { describe, expect, it } from 'vitest'
import { portalChannel } from '#channels/portal/channel.ts'
import { startActing } from '#platform/accounts/acting.ts'
import { holdAccount } from '#platform/accounts/hold.ts'
import { verifyChain } from '#platform/audit/verify.ts'
import { delegationsGiven } from '#platform/authority/delegation.ts'
import { delegationLog } from '#platform/authority/delegation-log.ts'
import { transact } from '#platform/database/transact.ts'
import { inbox } from '#platform/notices/inbox.ts'
import { testPlatform } from '#tests/support/database.ts'
import { aSignedInVisitor, openConfirmed } from '#tests/support/signed-in-visitor.ts'
import { aViolation } from '#tests/support/traffic.ts'
import { aServer } from '#tests/support/visitor.ts'

const test = await testPlatform()
const { platform, db, clock } = test
const app = await aServer(platform)
await app.register(portalChannel(platform))

const person = () => aSignedInVisitor(app, test)
type Somebody = Awaited<ReturnType<typeof person>>

/** Gives and accepts through the pages; answers the delegation's id. */
async function between(giver: Somebody, helper: Somebody, powers = 'all'): Promise<string> {
  const form = await openConfirmed(test, giver, '/delegations/new')
  const typed = { delegate: helper.person, powers, months: '3' }
  const given = await giver.submit(form, '/delegations/new', typed)
  expect(given.statusCode, given.body).toBe(303)
  const [one] = await delegationsGiven(platform, giver.person)
  const id = one?.id ?? ''
  const offered = await helper.get(`/delegations/held/${id}`)
  await helper.submit(offered, `/delegations/held/${id}/answer`, { answer: 'accept' })
  clock.advance({ minutes: 5 })
  return id
}

async function enter(helper: Somebody, id: string): Promise<void> {
  const page = await helper.get(`/delegations/held/${id}?lang=en`)
  const done = await helper.submit(page, '/acting')
  expect(done.headers.location).toBe('/')
}

describe('the pages about delegations', () => {
  it('give one after the password and a code, and show who it is to only once they said yes', async () => {
    const [giver, helper] = [await person(), await person()]
    expect((await giver.get('/delegations/new')).headers.location).toContain('/confirm/give-delegation')
    const form = await openConfirmed(test, giver, '/delegations/new')
    const wrong = await giver.submit(form, '/delegations/new', { delegate: helper.person, months: '3' })
    expect(wrong.statusCode).toBe(422)
    const typed = { delegate: helper.person, powers: 'pay-violations', months: '3' }
    const done = await giver.submit(form, '/delegations/new', typed)
    const list = await giver.follow(done)
    expect(list.body).toContain(`******${helper.person.slice(-4)}`)
    expect(list.body).not.toContain('<bdi>سالم')
    const [one] = await delegationsGiven(platform, giver.person)
    const home = await helper.get('/?lang=en')
    expect(home.body).toContain('A delegation waits for your answer')
    expect(home.body).toContain(`href="/delegations/held/${one?.id}"`)
    const offered = await helper.get(`/delegations/held/${one?.id}?lang=en`)
    expect(offered.body).toContain('Alrayhani')
    expect(offered.body).toContain('What you may do')
    expect((await giver.get(`/delegations/given/${one?.id}?lang=en`)).body).toContain('What may they do?')
    await helper.submit(offered, `/delegations/held/${one?.id}/answer`, { answer: 'accept' })
    expect((await giver.get('/delegations?lang=en')).body).toContain('Salem Majid Omar Alrayhani')
    expect((await helper.get('/')).body).not.toContain('waits for your answer')
  })

  it('give none within a day of a new way into the account, and say so before anything is confirmed', async () => {
    const [giver, helper] = [await person(), await person()]
    const form = await openConfirmed(test, giver, '/delegations/new')
    await transact(db, (tx) => holdAccount(tx, giver.person, clock.now()))
    const typed = { delegate: helper.person, powers: 'pay-violations', months: '3' }
    const page = await giver.get('/delegations/new?lang=en')
    for (const refused of [page, await giver.submit(form, '/delegations/new', typed)]) {
      expect(refused.statusCode).toBe(409)
      expect(refused.body).toContain('To protect you, this waits 24 hours')
    }
    expect(await delegationsGiven(platform, giver.person)).toEqual([])
    clock.advance({ days: 1 })
    await between(await aSignedInVisitor(app, test, giver.person), await person())
    expect(await delegationsGiven(platform, giver.person)).toHaveLength(1)
  })

  it('show on every page for whom one acts, in both languages, with one click to stop', async () => {
    const [giver, helper] = [await person(), await person()]
    await enter(helper, await between(giver, helper))
    const pages = [
      '/',
      '/services',
      '/services/pay-violations',
      '/requests',
      '/search?q=x',
      '/delegations',
      '/nowhere',
    ]
    for (const page of pages) {
      const en = await helper.get(`${page}${page.includes('?') ? '&' : '?'}lang=en`)
      expect(en.body, page).toContain('You are acting for Salem Majid Omar Alrayhani')
      expect(en.body, page).toContain('Act for yourself again')
      const ar = await helper.get(`${page}${page.includes('?') ? '&' : '?'}lang=ar`)
      expect(ar.body, page).toContain('أنت تتصرف نيابةً عن سالم ماجد عمر الريحاني')
    }
    await helper.submit(await helper.get('/'), '/acting/stop')
    expect((await helper.get('/?lang=en')).body).not.toContain('You are acting for')
  })

  it('keep what is each person’s own from a delegate', async () => {
    const [giver, helper] = [await person(), await person()]
    await enter(helper, await between(giver, helper))
    const own = [
      '/inbox',
      '/documents',
      '/access',
      '/family',
      '/delegations/viewing',
      '/delegations/viewing/new',
      '/approvals',
      '/account',
      '/account/password',
      '/delegations',
    ]
    for (const page of [...own, '/delegations/new', '/confirm/change-password'])
      expect((await helper.get(page)).statusCode, page).toBe(403)
    expect((await helper.get('/services/sell-vehicle?lang=en')).body).toContain('does not cover this')
  })

  it('let a delegate pay a violation: both are on record, and the principal is told and reads the log', async () => {
    const [giver, helper] = [await person(), await person()]
    const violation = await aViolation(test, giver.person)
    const id = await between(giver, helper, 'pay-violations')
    await enter(helper, id)
    const start = await helper.get('/services/pay-violations')
    const begun = await helper.submit(start, '/services/pay-violations/start')
    expect(begun.statusCode, /<h1.*h1>.*/.exec(begun.body)?.[0]?.slice(0, 400)).toBe(303)
    const reference = String(begun.headers.location).split('/')[2] ?? ''
    const question = await helper.follow(await helper.follow(begun))
    const action = `/requests/${reference}/form/violations`
    await helper.submit(question, action, { violations: violation })
    const check = await helper.get(`/requests/${reference}/check`)
    await helper.submit(check, `/requests/${reference}/submit`)
    await test.runJobs()
    const page = await helper.get(`/requests/${reference}?lang=en`)
    const pay = /action="(\/bills\/[^"]+\/pay)"/.exec(page.body)?.[1] ?? ''
    const off = await helper.submit(page, pay)
    expect(off.headers.location).toContain('https://biller.test/pay/')
    const types = (await delegationLog(db, giver.person, id)).map((one) => one.type)
    expect(types.slice(0, 3)).toEqual(['request.pay', 'request.submit', 'request.start'])
    const told = (await inbox(db, giver.person, { limit: 20 })).map((one) => one.body.en).join()
    expect(told).toContain(reference)
    expect(told).toContain('Sent a request for you')
    expect((await giver.get(`/requests/${reference}?lang=en`)).body).toContain('By a delegate')
    expect((await giver.get(`/delegations/given/${id}?lang=en`)).body).toContain('Sent a request for you')
    expect((await giver.get('/access?lang=en')).body).toContain('Sent a request for you')
    expect((await helper.get('/requests')).body).toContain(reference)
    await test.runJobs()
    expect(await verifyChain(db)).toMatchObject({ ok: true })
  })

  it('cut a delegate off at the very next page', async () => {
    const [giver, helper] = [await person(), await person()]
    const id = await between(giver, helper)
    await enter(helper, id)
    expect((await helper.get('/services/query-total-violations')).statusCode).toBe(200)
    const log = await giver.get(`/delegations/given/${id}?lang=en`)
    expect(log.body).toContain('Began to act for you')
    expect(log.body).not.toContain(`Began to act for you: `)
    await giver.submit(await giver.get(`/delegations/given/${id}`), `/delegations/${id}/end`)
    const next = await helper.get('/services/query-total-violations?lang=en')
    expect(next.statusCode).toBe(403)
    expect(next.body).toContain('is over. Nothing more can be done for them')
    // The inquiry that was open: no form of nothing, but why.
    const inquiry = await helper.get('/services/query-traffic-violations?lang=en')
    expect(inquiry.statusCode).toBe(403)
    expect(inquiry.body).toContain('or your delegation is over')
    expect((await helper.get('/?lang=en')).body).toContain('Go back to your own account')
    await helper.submit(next, '/acting/stop')
    expect((await helper.get('/inbox')).statusCode).toBe(200)
    const again = await startActing(platform, helper.by, id)
    expect(again).toMatchObject({ ok: false, error: { code: 'not-found' } })
  })
})
