import { beforeAll, describe, expect, it } from 'vitest'
import type { PersonNumber } from '#kernel/person-number.ts'
import { anAccount } from '#tests/support/accounts.ts'
import { aPerson } from '#tests/support/people.ts'
import { aBrowser, aListeningPortal, aSite, signInAt, type TestSite } from '#tests/support/site.ts'

const portal = await aListeningPortal()
let person: PersonNumber
let clinic: TestSite
let school: TestSite

beforeAll(async () => {
  person = await aPerson(portal.db)
  await anAccount(portal.platform, person)
  clinic = await aSite(portal, { clientId: 'clinic', scopes: ['profile', 'adult'] })
  school = await aSite(portal, { clientId: 'school', scopes: [] })
})

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
  })
})
