import { expect, it } from 'vitest'
import { deviceLost } from '#platform/accounts/lost-device.ts'
import { suspendOwn } from '#platform/accounts/suspend.ts'
import { transact } from '#platform/database/transact.ts'
import { aHolder, anAccount } from '#tests/support/accounts.ts'
import { testPlatform } from '#tests/support/database.ts'
import { noCatalogue } from '#tests/support/no-catalogue.ts'
import { aPerson } from '#tests/support/people.ts'
import './tables.ts'

const { platform, db, clock } = await testPlatform({ catalogue: noCatalogue })

async function connected() {
  const person = await aPerson(db)
  await anAccount(platform, person)
  const at = clock.now()
  await db
    .insertInto('site_consent')
    .values({
      person_id: person,
      client_id: 'a-hospital',
      scopes: ['openid'],
      given_at: at,
      ends_at: new Date(at.getTime() + 86_400_000),
      used_at: null,
    })
    .execute()
  return aHolder(platform, person)
}
const sitesOf = ({ by }: Awaited<ReturnType<typeof connected>>) =>
  db.selectFrom('site_consent').select('client_id').where('person_id', '=', by.person).execute()

it('no site is let in unasked once an account was stopped, whoever had let it in', async () => {
  const [mine, theirs] = [await connected(), await connected()]
  expect((await suspendOwn(platform, mine.by)).ok).toBe(true)
  expect(await sitesOf(mine)).toEqual([])
  expect(await sitesOf(theirs)).toHaveLength(1)
})

it('one lost device leaves the sites as they are', async () => {
  const mine = await connected()
  const lost = { person: mine.by.person, device: 'its-hash', by: mine.by, at: clock.now() }
  await transact(db, (tx) => deviceLost(tx, platform, lost))
  expect(await sitesOf(mine)).toHaveLength(1)
})
