import { randomBytes, randomInt } from 'node:crypto'
import type { Mobile } from '#kernel/mobile.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Activation } from '#sandbox/bank/activation.ts'
import type { MobileUpdate } from '#sandbox/bank/mobile-update.ts'

/** The three ways that a bank has to its customers (register R-BNK-01). */
export type Face = 'app' | 'web' | 'atm'

/** Somebody whom the bank knows to be there, and how far their activation is. */
export interface Customer {
  readonly face: Face
  readonly person: PersonNumber
  /** The one that the bank holds; the branch changes it. */
  mobile: Mobile
  /** The bank's number of this activation. */
  receipt: string
  /** The customer has checked the details and agreed to the terms. */
  agreed: boolean
  outcome: Activation | undefined
  /** The bank’s number of giving the mobile on, and what came of it. */
  updateReceipt: string
  updated: MobileUpdate | undefined
  /** The question that is under way, so that a second press is not a second question. */
  asking: Promise<void> | undefined
}

export const newCustomer = (face: Face, person: PersonNumber, mobile: Mobile): Customer => ({
  face,
  person,
  mobile,
  receipt: newReceipt(),
  agreed: false,
  outcome: undefined,
  updateReceipt: newReceipt(),
  updated: undefined,
  asking: undefined,
})

export const newReceipt = (): string => `RB${randomInt(10 ** 9, 10 ** 10)}`

export interface Sessions<T> {
  /** Answers the cookie to set. */
  open(session: T): string
  of(cookie: string | undefined): T | undefined
  close(cookie: string | undefined): void
}

const atMost = 500

/** Who is at a face of the bank, in memory: the bank forgets them when it stops. */
export function sessions<T>(face: Face): Sessions<T> {
  const kept = new Map<string, T>()
  const name = `bank_${face}`
  const idIn = (cookie = '') => new RegExp(`(?:^|;\\s*)${name}=([\\w-]+)`).exec(cookie)?.[1] ?? ''
  return {
    open(session) {
      const oldest = kept.keys().next().value
      if (kept.size >= atMost && oldest !== undefined) kept.delete(oldest)
      const id = randomBytes(18).toString('base64url')
      kept.set(id, session)
      return `${name}=${id}; Path=/bank; HttpOnly; SameSite=Lax`
    },
    of: (cookie) => kept.get(idIn(cookie)),
    close: (cookie) => void kept.delete(idIn(cookie)),
  }
}
