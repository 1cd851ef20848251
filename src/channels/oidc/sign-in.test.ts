import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { PersonNumber } from '#kernel/person-number.ts'
import { accessLog } from '#platform/audit/access-log.ts'
import { anAccount } from '#tests/support/accounts.ts'
import { aPerson } from '#tests/support/people.ts'
import { aBrowser, aListeningPortal, aSite, signInAt, type TestSite } from '#tests/support/site.ts'

const portal = await aListeningPortal()
let person: PersonNumber
let clinic: TestSite
let school: TestSite

beforeAll(async () => {
  clinic = await aSite(portal, { clientId: 'clinic', scopes: ['profile', 'adult'], consentDays: 30 })
  school = await aSite(portal, { clientId: 'school', scopes: [] })
})

beforeEach(async () => {
  person = await aPerson(portal.db)
  await anAccount(portal.platform, person)
})

afterEach(() => void vi.useRealTimers())

/** Moves the machine's clock, which the protocol reads. */
const later = (seconds: number): void =>
  void vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + seconds * 1000 })

describe('signing in to another site', () => {
  it('asks what may be shared, shows it, and hands over that and no more', async () => {
    const browser = await aBrowser(portal, person)
    const way = await clinic.begin({ ui_locales: 'en' })
    const asked = await browser.open(way.url)
    expect(asked.body).toContain('Sign in to The site clinic')
    expect(asked.body).toContain('Salem Majid Omar Alrayhani')
    expect(asked.body).not.toContain(person)
    const landed = await browser.submit(asked, { decision: 'allow' })
    expect(landed.url.startsWith(`${clinic.redirectUri}?code=`)).toBe(true)

    const tokens = await way.finish(landed.url)
    const claims = tokens.claims()
    expect(claims).toMatchObject({ aud: 'clinic', acr: 'urn:diwan:assurance:two-factors' })
    expect(claims?.sub).not.toContain(person)
    expect(Object.keys(claims ?? {})).not.toContain('name')
    expect(tokens.token_type).toBe('dpop')
    expect(tokens.refresh_token).toBeUndefined()
    expect(await clinic.userInfo(tokens.access_token, claims?.sub ?? '')).toEqual({
      sub: claims?.sub,
      name: 'سالم ماجد عمر الريحاني',
      'name#en': 'Salem Majid Omar Alrayhani',
      age_over_18: true,
    })
    const [read] = await accessLog(portal.db, person)
    expect(read).toMatchObject({ action: 'site.read', about: 'profile adult', who: { kind: 'partner' } })
  })

  it('knows a person by another name at every site, and by the same at each', async () => {
    const browser = await aBrowser(portal, person)
    const [first, again, elsewhere] = [
      await signInAt(clinic, browser),
      await signInAt(clinic, await aBrowser(portal, person)),
      await signInAt(school, browser),
    ]
    expect(again.claims.sub).toBe(first.claims.sub)
    expect(elsewhere.claims.sub).not.toBe(first.claims.sub)
    expect(await school.userInfo(elsewhere.accessToken, elsewhere.claims.sub)).toEqual({
      sub: elsewhere.claims.sub,
    })
  })

  it('asks once, and again when the consent has ended or more is asked', async () => {
    const browser = await aBrowser(portal, person)
    await signInAt(clinic, browser)
    expect((await browser.open((await clinic.begin()).url)).status).toBe(0)
    expect((await browser.open((await clinic.begin({ prompt: 'consent' })).url)).status).toBe(200)
    later(31 * 24 * 60 * 60)
    await browser.signIn(person)
    const page = await browser.open((await clinic.begin()).url)
    expect(page.body).toContain('name="decision"')
  })

  it('keeps a smaller consent to what was granted, and asks when a site wants more', async () => {
    const browser = await aBrowser(portal, person)
    const little = await clinic.begin({ scope: 'openid adult' })
    const tokens = await little.finish(
      (await browser.submit(await browser.open(little.url), { decision: 'allow' })).url,
    )
    const sub = tokens.claims()?.sub ?? ''
    expect(await clinic.userInfo(tokens.access_token, sub)).toEqual({ sub, age_over_18: true })
    expect((await browser.open((await clinic.begin()).url)).body).toContain('name="decision"')
  })

  it('tells the site when the person does not agree, and remembers nothing', async () => {
    const browser = await aBrowser(portal, person)
    const asked = await browser.open((await clinic.begin()).url)
    const landed = await browser.submit(asked, { decision: 'refuse' })
    expect(new URL(landed.url).searchParams.get('error')).toBe('access_denied')
    expect((await browser.open((await clinic.begin()).url)).body).toContain('name="decision"')
  })

  it('leads through the portal’s own sign-in, and back', async () => {
    const browser = await aBrowser(portal)
    const way = await clinic.begin()
    const page = await browser.open(way.url)
    const next = new URL(page.url).searchParams.get('next') ?? ''
    expect(new URL(page.url).pathname).toBe('/sign-in')
    expect(next).toMatch(/^\/oidc\/interaction\/[\w-]+\?in=1$/)
    await browser.signIn(person)
    const asked = await browser.afterForm(next)
    expect(asked.body).toContain('name="decision"')
    await way.finish((await browser.submit(asked, { decision: 'allow' })).url)
  })

  it('comes out of the sign-in form where no question is left, past the rule that forms stay here', async () => {
    await signInAt(clinic, await aBrowser(portal, person))
    const browser = await aBrowser(portal)
    const way = await clinic.begin()
    const page = await browser.open(way.url)
    await browser.signIn(person)
    const next = new URL(page.url).searchParams.get('next') ?? ''
    await way.finish((await browser.afterForm(next)).url)
  })

  it('says so instead of asking when the site wants no questions', async () => {
    const errorOf = async (browser: Awaited<ReturnType<typeof aBrowser>>) =>
      new URL((await browser.open((await clinic.begin({ prompt: 'none' })).url)).url).searchParams.get(
        'error',
      )
    expect(await errorOf(await aBrowser(portal))).toBe('login_required')
    const browser = await aBrowser(portal, person)
    await signInAt(school, browser)
    expect(await errorOf(browser)).toBe('consent_required')
  })

  it('tells a site that means somebody else', async () => {
    const theirs = await signInAt(clinic, await aBrowser(portal, person))
    const other = await aPerson(portal.db)
    await anAccount(portal.platform, other)
    const way = await clinic.begin({ id_token_hint: theirs.idToken })
    const { url } = await (await aBrowser(portal, other)).open(way.url)
    expect(new URL(url).searchParams.get('error')).toBe('login_required')
  })

  it('wants an account whose holder is proven', async () => {
    await portal.db
      .updateTable('account')
      .set({ state: 'registered' })
      .where('person_id', '=', person)
      .execute()
    const browser = await aBrowser(portal)
    await browser.signIn(person, 'registered')
    const page = await browser.open((await clinic.begin()).url)
    expect(page.status).toBe(403)
    expect(page.body).toContain('href="/activate"')
  })

  it('is nobody else’s: without the browser’s cookie, or after another person came, it is over', async () => {
    const browser = await aBrowser(portal, person)
    const asked = await browser.open((await clinic.begin()).url)
    expect((await (await aBrowser(portal, person)).open(asked.url)).status).toBe(409)
    const other = await aPerson(portal.db)
    await anAccount(portal.platform, other)
    await browser.signIn(other)
    expect((await browser.open(asked.url)).status).toBe(409)
  })
})

describe('a fresh sign-in', () => {
  const again = async (params: Record<string, string>) => {
    const browser = await aBrowser(portal, person)
    const before = await signInAt(clinic, browser)
    later(120)
    const way = await clinic.begin(params)
    const page = await browser.open(way.url)
    return { browser, before, way, page }
  }

  it.each([{ prompt: 'login' }, { max_age: '60' }])(
    'is asked for by %o, and then is there',
    async (params) => {
      const { browser, before, way, page } = await again(params)
      expect(page.body).toContain('/again"')
      expect((await browser.submit(page)).url).toContain('/sign-in?next=')
      later(1)
      await browser.signIn(person)
      const tokens = await way.finish((await browser.open(page.url)).url, 60)
      expect(Number(tokens.claims()?.auth_time)).toBeGreaterThan(Number(before.claims.auth_time) + 60)
    },
  )

  it('is not there by coming back without one', async () => {
    const { browser, page } = await again({ prompt: 'login' })
    expect((await browser.open(page.url)).body).toContain('/again"')
  })

  it('is not asked for when the last one is young enough', async () => {
    const { page, way } = await again({ max_age: '600' })
    await way.finish(page.url, 600)
  })
})
