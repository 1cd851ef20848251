import type { Text } from '#kernel/text.ts'
import type { Fact } from '#platform/catalogue/block.ts'
import { businessPowers } from '#platform/catalogue/power.ts'
import { v } from '#platform/catalogue/value.ts'

type PowerName = (typeof businessPowers)[number]['name']

const all: readonly PowerName[] = businessPowers.map((one) => one.name)

/** Powers that go together, written out one by one when they are given; "everything" is the list of the day (R-DEL-11). */
export const roles = {
  accountant: ['bills.read', 'bills.pay', 'points.redeem'],
  services: ['services.activate', 'services.change', 'services.request'],
  manager: all,
  chosen: [],
} as const satisfies Readonly<Record<string, readonly PowerName[]>>

/** What a manager of the establishment may be (register 197). */
export const managerRoles = {
  general: all,
  finance: ['bills.read', 'bills.pay', 'credit.update', 'points.redeem'],
  operations: [
    'services.activate',
    'services.change',
    'services.request',
    'message.send',
    'fingerprint.users.read',
  ],
  chosen: [],
} as const satisfies Readonly<Record<string, readonly PowerName[]>>

interface Chosen<R extends string> {
  readonly role: R
  readonly powers?: readonly string[] | undefined
}

/** What is given: the powers of the role, or those chosen one by one. */
export const powersOf = <R extends string>(
  table: Readonly<Record<R, readonly string[]>>,
  answers: Chosen<R>,
): readonly string[] => (answers.role === 'chosen' ? (answers.powers ?? []) : table[answers.role])

/** What is wrong with powers as they were chosen: none where they are named one by one, or some beside a role’s own. */
export function powersTrouble<R extends string>(
  table: Readonly<Record<R, readonly string[]>>,
  answers: Chosen<R>,
): Text | undefined {
  if (powersOf(table, answers).length === 0)
    return { ar: 'اختر صلاحية واحدة على الأقل.', en: 'Choose at least one power.' }
  if (answers.role === 'chosen' || !answers.powers?.length) return undefined
  return {
    ar: 'للدور صلاحياته، ولا تُزاد عليها هذه. أزل ما اخترته هنا، أو اختر «أختار الصلاحيات بنفسي».',
    en: 'The role has its powers, and these are not added to them. Take away what you chose here, or choose “I choose the powers myself”.',
  }
}

/** The same for whom it is given to: whoever consents reads each power, not the name of a role. */
export const powersTold =
  <R extends string>(table: Readonly<Record<R, readonly string[]>>) =>
  (answers: Chosen<R>): readonly Fact[] => {
    const names = powersOf(table, answers)
    const given = businessPowers.filter((one) => names.includes(one.name))
    return [
      {
        key: 'powers',
        label: { ar: 'الصلاحيات', en: 'Powers' },
        value: v.list(given.map((one) => one.title)),
      },
    ]
  }
