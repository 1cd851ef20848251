import { expect, it } from 'vitest'
import { accessLog } from '#platform/audit/access-log.ts'
import { record } from '#platform/audit/record.ts'
import { transact } from '#platform/database/transact.ts'
import { testPlatform } from '#tests/support/database.ts'
import { noCatalogue } from '#tests/support/no-catalogue.ts'
import { aPerson } from '#tests/support/people.ts'
import { withPartnerNames } from './access-names.ts'
import { registerClient } from './client.ts'

const { db, clock } = await testPlatform({ catalogue: noCatalogue })

it('a partner is named as it is called, one that is not registered by its id', async () => {
  const person = await aPerson(db)
  const name = { ar: 'مصرف الواحة', en: 'Oasis Bank' }
  await registerClient(db, { clientId: 'oasis', name, jwks: { keys: [] }, scopes: [] })
  for (const client of ['oasis', 'gone']) {
    const by = { kind: 'partner', client, scopes: [] } as const
    const what = { subject: person, by, action: 'bill.read', at: clock.now() }
    await transact(db, (tx) => record(tx, what))
  }
  const lines = await withPartnerNames(db, await accessLog(db, person))
  expect(lines.map(({ who }) => who.name.en).sort()).toEqual(['Oasis Bank', 'gone'])
})
