import { beforeEach, describe, expect, it } from 'vitest'
import { tokenHash } from '#platform/accounts/token.ts'
import { testPlatform } from '#tests/support/database.ts'
import { noCatalogue } from '#tests/support/no-catalogue.ts'
import { freshNumber } from '#tests/support/people.ts'
import { artifactStore, endOpSession, revokeSite } from './artifact.ts'

const { platform, db, clock } = await testPlatform({ catalogue: noCatalogue })
const person = freshNumber()
const store = (kind: string) => artifactStore(platform, kind)

beforeEach(async () => {
  await db.deleteFrom('oidc_artifact').execute()
})

const code = { accountId: person, clientId: 'clinic', grantId: 'grant', sessionUid: 'session' }
const count = async () => (await db.selectFrom('oidc_artifact').select('id').execute()).length

describe('what the provider has to remember', () => {
  it('is found by what opens it, until it runs out', async () => {
    await store('AuthorizationCode').upsert('secret', { ...code, jti: 'secret' }, 60)
    expect(await store('AuthorizationCode').find('secret')).toEqual({ ...code, jti: 'secret' })
    expect(await store('AccessToken').find('secret')).toBeUndefined()
    clock.advance({ seconds: 60 })
    expect(await store('AuthorizationCode').find('secret')).toBeUndefined()
  })

  it('is used once, whoever comes at the same time, and the grant goes with the second', async () => {
    await store('Grant').upsert('grant', { accountId: person, clientId: 'clinic' }, 60)
    await store('AccessToken').upsert('token', code, 60)
    await store('AuthorizationCode').upsert('secret', code, 60)
    const tries = await Promise.allSettled(
      Array.from({ length: 8 }, () => store('AuthorizationCode').consume('secret')),
    )
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await count()).toBe(0)
  })

  it('stays used when it is kept again', async () => {
    await store('AuthorizationCode').upsert('secret', code, 60)
    await store('AuthorizationCode').consume('secret')
    await store('AuthorizationCode').upsert('secret', code, 60)
    expect(await store('AuthorizationCode').find('secret')).toHaveProperty('consumed')
  })

  it('goes with its grant, its session, or its site', async () => {
    const ends = [
      () => store('AccessToken').revokeByGrantId('grant'),
      () => endOpSession(db, tokenHash('session')),
      () => revokeSite(db, person, 'clinic'),
    ]
    for (const end of ends) {
      await store('AccessToken').upsert('token', code, 60)
      await store('AccessToken').upsert(
        'other',
        { ...code, clientId: 'x', grantId: 'x', sessionUid: 'x' },
        60,
      )
      await end()
      expect(await store('AccessToken').find('token')).toBeUndefined()
      expect(await store('AccessToken').find('other')).toBeDefined()
    }
  })
})

describe('a proof', () => {
  it('is taken once while it could be shown again, and its name is free afterwards', async () => {
    const take = () => store('ReplayDetection').upsert('jti', {}, 60)
    const tries = await Promise.allSettled([take(), take(), take()])
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    clock.advance({ seconds: 61 })
    await take()
  })
})
