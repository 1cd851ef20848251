import { type Halalas, halalas, plus, splitVat } from '#kernel/money.ts'
import type { Text } from '#kernel/text.ts'
import type { Account } from './ledger.ts'

export type LineKind = 'government-fee' | 'platform-fee' | 'fine' | 'escrow'

/** What is charged; the VAT of a platform fee is in its amount (register F-17). */
export interface BillLine {
  readonly title: Text
  readonly kind: LineKind
  readonly amount: Halalas
  /** The record that it pays off: a violation's number. */
  readonly record?: string
}

/** A line with its VAT apart. Government fees, fines and what is held for a seller bear none. */
export interface PricedLine extends BillLine {
  readonly net: Halalas
  readonly vat: Halalas
}

export function price(line: BillLine): PricedLine {
  if (!(line.amount > 0)) throw new Error('a line of a bill must cost something')
  if (line.kind !== 'platform-fee') return { ...line, net: line.amount, vat: halalas(0) }
  return { ...line, ...splitVat(line.amount) }
}

/** What the lines are worth to each account, as positive halalas. */
export function shares(lines: readonly PricedLine[]): Partial<Record<Account, Halalas>> {
  const sums: Partial<Record<Account, Halalas>> = {}
  const add = (account: Account, amount: Halalas) => {
    sums[account] = plus(sums[account] ?? halalas(0), amount)
  }
  for (const line of lines) {
    add(accountOf[line.kind], line.net)
    add('vat-payable', line.vat)
  }
  return sums
}

const accountOf = {
  'government-fee': 'government-revenue',
  'platform-fee': 'platform-revenue',
  fine: 'fines',
  escrow: 'escrow',
} as const satisfies Record<LineKind, Account>
