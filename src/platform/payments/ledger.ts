import { type RawBuilder, sql } from 'kysely'
import type { HolderNumber } from '#kernel/holder-number.ts'
import type { Db, Tx } from '#platform/database/tables.ts'

/** The accounts of the books. What is owed to somebody stands as a credit, so it is negative. */
export type Account =
  | 'payer-receivable'
  | 'cash-at-provider'
  | 'government-revenue'
  | 'platform-revenue'
  | 'vat-payable'
  | 'fines'
  | 'escrow'
  | 'payable-to-seller'
  | 'refund-payable'
  | 'suspense'

/** Halalas by account: a debit is positive, a credit negative. */
export type Amounts = Readonly<Partial<Record<Account, number>>>

/**
 * Books a transaction under the payer: all of it or nothing, and once, because the posting's name is
 * its key. Throws when debits and credits differ.
 */
export async function post(
  tx: Tx,
  it: { person: HolderNumber; bill: string; posting: string; at: Date },
  ...parts: readonly Amounts[]
): Promise<void> {
  const sums = new Map<Account, number>()
  // The keys of a record of accounts are accounts.
  for (const part of parts)
    for (const [account, amount] of Object.entries(part) as [Account, number][])
      sums.set(account, (sums.get(account) ?? 0) + amount)
  const rows = [...sums].filter(([, amount]) => amount !== 0)
  const rest = rows.reduce((sum, [, amount]) => sum + amount, 0)
  if (rest !== 0 || rows.length < 2) throw new Error(`the posting ${it.posting} does not balance`)
  await tx
    .insertInto('ledger_entry')
    .values(
      rows.map(([account, amount]) => ({
        person_id: it.person,
        posting: it.posting,
        account,
        amount,
        bill_id: it.bill,
        at: it.at,
      })),
    )
    .execute()
}

export const credit = (amounts: Amounts): Amounts =>
  Object.fromEntries(Object.entries(amounts).map(([account, amount]) => [account, -amount]))

export interface Balances {
  readonly accounts: Readonly<Record<string, number>>
  /** What does not agree, in words for an operator; empty when the books are right. */
  readonly mistakes: readonly string[]
}

/**
 * Reconciles the books with the bills, payments and payouts that they are about. Reads all persons:
 * for an operator and the nightly check, not for a page.
 */
export function ledgerBalances(db: Db): Promise<Balances> {
  // One snapshot: sums taken one after another never agree while people pay.
  return db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(balances)
}

async function balances(db: Db): Promise<Balances> {
  const sums = await sql<{ account: string; sum: number }>`
    select account, sum(amount)::bigint as sum from ledger_entry group by account`.execute(db)
  const accounts = Object.fromEntries(sums.rows.map((row) => [row.account, row.sum]))
  const uneven = await sql<{ posting: string }>`
    select posting from ledger_entry group by person_id, posting having sum(amount) <> 0`.execute(db)
  const mistakes = uneven.rows.map((row) => `${row.posting} does not balance`)
  for (const [account, expected] of Object.entries(await expectedBalances(db))) {
    const booked = accounts[account] ?? 0
    if (booked !== expected) mistakes.push(`${account} is ${booked}, the records say ${expected}`)
  }
  return { accounts, mistakes }
}

async function expectedBalances(db: Db): Promise<Amounts> {
  const sum = async (query: RawBuilder<Sum>) => (await query.execute(db)).rows[0]?.sum ?? 0
  const owed = await sum(sql`select coalesce(sum(total), 0)::bigint as sum from bill where state = 'due'`)
  const received = await sum(
    sql`select coalesce(sum(received), 0)::bigint as sum from payment where state in ('settled', 'refunding')`,
  )
  const refunds = await sum(
    sql`select coalesce(sum(received), 0)::bigint as sum from payment where state = 'refunding'`,
  )
  const payouts = await sum(
    sql`select coalesce(sum(amount), 0)::bigint as sum from payout where state <> 'settled'`,
  )
  const paid = await sum(
    sql`select coalesce(sum(amount), 0)::bigint as sum from payout where state = 'settled'`,
  )
  return {
    'payer-receivable': owed,
    'cash-at-provider': received - paid,
    'refund-payable': 0 - refunds,
    'payable-to-seller': 0 - payouts,
    suspense: 0,
  }
}

interface Sum {
  readonly sum: number
}
