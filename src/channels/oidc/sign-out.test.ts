import { createRemoteJWKSet, jwtVerify } from 'jose'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { PersonNumber } from '#kernel/person-number.ts'
import { OVERALL_MS, signOut } from '#platform/accounts/session.ts'
import { tasks } from '#platform/oidc/tasks.ts'
import { anAccount } from '#tests/support/accounts.ts'
import { aPerson } from '#tests/support/people.ts'
import { aBrowser, aListeningPortal, aSite, signInAt, type TestSite } from '#tests/support/site.ts'

const portal = await aListeningPortal()
const keys = createRemoteJWKSet(new URL(`${portal.origin}/oidc/jwks`))
let person: PersonNumber
let browser: Awaited<ReturnType<typeof aBrowser>>
let clinic: TestSite
let school: TestSite

beforeAll(async () => {
  clinic = await aSite(portal, { clientId: 'clinic' })
  school = await aSite(portal, { clientId: 'school', scopes: [] })
})

beforeEach(async () => {
  await portal.db.deleteFrom('site_session').execute()
  person = await aPerson(portal.db)
  await anAccount(portal.platform, person)
  browser = await aBrowser(portal, person)
  clinic.told.length = school.told.length = 0
})

afterEach(() => void vi.useRealTimers())

/** What a site was told, as it verifies it (OpenID Connect Back-Channel Logout, section 2.6). */
async function toldTo(site: TestSite) {
  return Promise.all(
    site.told.map(async (token) => {
      const { payload } = await jwtVerify(token, keys, {
        issuer: portal.origin,
        audience: site.clientId,
        typ: 'logout+jwt',
        algorithms: ['ES256'],
      })
      expect(payload).toMatchObject({ events: { 'http://schemas.openid.net/event/backchannel-logout': {} } })
      expect(payload.nonce).toBeUndefined()
      return { sub: payload.sub, sid: payload.sid }
    }),
  )
}

/** The minute's look for sessions that ended, and the calls that follow. */
async function aMinuteLater() {
  await tasks['oidc.follow-sign-outs']?.(portal.platform, {}, { last: false })
  await portal.runJobs()
}

const portalToken = () => browser.jar.get('diwan-session')?.value ?? ''
const works = (site: TestSite, held: Awaited<ReturnType<typeof signInAt>>) =>
  site.userInfo(held.accessToken, held.claims.sub).then(
    () => true,
    () => false,
  )

describe('signing out of the portal', () => {
  it('signs out of every site, and tells each in a way that it can verify', async () => {
    const [here, there] = [await signInAt(clinic, browser), await signInAt(school, browser)]
    await aMinuteLater()
    expect([clinic.told, school.told]).toEqual([[], []])
    expect([await works(clinic, here), await works(school, there)]).toEqual([true, true])

    await signOut(portal.platform, portalToken())
    await aMinuteLater()
    expect(await toldTo(clinic)).toEqual([{ sub: here.claims.sub, sid: here.claims.sid }])
    expect(await toldTo(school)).toEqual([{ sub: there.claims.sub, sid: there.claims.sid }])
    expect([await works(clinic, here), await works(school, there)]).toEqual([false, false])
    await aMinuteLater()
    expect(clinic.told).toHaveLength(1)
    expect(new URL((await browser.open((await clinic.begin()).url)).url).pathname).toBe('/sign-in')
  })

  it('reaches a site that was away at first', async () => {
    await signInAt(clinic, browser)
    await signOut(portal.platform, portalToken())
    clinic.mood.status = 503
    await tasks['oidc.follow-sign-outs']?.(portal.platform, {}, { last: false })
    expect((await portal.runJobs({ tolerant: true })).failed).toHaveLength(1)
    clinic.mood.status = 200
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3600_000 })
    await portal.runJobs()
    expect(clinic.told).toHaveLength(1)
  })

  it('is not what happens when the portal’s session merely runs out', async () => {
    await signInAt(clinic, browser)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + OVERALL_MS + 1000 })
    await portal.db.deleteFrom('session').where('person_id', '=', person).execute()
    await aMinuteLater()
    expect(clinic.told).toEqual([])
  })
})

