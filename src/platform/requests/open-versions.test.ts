import { expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import { discover } from '#platform/catalogue/discover.ts'
import { createLanterns } from '#platform/fixtures/lanterns/registry.ts'
import { testPlatform } from '#tests/support/database.ts'
import { noCatalogue } from '#tests/support/no-catalogue.ts'
import { aPerson } from '#tests/support/people.ts'
import { startDraft } from './draft.ts'
import { vanishedVersions } from './open-versions.ts'

it('names a version that open requests still need', async () => {
  const catalogue = await discover(new URL('../fixtures', import.meta.url).pathname)
  const { platform, db } = await testPlatform({ catalogue })
  await createLanterns(db)
  const person = await aPerson(db)
  await db
    .insertInto('lantern')
    .values({ person_id: person, id: 'L1', lit: true, held: false, valid_until: day('2027-01-01') })
    .execute()
  await startDraft(
    platform,
    { kind: 'person', person, account: 'activated', session: 's' },
    { service: 'hand-over-lantern', subject: 'L1', key: 'k' },
  )
  expect(await vanishedVersions(db, catalogue)).toEqual([])
  expect(await vanishedVersions(db, noCatalogue)).toEqual(['hand-over-lantern@1'])
})
