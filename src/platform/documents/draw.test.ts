import { expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import { discover } from '#platform/catalogue/discover.ts'
import { createLanterns } from '#platform/fixtures/lanterns/registry.ts'
import { testPlatform } from '#tests/support/database.ts'
import { aPerson } from '#tests/support/people.ts'
import { drawDocument } from './draw.ts'
import { documentsOf } from './issued.ts'

it('draws what the registry says, keeps it while that holds, and draws nothing for somebody else', async () => {
  const { platform, db, clock } = await testPlatform({
    catalogue: await discover(new URL('../fixtures', import.meta.url).pathname),
  })
  await createLanterns(db)
  const keeper = await aPerson(db)
  await db
    .insertInto('lantern')
    .values({ person_id: keeper, id: 'L1', lit: true, held: false, valid_until: day('2027-01-01') })
    .execute()
  const definition = platform.catalogue.document('lantern-licence')
  if (!definition) throw new Error('missing')
  const first = await drawDocument(platform, definition, keeper, 'L1')
  const again = await drawDocument(platform, definition, keeper, 'L1')
  expect(again?.id).toBe(first?.id)
  clock.advance({ days: 30 })
  const later = await drawDocument(platform, definition, keeper, 'L1')
  expect(later?.id).not.toBe(first?.id)
  expect((await documentsOf(db, keeper)).map((one) => one.state)).toEqual(['valid', 'superseded'])
  expect(await drawDocument(platform, definition, await aPerson(db), 'L1')).toBeUndefined()
})
