import { type Day, dayOf } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { transact } from '#platform/database/transact.ts'
import { linkCustody } from '#platform/people/custody.ts'
import type { CourtMatter } from '#platform/people/matter.ts'
import { enterDeed } from '#sectors/justice/registry/deeds.ts'
import type { TestPlatform } from './platform.ts'

let serial = 1_000_000

export interface DeedOptions {
  readonly child: PersonNumber
  readonly holder: PersonNumber
  /** Everything, when absent. */
  readonly grants?: readonly CourtMatter[]
  readonly withdraws?: readonly CourtMatter[]
  readonly forbidsTravel?: boolean
  readonly from?: Day
  readonly until?: Day
  /** Already linked, so that it holds, unless told otherwise. */
  readonly linked?: boolean
}

/** A custody deed in the courts’ registry; answers its number. */
export async function aDeed(
  { db, clock }: Pick<TestPlatform, 'db' | 'clock'>,
  it: DeedOptions,
): Promise<string> {
  const number = `47${serial++}`
  const at = clock.now()
  const today = dayOf(at)
  await transact(db, async (tx) => {
    await enterDeed(tx, {
      child: it.child,
      number,
      holder: it.holder,
      grants: it.grants ?? ['passport', 'travel', 'residence'],
      withdraws: it.withdraws ?? [],
      forbidsTravel: it.forbidsTravel ?? false,
      from: it.from ?? today,
      until: it.until,
      court: { ar: 'محكمة الأحوال الشخصية', en: 'Personal Status Court' },
      issuedOn: today,
      source: 'test-courts',
      at,
    })
    if (it.linked ?? true) await linkCustody(tx, { child: it.child, number, at })
  })
  return number
}
