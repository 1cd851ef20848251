import { type HolderNumber, isEstablishment } from '#kernel/holder-number.ts'
import type { Iban } from '#kernel/iban.ts'
import { newId } from '#platform/database/ids.ts'
import type { Tx } from '#platform/database/tables.ts'
import type { Vault } from '#platform/database/vault.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import { notify } from '#platform/notices/notify.ts'
import { post } from './ledger.ts'
import { shares } from './lines.ts'
import { type Heard, lockBill } from './lock.ts'
import { raiseTrouble } from './trouble.ts'

/**
 * Pays what a bill holds in escrow to whom it was held for, once. Throws when the bill is not paid or
 * holds nothing: the caller releases only what it knows is there.
 */
export async function payOut(
  tx: Tx,
  vault: Vault,
  it: { payer: HolderNumber; bill: string; to: HolderNumber; iban: Iban; at: Date },
): Promise<void> {
  const bill = await lockBill(tx, it.payer, it.bill)
  const amount = shares(bill.lines).escrow
  if (!amount || bill.state !== 'paid') throw new Error(`bill ${it.bill} holds nothing to pay out`)
  const id = newId(it.at)
  const asked = await tx
    .insertInto('payout')
    .values({
      person_id: it.to,
      id,
      payer_id: it.payer,
      bill_id: it.bill,
      iban: vault.seal(it.iban),
      amount,
      state: 'asked',
      asked_at: it.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!asked) return
  await tx.insertInto('payment_owner').values({ id, person_id: it.to }).execute()
  await post(
    tx,
    { person: it.payer, bill: it.bill, posting: `escrow-released:${it.bill}`, at: it.at },
    {
      escrow: amount,
      'payable-to-seller': -amount,
    },
  )
  await enqueue(tx, payoutJob(it.to, id))
}

const payoutJob = (person: HolderNumber, payout: string) => ({
  task: 'payments.payout',
  payload: { person, payout },
  key: `payments.payout:${payout}`,
})

const lockPayout = (tx: Tx, it: Heard) =>
  tx
    .selectFrom('payout')
    .selectAll()
    .where('person_id', '=', it.person)
    .where('id', '=', it.id)
    .forUpdate()
    .executeTakeFirstOrThrow()

/** The money is in the seller's account. */
export async function payoutSettled(tx: Tx, it: Heard): Promise<void> {
  const payout = await lockPayout(tx, it)
  if (payout.state === 'settled') return
  await tx
    .updateTable('payout')
    .set({ state: 'settled', settled_at: it.at })
    .where('person_id', '=', it.person)
    .where('id', '=', it.id)
    .execute()
  await post(
    tx,
    { person: payout.payer_id, bill: payout.bill_id, posting: `paid-out:${it.id}`, at: it.at },
    {
      'payable-to-seller': payout.amount,
      'cash-at-provider': -payout.amount,
    },
  )
}

/** The bank refused the account: the money stays owed, the seller and an operator are told. */
export async function payoutFailed(tx: Tx, it: Heard): Promise<void> {
  const payout = await lockPayout(tx, it)
  if (payout.state !== 'asked') return
  await tx
    .updateTable('payout')
    .set({ state: 'failed' })
    .where('person_id', '=', it.person)
    .where('id', '=', it.id)
    .execute()
  await raiseTrouble(tx, {
    kind: 'payout-failed',
    payment: it.id,
    person: it.person,
    amount: payout.amount,
    at: it.at,
  })
  // A company outside has no inbox here: the operator of the platform sees to it.
  if (isEstablishment(it.person)) return
  await notify(tx, {
    to: it.person,
    key: `payout-failed:${it.id}:${it.at.toISOString()}`,
    title: { ar: 'تعذّر إيداع مبلغك', en: 'We could not pay you' },
    body: {
      ar: 'لم يقبل المصرف رقم الآيبان الذي أعطيتنا إياه. المبلغ محفوظ لك، وسيتواصل معك موظف لتعطيه رقمًا آخر.',
      en: 'The bank did not accept the IBAN that you gave us. Your money is kept for you, and an officer will ask you for another one.',
    },
    sms: true,
    at: it.at,
  })
}

/** Tries a payout that failed again, to another account. False when there is none to try. */
export async function retryPayOut(
  tx: Tx,
  vault: Vault,
  it: { to: HolderNumber; payout: string; iban: Iban },
): Promise<boolean> {
  const changed = await tx
    .updateTable('payout')
    .set({ state: 'asked', iban: vault.seal(it.iban) })
    .where('person_id', '=', it.to)
    .where('id', '=', it.payout)
    .where('state', '=', 'failed')
    .returning('id')
    .executeTakeFirst()
  if (changed) await enqueue(tx, payoutJob(it.to, it.payout))
  return changed !== undefined
}
