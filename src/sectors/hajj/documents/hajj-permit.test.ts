import { beforeAll, expect, it } from 'vitest'
import { dayOf } from '#kernel/day.ts'
import { type TestPlatform, testPlatform } from '#tests/support/database.ts'
import { drawn, followed, heldBy, tryDraw } from '#tests/support/documents.ts'
import { aHajjPermit } from '#tests/support/hajj.ts'
import { aPerson } from '#tests/support/people.ts'
import { seasonOn } from '../season.ts'

let test: TestPlatform
beforeAll(async () => {
  test = await testPlatform()
})

it('is the pilgrim’s alone, with their face, until the last day of the season', async () => {
  const pilgrim = await aPerson(test.db)
  const permit = await aHajjPermit(test, pilgrim)
  const season = seasonOn(dayOf(test.clock.now()))
  expect(await heldBy(test, pilgrim)).toEqual(['hajj-permit'])
  const card = await drawn(test, 'hajj-permit', pilgrim, permit)
  expect(card).toMatchObject({ validUntil: season.ends, content: { qr: { season: '1448' } } })
  expect(card.content.portrait).toBeDefined()
  expect(await tryDraw(test, 'hajj-permit', await aPerson(test.db), permit)).toBeUndefined()
})

it('of a season gone is not carried, and a cancelled one is taken back', async () => {
  const pilgrim = await aPerson(test.db)
  await aHajjPermit(test, pilgrim, { season: 1440, state: 'performed' })
  expect(await heldBy(test, pilgrim)).toEqual([])
  const permit = await aHajjPermit(test, pilgrim)
  await drawn(test, 'hajj-permit', pilgrim, permit)
  await test.db
    .updateTable('hajj_permit')
    .set({ state: 'cancelled' })
    .where('person_id', '=', pilgrim)
    .where('id', '=', permit)
    .execute()
  expect(await followed(test, pilgrim)).toEqual(['revoked'])
})
