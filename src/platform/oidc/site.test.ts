import { exportJWK, generateKeyPair } from 'jose'
import { describe, expect, it } from 'vitest'
import { testPlatform } from '#tests/support/database.ts'
import { noCatalogue } from '#tests/support/no-catalogue.ts'
import { findSite, registerSite, removeSite, type Site } from './site.ts'

const { platform, db } = await testPlatform({ catalogue: noCatalogue })
const production = { db, config: { ...platform.config, mode: 'production' as const } }
const keys = await generateKeyPair('ES256', { extractable: true })
const site: Site = {
  clientId: 'clinic',
  name: { ar: 'عيادة', en: 'A clinic' },
  purpose: { ar: 'ليفتح ملفك', en: 'to open your file' },
  home: 'https://clinic.test',
  redirectUris: ['https://clinic.test/callback'],
  signOutUris: [],
  backChannel: undefined,
  jwks: { keys: [await exportJWK(keys.publicKey)] },
  scopes: ['profile'],
  consentDays: 30,
}

describe('a site', () => {
  it('is registered, changed, found and removed', async () => {
    await registerSite(production, site)
    expect(await findSite(db, 'clinic')).toEqual(site)
    await registerSite(production, { ...site, scopes: [] })
    expect((await findSite(db, 'clinic'))?.scopes).toEqual([])
    await removeSite(db, 'clinic')
    expect(await findSite(db, 'clinic')).toBeUndefined()
  })

  it('is refused with a private key, without TLS, with a fragment, or by no name', async () => {
    const refused: readonly Partial<Site>[] = [
      { jwks: { keys: [await exportJWK(keys.privateKey)] } },
      { redirectUris: ['http://clinic.test/callback'] },
      { redirectUris: ['https://clinic.test/callback#x'] },
      { backChannel: 'ftp://clinic.test' },
      { clientId: 'a clinic' },
    ]
    for (const wrong of refused)
      await expect(registerSite(production, { ...site, ...wrong })).rejects.toThrow()
  })
})
