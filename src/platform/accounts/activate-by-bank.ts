import { type Mobile, maskMobile } from '#kernel/mobile.ts'
import { maskPersonNumber, type PersonNumber } from '#kernel/person-number.ts'
import { record } from '#platform/audit/record.ts'
import type { Principal } from '#platform/authority/principal.ts'
import { transact } from '#platform/database/transact.ts'
import { notify } from '#platform/notices/notify.ts'
import { findPerson } from '#platform/people/person.ts'
import type { Platform } from '#platform/platform.ts'
import { activate, lockAccount, mayActivate } from './activation.ts'
import type { ActivationChannel } from './activation-tables.ts'
import { acceptTerms } from './terms.ts'

/** What a bank vouches for after its customer signed in, read the terms and confirmed. */
export interface BankActivation {
  /** From the bank's own identification of its customer. */
  readonly person: PersonNumber
  /** The mobile that the bank holds. */
  readonly mobile: Mobile
  /** Mobile app, internet banking, teller machine: exactly three ways (register R-BNK-01). */
  readonly channel: Extract<ActivationChannel, 'bank-app' | 'bank-web' | 'atm'>
  /** The bank's number of this operation; sending it again is asking again. */
  readonly receipt: string
}

/** What the bank shows its customer; an activation carries the receipt's contents (register R-BNK-03). */
export type BankOutcome =
  | {
      readonly outcome: 'activated' | 'already-activated'
      readonly receipt: string
      readonly at: Date
      /** Masked. */
      readonly person: string
      /** Masked. */
      readonly mobile: string
    }
  /** The mobile at the bank is not the account's: the customer has it corrected, and tries again (R-BNK-05). */
  | { readonly outcome: 'mobile-mismatch' }
  /** No account that could be activated. */
  | { readonly outcome: 'not-registered' }

/** Activates an account on a bank's word (register activate-account-bank and 1.17). */
export async function activateByBank(
  { db, clock, vault, config }: Pick<Platform, 'db' | 'clock' | 'vault' | 'config'>,
  { person, mobile, channel, receipt }: BankActivation,
  by: Extract<Principal, { kind: 'partner' }>,
): Promise<BankOutcome> {
  const at = clock.now()
  const holder = await findPerson(db, person)
  if (!holder?.alive) return { outcome: 'not-registered' }
  return transact(db, async (tx): Promise<BankOutcome> => {
    const account = await lockAccount(tx, person)
    if (account === undefined || !(account.state === 'activated' || mayActivate(account)))
      return { outcome: 'not-registered' }
    if (account.mobileIndex !== vault.index(mobile)) {
      await record(tx, {
        subject: person,
        by,
        action: 'account.refuse',
        about: 'mobile-mismatch',
        ground: channel,
        at,
      })
      await notify(tx, {
        to: person,
        key: `bank-mobile-mismatch-${by.client}-${receipt}`,
        ...mismatch,
        sms: true,
        at,
      })
      return { outcome: 'mobile-mismatch' }
    }
    const shown = { person: maskPersonNumber(person), mobile: maskMobile(mobile) }
    if (account.state === 'activated') {
      const before = await tx
        .selectFrom('activation')
        .select(['receipt', 'at', 'client', 'client_receipt'])
        .where('person_id', '=', person)
        .orderBy('at', 'desc')
        .limit(1)
        .executeTakeFirstOrThrow()
      const same = before.client === by.client && before.client_receipt === receipt
      return {
        outcome: same ? 'activated' : 'already-activated',
        receipt: before.receipt,
        at: before.at,
        ...shown,
      }
    }
    const done = await activate(
      tx,
      config,
      { person_id: person, channel, client: by.client, client_receipt: receipt, at },
      by,
    )
    await acceptTerms(tx, person, 'activation', at)
    return { outcome: 'activated', receipt: done.receipt, at, ...shown }
  })
}

const mismatch = {
  title: { ar: 'لم يكتمل التفعيل من المصرف', en: 'Your bank could not activate your account' },
  body: {
    ar: 'ديوان: جوالك لدى المصرف يختلف عن جوال حسابك. حدّثه لدى المصرف ثم أعد المحاولة، أو فعّل عند موظف التفعيل.',
    en: 'Diwan: your bank holds another mobile than your account. Correct it at the bank and try again, or go to an activation officer.',
  },
}
