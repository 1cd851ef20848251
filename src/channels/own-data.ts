import { dayOf } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { ActObject } from '#platform/accounts/require-confirmed.ts'
import { record } from '#platform/audit/record.ts'
import type { Principal } from '#platform/authority/principal.ts'
import { heldOn } from '#platform/catalogue/holding.ts'
import { transact } from '#platform/database/transact.ts'
import type { Platform } from '#platform/platform.ts'
import { presentBlock } from './api/value.ts'

/** Taking everything that is held on oneself along, as it is confirmed. */
export const exportOwn: ActObject = {
  id: 'own',
  says: { ar: 'تنزيل كل بياناتك', en: 'download all your data' },
  page: '/account/data',
}

/** What the registers hold on a person, as a file that programs read; that it was taken is in their log. */
export async function ownData(
  { db, clock, vault, catalogue }: Pick<Platform, 'db' | 'clock' | 'vault' | 'catalogue'>,
  by: Extract<Principal, { kind: 'person' }>,
): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const at = clock.now()
  const today = dayOf(at)
  const person: PersonNumber = by.person
  const held = await heldOn(catalogue.holdings, { db, clock, today, vault }, person)
  await transact(db, (tx) =>
    record(tx, { subject: person, by, action: 'account.export-data', ground: 'self', at }),
  )
  const groups = held.map(({ title, blocks }) => ({ title, blocks: blocks.map(presentBlock) }))
  const text = JSON.stringify({ madeAt: at.toISOString(), person, groups }, null, 2)
  return { name: `diwan-data-${today}.json`, bytes: Buffer.from(text) }
}
