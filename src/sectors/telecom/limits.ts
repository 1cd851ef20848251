import { sar } from '#kernel/money.ts'

/** The smallest and the largest credit limit that is given without asking the operator [assumed]. */
export const creditLimits = { min: sar(500), max: sar(100_000) } as const

/** Lines that one person may authenticate by their own fingerprint [assumed, register 1.15]. */
export const linesPerDelegate = 10

/** Lines that are asked of the operator at a time [assumed]. */
export const linesPerRequest = 20
