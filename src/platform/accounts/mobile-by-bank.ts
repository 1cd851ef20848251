import { randomBytes } from 'node:crypto'
import { type Day, dayOf } from '#kernel/day.ts'
import { hijriOf } from '#kernel/hijri.ts'
import { type Mobile, maskMobile } from '#kernel/mobile.ts'
import { maskPersonNumber, type PersonNumber } from '#kernel/person-number.ts'
import { newReference } from '#kernel/reference.ts'
import { record } from '#platform/audit/record.ts'
import type { Principal } from '#platform/authority/principal.ts'
import { transact } from '#platform/database/transact.ts'
import { findPerson } from '#platform/people/person.ts'
import type { Platform } from '#platform/platform.ts'
import { lockAccount } from './activation.ts'
import { replaceMobile } from './replace-mobile.ts'
import './mobile-by-bank-tables.ts'

/** What a bank vouches for: its customer, as it identified them, and the line on which it reaches them. */
export interface BankMobile {
  readonly person: PersonNumber
  /** From the bank's own identification of its customer. */
  readonly born: Day
  /** The mobile that the bank holds, and has reached its customer on. */
  readonly mobile: Mobile
  /** The bank's number of this operation; sending it again is asking again. */
  readonly receipt: string
}

export type BankMobileOutcome =
  | {
      readonly outcome: 'changed' | 'same-already'
      readonly receipt: string
      readonly at: Date
      /** Masked. */
      readonly person: string
      /** Masked. */
      readonly mobile: string
    }
  /** What the bank knows of its customer is not what the register holds, or there is no open account. */
  | { readonly outcome: 'not-matched' }

/**
 * Gives an account the mobile on which a bank reaches its customer (register bank-update-mobile): for who lost the
 * old line. The bank's identification and the register agree; both lines and the mail hear of it, and high-risk
 * acts wait 24 hours. A number without an account and one whose details differ are answered alike.
 */
export async function mobileByBank(
  platform: Pick<Platform, 'db' | 'clock' | 'vault' | 'config'>,
  { person, born, mobile, receipt: bankReceipt }: BankMobile,
  by: Extract<Principal, { kind: 'partner' }>,
): Promise<BankMobileOutcome> {
  const { db, clock, vault } = platform
  const at = clock.now()
  const holder = await findPerson(db, person)
  const shown = { person: maskPersonNumber(person), mobile: maskMobile(mobile) }
  return transact(db, async (tx): Promise<BankMobileOutcome> => {
    const account = holder?.alive ? await lockAccount(tx, person) : undefined
    if (account?.state !== 'registered' && account?.state !== 'activated') return { outcome: 'not-matched' }
    if (holder?.born !== born) {
      const entry = { subject: person, by, action: 'account.refuse', about: 'bank-mobile', ground: 'bank' }
      await record(tx, { ...entry, at })
      return { outcome: 'not-matched' }
    }
    const before = await tx
      .selectFrom('bank_mobile')
      .select(['receipt', 'at'])
      .where('person_id', '=', person)
      .where('client', '=', by.client)
      .where('client_receipt', '=', bankReceipt)
      .executeTakeFirst()
    if (before) return { outcome: 'changed', receipt: before.receipt, at: before.at, ...shown }
    const same = account.mobileIndex === vault.index(mobile)
    const receipt = newReference('MOB', hijriOf(dayOf(at)).year, randomBytes(8))
    await tx
      .insertInto('bank_mobile')
      .values({
        person_id: person,
        client: by.client,
        client_receipt: bankReceipt,
        receipt,
        mobile_index: vault.index(mobile),
        at,
      })
      .execute()
    await replaceMobile(platform, tx, { person, mobile, by, ground: 'bank' })
    return { outcome: same ? 'same-already' : 'changed', receipt, at, ...shown }
  })
}
