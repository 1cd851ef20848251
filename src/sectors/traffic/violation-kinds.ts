import type { Day } from '#kernel/day.ts'
import type { Halalas } from '#kernel/money.ts'
import type { Text } from '#kernel/text.ts'
import { amountOn } from '#platform/catalogue/rate.ts'
import rates from './rates.ts'

type FineName = Extract<keyof typeof rates, `fine-${string}`>
export type ViolationKind = FineName extends `fine-${infer K}` ? K : never

/** Points, and whether the offence is grave and so never reduced (row 76). All [assumed]. */
const weights: Readonly<Record<ViolationKind, { readonly points: number; readonly grave: boolean }>> = {
  'speeding-10': { points: 1, grave: false },
  'speeding-20': { points: 2, grave: false },
  'speeding-30': { points: 4, grave: false },
  'speeding-40': { points: 6, grave: false },
  'speeding-50': { points: 8, grave: true },
  'red-light': { points: 12, grave: true },
  'wrong-way': { points: 12, grave: true },
  'mobile-phone': { points: 2, grave: false },
  'seat-belt': { points: 2, grave: false },
  'no-parking': { points: 0, grave: false },
}

export interface Tariff {
  readonly amount: Halalas
  readonly points: number
  readonly grave: boolean
}

/** What a kind of violation costs when committed on a day. */
export const tariffOn = (kind: ViolationKind, on: Day): Tariff => ({
  amount: amountOn(`fine-${kind}`, rates[`fine-${kind}`], on),
  ...weights[kind],
})

/** The name of a violation; a kind that the tariff no longer has keeps its key. */
export function violationTitle(kind: string): Text {
  const name = `fine-${kind}`
  return name in rates ? rates[name as FineName].title : { ar: kind, en: kind }
}

/** The kind of a speed over the limit, in km/h; nothing below 10. */
export function speedingKind(speed: number, limit: number): ViolationKind | undefined {
  const over = speed - limit
  if (over < 10) return undefined
  if (over < 20) return 'speeding-10'
  if (over < 30) return 'speeding-20'
  if (over < 40) return 'speeding-30'
  return over < 50 ? 'speeding-40' : 'speeding-50'
}
