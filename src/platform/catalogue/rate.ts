import type { Day } from '#kernel/day.ts'
import type { Halalas } from '#kernel/money.ts'
import type { Text } from '#kernel/text.ts'

/** Who a sum is for: decides the ledger account and whether VAT is in it. */
export type RateKind = 'government-fee' | 'platform-fee' | 'fine'

/** A fee or limit for a span of days. */
export interface DatedAmount {
  readonly validFrom: Day
  readonly validTo?: Day
  /** VAT included where the kind bears it (`platform-fee`: 15 %, register F-17). */
  readonly amount: Halalas
  /** The row of the register, or the law, with its mark [known] or [assumed]. */
  readonly source: string
}

export interface Rate {
  readonly title: Text
  readonly kind: RateKind
  /** "for each year"; absent: once. */
  readonly unit?: Text
  /** Newest last; spans never overlap. */
  readonly amounts: readonly DatedAmount[]
}

export type Rates = Readonly<Record<string, Rate>>

/** The rates of a sector: the default export of its `rates.ts`. Names are unique across sectors. */
export const rates = <R extends Rates>(it: R): R => it

/** The amount in force on a day; a gap is a mistake of the rates file. */
export function amountOn(name: string, rate: Rate, day: Day): Halalas {
  const found = rate.amounts.find((one) => one.validFrom <= day && (!one.validTo || day <= one.validTo))
  if (!found) throw new Error(`rate ${name} has no amount on ${day}`)
  return found.amount
}
