import { beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#platform/database/ids.ts'
import { type TestPlatform, testPlatform } from '#tests/support/database.ts'
import { freshNumber } from '#tests/support/people.ts'
import { ask, callsOf, handleCallback } from './call.ts'
import type { IntegrationAnswer, IntegrationProvider } from './port.ts'

type Asked = Parameters<IntegrationProvider['ask']>[0]

let at: TestPlatform
const asked: Asked[] = []
let answer: IntegrationAnswer | Error = { kind: 'accepted' }

beforeAll(async () => {
  const bank: IntegrationProvider = {
    async ask(it) {
      asked.push(it)
      if (answer instanceof Error) throw answer
      return answer
    },
  }
  at = await testPlatform({ integrations: { bank } })
})

const refusal = {
  kind: 'refused',
  code: 'closed',
  because: { ar: 'الحساب مغلق', en: 'The account is closed' },
} as const

function waiting() {
  const person = freshNumber()
  return {
    person,
    request: newId(at.clock.now()),
    step: 'iban',
    provider: 'bank',
    operation: 'iban-ownership',
    data: { iban: 'SA00' },
    deadline: new Date(at.clock.now().getTime() + 3_600_000),
  }
}

const goingOn = async (request: string) =>
  (
    await at.pool.query<{ payload: { answer: IntegrationAnswer } }>(
      `select payload from graphile_worker._private_jobs where payload ->> 'request' = $1 order by id`,
      [request],
    )
  ).rows.map((row) => row.payload.answer)

describe('asking an outside system', () => {
  it('goes on with what it says at once', async () => {
    answer = { kind: 'done', facts: { holder: 'yes' } }
    const it = waiting()
    await ask(at.platform, it)
    expect(await goingOn(it.request)).toEqual([{ kind: 'done', facts: { holder: 'yes' } }])
    answer = refusal
    const other = waiting()
    await ask(at.platform, other)
    expect(await goingOn(other.request)).toEqual([refusal])
  })

  it('asks again with the same key and token when it could not be reached, and not once it has answered', async () => {
    const it = waiting()
    answer = new Error('unreachable')
    const before = asked.length
    await expect(ask(at.platform, it)).rejects.toThrow('unreachable')
    answer = { kind: 'accepted' }
    await ask(at.platform, it)
    await ask(at.platform, it)
    const [first, second, third] = asked.slice(before)
    expect(second).toEqual(first)
    expect(third).toBeUndefined()
    expect(first?.callback.url).toBe(`${at.platform.config.origin}/partners/v1/integration-answers`)
  })

  it('throws for a system that nobody configured', async () => {
    await expect(ask(at.platform, { ...waiting(), provider: 'nobody' })).rejects.toThrow('"nobody"')
  })
})

describe('calling back', () => {
  async function accepted() {
    answer = { kind: 'accepted' }
    const it = waiting()
    await ask(at.platform, it)
    const token = asked.at(-1)?.callback.token ?? ''
    return { it, token }
  }
  const codeOf = async (outcome: ReturnType<typeof handleCallback>) => {
    const it = await outcome
    return it.ok ? 'ok' : `${it.error.status} ${it.error.code}`
  }

  it('is heard once', async () => {
    const { it, token } = await accepted()
    const outcomes = await Promise.all(
      [1, 2, 3].map(() => codeOf(handleCallback(at.platform, token, { kind: 'done' }))),
    )
    expect(outcomes.sort()).toEqual(['409 callback-answered', '409 callback-answered', 'ok'])
    expect(await codeOf(handleCallback(at.platform, token, refusal))).toBe('409 callback-answered')
    expect(await goingOn(it.request)).toEqual([{ kind: 'accepted' }, { kind: 'done' }])
    expect((await callsOf(at.db, it.person, it.request)).map((one) => one.state)).toEqual(['done'])
  })

  it('is refused with another token, or too late', async () => {
    const { it, token } = await accepted()
    expect(await codeOf(handleCallback(at.platform, `${token}x`, { kind: 'done' }))).toBe(
      '404 callback-unknown',
    )
    at.clock.advance({ hours: 2 })
    expect(await codeOf(handleCallback(at.platform, token, { kind: 'done' }))).toBe('409 callback-late')
    expect(await goingOn(it.request)).toEqual([{ kind: 'accepted' }])
  })

  it('keeps no token that somebody could read in the database', async () => {
    const { token } = await accepted()
    const { rows } = await at.pool.query('select * from integration_token, integration_call')
    expect(JSON.stringify(rows)).not.toContain(token)
  })
})
