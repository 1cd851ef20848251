import { randomInt } from 'node:crypto'

const weights = [8, 6, 4, 2, 3, 5, 9, 7] as const

/**
 * A tracking number in the form of UPU S10: service ZD, eight digits, check digit, and ZZ, a country code
 * that belongs to nobody.
 */
export function newTracking(): string {
  const digits = String(randomInt(100_000_000)).padStart(8, '0')
  return `ZD${digits}${checkDigit(digits)}ZZ`
}

/** Whether a number has the form and the right check digit. */
export const isTracking = (text: string): boolean => {
  const [, digits = '', check] = /^ZD(\d{8})(\d)ZZ$/.exec(text) ?? []
  return digits !== '' && checkDigit(digits) === Number(check)
}

function checkDigit(digits: string): number {
  const sum = weights.reduce((total, weight, at) => total + weight * Number(digits[at]), 0)
  const rest = 11 - (sum % 11)
  return rest === 10 ? 0 : rest === 11 ? 5 : rest
}
