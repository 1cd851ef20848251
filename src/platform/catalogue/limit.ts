import { type Day, day } from '#kernel/day.ts'

/** A number that a rule of a sector turns on, for a span of days. */
export interface DatedLimit {
  readonly validFrom: Day
  readonly validTo?: Day
  readonly value: number
  /** The row of the register, with its mark [known] or [assumed]. */
  readonly source: string
}

/** A limit that has been the same since before there were requests. */
export const from2014 = (value: number, source: string): readonly DatedLimit[] => [
  { validFrom: day('2014-01-01'), value, source },
]

/**
 * The limits of a sector, each with its spans, newest last and never overlapping: answers the one in force on a
 * day, and throws where no span holds that day, which is a mistake of the sector’s file.
 */
export const limits =
  <L extends Readonly<Record<string, readonly DatedLimit[]>>>(all: L) =>
  (name: keyof L & string, on: Day): number => {
    const found = all[name]?.find((one) => one.validFrom <= on && (!one.validTo || on <= one.validTo))
    if (!found) throw new Error(`limit ${name} has no value on ${on}`)
    return found.value
  }
