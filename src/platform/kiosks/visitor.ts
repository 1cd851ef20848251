import { type Mobile, maskMobile } from '#kernel/mobile.ts'
import { maskPersonNumber, type PersonNumber } from '#kernel/person-number.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import type { Text } from '#kernel/text.ts'
import type { AccountState } from '#platform/accounts/account-tables.ts'
import type { Principal } from '#platform/authority/principal.ts'
import { findPerson } from '#platform/people/person.ts'
import type { Platform } from '#platform/platform.ts'
import type { Problem } from '#platform/problem.ts'
import { kioskProblems } from './problems.ts'
import type { KioskSession } from './session.ts'
import './tables.ts'

/** Who stands at the device, as far as the page shows it. */
export interface KioskVisitor {
  readonly by: Extract<Principal, { kind: 'person' }>
  readonly person: PersonNumber
  readonly name: Text
  /** Masked. */
  readonly number: string
  /** `none`: not registered yet. */
  readonly account: AccountState | 'none'
  /** Masked: of the account, else of the register. */
  readonly mobile: string | undefined
}

/** The person whose finger has matched in this session. */
export async function kioskVisitor(
  { db, vault }: Pick<Platform, 'db' | 'vault'>,
  session: KioskSession,
): Promise<Result<KioskVisitor, Problem>> {
  const { person } = session
  if (person === undefined) return err(kioskProblems.identifyFirst)
  const holder = await findPerson(db, person)
  if (!holder?.alive) return err(kioskProblems.notEnrolled)
  const account = await db
    .selectFrom('account')
    .select(['state', 'mobile'])
    .where('person_id', '=', person)
    .executeTakeFirst()
  // Sealed after it was parsed.
  const mobile = account ? (vault.open(account.mobile) as Mobile) : holder.registeredMobile
  return ok({
    by: {
      kind: 'person',
      person,
      account: account?.state === 'activated' ? 'activated' : 'registered',
      session: session.id,
    },
    person,
    name: holder.name,
    number: maskPersonNumber(person),
    account: account?.state ?? 'none',
    mobile: mobile && maskMobile(mobile),
  })
}
