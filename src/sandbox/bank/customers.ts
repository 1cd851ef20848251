import { randomBytes, randomInt } from 'node:crypto'
import type { Mobile } from '#kernel/mobile.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Activation } from '#sandbox/bank/activation.ts'

/** Somebody who is signed in to the bank's app, and how far they are. */
export interface Customer {
  readonly person: PersonNumber
  /** The one that the bank holds; the branch changes it. */
  mobile: Mobile
  /** The bank's number of the activation that is being sent, and what came of it. */
  receipt: string
  sent: boolean
  outcome: Activation | undefined
}

export interface Customers {
  signIn(person: PersonNumber, mobile: Mobile): string
  of(cookie: string | undefined): Customer | undefined
  signOut(cookie: string | undefined): void
}

const atMost = 500

/** Sessions in memory: the bank forgets them when it stops. */
export function customers(): Customers {
  const sessions = new Map<string, Customer>()
  const idIn = (cookie: string | undefined) => /(?:^|;\s*)bank_session=([\w-]+)/.exec(cookie ?? '')?.[1] ?? ''
  return {
    signIn(person, mobile) {
      const oldest = sessions.keys().next().value
      if (sessions.size >= atMost && oldest !== undefined) sessions.delete(oldest)
      const id = randomBytes(18).toString('base64url')
      sessions.set(id, { person, mobile, receipt: newReceipt(), sent: false, outcome: undefined })
      return `bank_session=${id}; Path=/bank; HttpOnly; SameSite=Lax`
    },
    of: (cookie) => sessions.get(idIn(cookie)),
    signOut: (cookie) => void sessions.delete(idIn(cookie)),
  }
}

export const newReceipt = (): string => `RB${randomInt(10 ** 9, 10 ** 10)}`
