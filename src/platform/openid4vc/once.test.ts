import { expect, it } from 'vitest'
import { aHolder, anAccount } from '#tests/support/accounts.ts'
import { aCarrier } from '#tests/support/carrying.ts'
import { testPlatform } from '#tests/support/database.ts'
import { aPerson } from '#tests/support/people.ts'
import { race } from '#tests/support/race.ts'
import { carriedOf } from './carried.ts'

it('of several that prove their key over one nonce at once, one takes the document', async () => {
  const test = await testPlatform()
  const { platform, db, pool } = test
  const person = await aPerson(db)
  await anAccount(platform, person)
  const { by } = await aHolder(platform, person)
  const carrier = await aCarrier(test, by)
  const tokens = [await carrier.token(), await carrier.token(), await carrier.token()]
  const proof = await carrier.prove()
  const asked = await race(pool, 'credential_nonce', tokens.length, (at) =>
    carrier.take(tokens[at] ?? '', proof),
  )
  expect(asked.map((one) => one.ok || one.error.error).sort()).toEqual([
    'invalid_nonce',
    'invalid_nonce',
    true,
  ])
  expect(await carriedOf(platform, by, carrier.licence.id)).toHaveLength(1)
})