it('another person at the same browser begins anew, and the first one’s sites are told', async () => {
  const held = await signInAt(clinic, browser)
  const other = await aPerson(portal.db)
  await anAccount(portal.platform, other)
  await browser.signIn(other)
  const theirs = await signInAt(clinic, browser)
  expect(theirs.claims.sub).not.toBe(held.claims.sub)
  await portal.runJobs()
  expect(await toldTo(clinic)).toEqual([{ sub: held.claims.sub, sid: held.claims.sid }])
  expect([await works(clinic, held), await works(clinic, theirs)]).toEqual([false, true])
})

describe('signing out at a site', () => {
  it('leaves that site alone when the person stays here', async () => {
    const [here, there] = [await signInAt(clinic, browser), await signInAt(school, browser)]
    const page = await browser.open(clinic.signOutUrl(here.idToken))
    expect(page.body).toContain('موقع clinic')
    expect((await browser.submit(page)).url).toBe(`${clinic.home}/signed-out?state=bye`)
    await aMinuteLater()
    expect(await toldTo(clinic)).toEqual([{ sub: here.claims.sub, sid: here.claims.sid }])
    expect([await works(clinic, here), await works(school, there)]).toEqual([false, true])
    expect((await browser.open('/account/sites')).status).toBe(200)
  })

  it('leaves the portal and every other site when the person says so', async () => {
    const [here, there] = [await signInAt(clinic, browser), await signInAt(school, browser)]
    const page = await browser.open(clinic.signOutUrl(here.idToken))
    await browser.submit(page, { logout: 'yes' })
    await aMinuteLater()
    expect(await toldTo(school)).toEqual([{ sub: there.claims.sub, sid: there.claims.sid }])
    expect([await works(clinic, here), await works(school, there)]).toEqual([false, false])
    expect(new URL((await browser.open('/account/sites')).url).pathname).toBe('/sign-in')
  })

  it('leads nowhere that the site did not register, and not by a forged page', async () => {
    const { idToken } = await signInAt(clinic, browser)
    const url = new URL(clinic.signOutUrl(idToken))
    url.searchParams.set('post_logout_redirect_uri', 'https://elsewhere.test/')
    expect((await browser.open(url.href)).status).toBe(400)
    const page = await browser.open(clinic.signOutUrl(idToken))
    expect((await browser.submit(page, { logout: 'yes', xsrf: 'guessed' })).status).toBe(400)
    expect((await browser.open('/account/sites')).status).toBe(200)
  })
})

describe('the list of connected sites', () => {
  it('says what each site sees, and since when', async () => {
    await signInAt(clinic, browser)
    const page = await browser.open('/account/sites?lang=en')
    expect(page.body).toContain('The site clinic')
    expect(page.body).toContain('Name')
    expect(page.body).not.toContain('The site school')
  })

  it('ends a connection: tokens, session and consent', async () => {
    const held = await signInAt(clinic, browser)
    const page = await browser.open('/account/sites')
    const after = await browser.submit(page, {}, '/account/sites/clinic/end')
    expect(after.url).toBe(`${portal.origin}/account/sites?ended=yes`)
    expect(after.body).not.toContain('موقع clinic')
    expect(await works(clinic, held)).toBe(false)
    await portal.runJobs()
    expect(await toldTo(clinic)).toEqual([{ sub: held.claims.sub, sid: held.claims.sid }])
    expect((await browser.open((await clinic.begin()).url)).body).toContain('name="decision"')
  })

  it('is each person’s own', async () => {
    await signInAt(clinic, browser)
    const other = await aPerson(portal.db)
    await anAccount(portal.platform, other)
    const theirs = await aBrowser(portal, other)
    const page = await theirs.open('/account/sites')
    expect(page.body).not.toContain('موقع clinic')
    expect((await (await aBrowser(portal)).open('/account/sites')).url).toContain('/sign-in')
  })
})

it('what has run out is swept away', async () => {
  await signInAt(clinic, browser)
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 400 * 24 * 3600_000 })
  await tasks['oidc.sweep']?.(portal.platform, {}, { last: false })
  for (const table of ['oidc_artifact', 'site_session', 'site_consent'] as const)
    expect(await portal.db.selectFrom(table).selectAll().execute()).toEqual([])
})
