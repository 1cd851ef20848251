import { businessPowers } from '#platform/authority/power.ts'

const all = businessPowers.map((one) => one.name)

/** Powers that go together, written out one by one when they are given; "everything" is the list of the day (R-DEL-11). */
export const roles = {
  accountant: ['bills.read', 'bills.pay', 'points.redeem'],
  services: ['services.activate', 'services.change', 'services.request'],
  manager: all,
  chosen: [],
} as const satisfies Readonly<Record<string, readonly string[]>>

/** What is given: the powers of the role, or those chosen one by one. */
export const powersOf = (answers: {
  readonly role: keyof typeof roles
  readonly powers?: readonly string[] | undefined
}): readonly string[] => (answers.role === 'chosen' ? (answers.powers ?? []) : roles[answers.role])
