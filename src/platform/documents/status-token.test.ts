import { inflateSync } from 'node:zlib'
import { importJWK, jwtVerify } from 'jose'
import { expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import { system } from '#platform/authority/principal.ts'
import { discover } from '#platform/catalogue/discover.ts'
import { createLanterns } from '#platform/fixtures/lanterns/registry.ts'
import { testPlatform } from '#tests/support/database.ts'
import { aPerson } from '#tests/support/people.ts'
import { restore, revoke, suspend } from './change-state.ts'
import { drawDocument } from './draw.ts'
import { publicKeySet } from './keys/trust-list.ts'
import { stateAt } from './status-list.ts'
import { statusToken } from './status-token.ts'

it('is signed by a key of the trust list, and says of a document that was revoked just that', async () => {
  const { platform, db, clock } = await testPlatform({
    catalogue: await discover(new URL('../fixtures', import.meta.url).pathname),
  })
  await createLanterns(db)
  const person = await aPerson(db)
  await db
    .insertInto('lantern')
    .values({ person_id: person, id: 'L1', lit: true, held: false, valid_until: day('2027-01-01') })
    .execute()
  const definition = platform.catalogue.document('lantern-licence')
  const drawn = definition && (await drawDocument(platform, definition, person, 'L1'))
  if (!drawn) throw new Error('nothing drawn')
  const { list, place } = await db
    .selectFrom('document_status')
    .select(['list', 'place'])
    .where('document_id', '=', drawn.id)
    .executeTakeFirstOrThrow()

  const state = async (): Promise<number> => {
    const token = await statusToken(platform, list)
    if (!token) throw new Error('no token')
    const keys = publicKeySet(platform.issuers).keys
    const { payload } = await jwtVerify(
      token.bytes,
      ({ kid, alg }) => importJWK(keys.find((one) => one.kid === kid) ?? {}, alg),
      { typ: 'statuslist+jwt', currentDate: clock.now() },
    )
    const { lst, bits } = payload.status_list as { lst: string; bits: number }
    expect(bits).toBe(2)
    return stateAt(inflateSync(Buffer.from(lst, 'base64url')), place)
  }
  const ask = {
    person,
    id: drawn.id,
    reason: { ar: 'فُقدت', en: 'Lost' },
    by: system('test'),
    at: clock.now(),
  }
  expect(await state()).toBe(0)
  await db.transaction().execute((tx) => suspend(tx, ask))
  expect(await state()).toBe(2)
  await db.transaction().execute((tx) => restore(tx, ask))
  expect(await state()).toBe(0)
  await db.transaction().execute((tx) => revoke(tx, ask))
  expect(await state()).toBe(1)
  expect(await statusToken(platform, 999)).toBeUndefined()
})
