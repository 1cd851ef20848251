import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import type { KyselyPlugin, QueryId } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import { parseEmail } from '#kernel/email.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Result } from '#kernel/result.ts'
import type { Problem } from '#platform/problem.ts'
import { aVisualAnswer, testPassword } from '#tests/support/accounts.ts'
import { testPlatform } from '#tests/support/database.ts'
import { noCatalogue } from '#tests/support/no-catalogue.ts'
import { aPerson, freshNumber, mobileOf } from '#tests/support/people.ts'
import { openDemoAccounts } from './demo.ts'
import { giveDetails } from './register-details.ts'
import { beginRegistration } from './registration.ts'
import { beginReset } from './reset-password.ts'
import { signIn } from './sign-in.ts'
import { askApproval } from './sign-in-approval.ts'
import { terms } from './terms.ts'

const made = await testPlatform({ catalogue: noCatalogue })
/** How much longer each write takes that only somebody known causes: what would tell, were it not covered. */
const SLOWER_MS = 25
const platform = { ...made.platform, db: made.db.withPlugin(slowToTell()) }
/** Known and unknown asked at each door, in turn. */
const EACH = 15
/** How far apart the two may be; what the slower writes make of it uncovered is 25 to 50. */
const TOLERANCE_MS = { median: 10, p90: 20 }

const email = parseEmail('somebody@example.com')
if (!email.ok) throw new Error(email.error.en)
const mail = email.value
const known: PersonNumber[] = []
let host = 0

beforeAll(async () => {
  for (let at = 0; at < EACH; at += 1) known.push(await aPerson(made.db))
  const accounts = known.map((person) => ({
    person,
    username: `user${person}`,
    mobile: mobileOf(person),
    email: mail,
    language: 'ar' as const,
  }))
  await openDemoAccounts(made.platform, { accounts, password: testPassword })
})

type Ask = () => Promise<Result<unknown, Problem>>
type Door = (person: PersonNumber) => Promise<Ask>

const visualAnswer = () => {
  host += 1
  return aVisualAnswer(made.platform, { ip: `198.51.${host >> 8}.${host & 255}` })
}
const doors: Readonly<Record<string, { readonly floor: number; readonly door: Door }>> = {
  'sign-in': {
    floor: 150,
    door: async (name) => {
      const visual = await visualAnswer()
      return () => signIn(platform, { name, password: 'not the password', visual, door: 'person' })
    },
  },
  registration: {
    floor: 120,
    door: async (person) => {
      const visual = await visualAnswer()
      const begun = await beginRegistration(platform, { version: terms.version, language: 'en' })
      if (!begun.ok) throw new Error(begun.error.code)
      const { registration } = begun.value
      const details = { person, born: day('1991-03-14'), mobile: mobileOf(person), email: mail, visual }
      return () => giveDetails(platform, registration, details)
    },
  },
  reset: {
    floor: 150,
    door: async (person) => {
      const visual = await visualAnswer()
      const fact = { kind: 'id-expiry', on: day('2029-01-01') } as const
      return () => beginReset(platform, { person, mobile: mobileOf(person), fact, visual, language: 'en' })
    },
  },
  approval: {
    floor: 150,
    door: async (name) => {
      const visual = await visualAnswer()
      return () => askApproval(platform, { name, visual })
    },
  },
}

interface Times {
  /** At the first try, as the machine was. */
  readonly first: number[]
  /** The best of up to four tries, which tells a slow way from a hiccup of the machine. */
  readonly best: number[]
}

describe('known and unknown', () => {
  it.each(Object.entries(doors))('are answered after the same time: %s', async (_, { floor, door }) => {
    const times = { known: noTimes(), unknown: noTimes() }
    for (const [turn, person] of known.entries())
      for (const who of inTurn[turn % 2 ? 1 : 0])
        await time(floor, door, who === 'known' ? person : freshNumber(), times[who])
    const both = [times.known, times.unknown]
    expect(Math.min(...both.flatMap(({ best }) => best))).toBeGreaterThanOrEqual(floor)
    // On a machine that is too busy to keep to the floor for anybody, what both are late by says how busy.
    const late = Math.min(...both.map(({ first }) => quantile(first, 0.9))) - floor
    for (const [name, share] of [
      ['median', 0.5],
      ['p90', 0.9],
    ] as const) {
      const [a = 0, b = 0] = both.map(({ best }) => quantile(best, share))
      expect(Math.abs(a - b), `${name}: ${a} known, ${b} unknown`).toBeLessThan(TOLERANCE_MS[name] + 2 * late)
    }
  })
})

const noTimes = (): Times => ({ first: [], best: [] })

const inTurn = [
  ['known', 'unknown'],
  ['unknown', 'known'],
] as const

const quantile = (times: readonly number[], share: number): number =>
  times.toSorted((a, b) => a - b)[Math.ceil(times.length * share) - 1] ?? 0

async function time(floor: number, door: Door, person: PersonNumber, { first, best }: Times): Promise<void> {
  const tries: number[] = []
  do {
    const ask = await door(person)
    const began = performance.now()
    await ask()
    tries.push(performance.now() - began)
  } while (tries.length < 4 && Math.min(...tries) > floor + TOLERANCE_MS.median / 2)
  first.push(tries[0] ?? 0)
  best.push(Math.min(...tries))
}

function slowToTell(): KyselyPlugin {
  const slow = new WeakSet<QueryId>()
  return {
    transformQuery: ({ node, queryId }) => {
      const table = node.kind === 'InsertQueryNode' ? node.into?.table.identifier.name : undefined
      if (table === 'audit_pending' || table === 'notice') slow.add(queryId)
      return node
    },
    transformResult: async ({ result, queryId }) => {
      if (slow.has(queryId)) await sleep(SLOWER_MS)
      return result
    },
  }
}
