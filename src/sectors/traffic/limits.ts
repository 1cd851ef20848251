import { type Day, day } from '#kernel/day.ts'

/** A number that a rule of the sector turns on, for a span of days. */
interface DatedLimit {
  readonly validFrom: Day
  readonly validTo?: Day
  readonly value: number
  /** The row of the register, with its mark [known] or [assumed]. */
  readonly source: string
}

const from2014 = (value: number, source: string): readonly DatedLimit[] => [
  { validFrom: day('2014-01-01'), value, source },
]

/** Numbers that change by decree, not by code. Newest last; spans never overlap. */
const limits = {
  /** Days before its expiry from which a licence can be renewed. */
  renewalOpensDays: from2014(180, 'renew-driving-licence [known S25]'),
  /** Days after its expiry without a late fee. */
  renewalGraceDays: from2014(60, 'renew-driving-licence [known S25]'),
  objectionDays: from2014(30, 'object-traffic-violation [known S28]'),
  paymentWindowDays: from2014(15, 'request-payment-extension, row 75 [known]'),
  reductionPercent: from2014(25, 'violation-reduction, row 76 [assumed]'),
  residentPrivateVehicles: from2014(2, 'F-10 [known S1]'),
  residentSeats: from2014(8, 'F-10 [known S1]'),
  /** Points within a year at which a licence is suspended. */
  suspensionPoints: from2014(24, 'query-violation-points, row 73 [assumed]'),
} as const

export type LimitName = keyof typeof limits

/** The limit in force on a day. @throws when no span holds that day: a mistake of this file */
export function limitOn(name: LimitName, on: Day): number {
  const found = limits[name].find((one) => one.validFrom <= on && (!one.validTo || on <= one.validTo))
  if (!found) throw new Error(`limit ${name} has no value on ${on}`)
  return found.value
}
