import { expect, it } from 'vitest'
import { aVisualAnswer } from '#tests/support/accounts.ts'
import { testPlatform } from '#tests/support/database.ts'
import { noCatalogue } from '#tests/support/no-catalogue.ts'
import { hashesAtOnce, hashesWaiting } from './password.ts'
import { signIn, signInCrowded } from './sign-in.ts'

const { platform, db } = await testPlatform({ catalogue: noCatalogue })

// Real hashes, as many as there is room for.
it('refuses a crowd at the door: what they brought is untouched, and serves when there is room', {
  timeout: 60_000,
}, async () => {
  const room = 4 * hashesAtOnce + hashesWaiting
  const visuals = await Promise.all(
    Array.from({ length: room + 7 }, (_, n) => aVisualAnswer(platform, { ip: `10.1.0.${n}` })),
  )
  const come = (n: number) => {
    const visual = visuals[n]
    if (!visual) throw new Error('There are more visual codes than that.')
    return signIn(platform, { name: `nobody${n}`, password: 'x', visual, door: 'person' })
  }
  const inside = visuals.slice(0, room).map((_, n) => come(n))
  expect(signInCrowded()).toBe(true)
  const late = await Promise.all(visuals.slice(room).map((_, n) => come(room + n)))
  for (const refused of late)
    expect(refused).toMatchObject({ ok: false, error: { status: 503, code: 'busy', retryAfter: 5 } })

  const answers = await Promise.all(inside)
  expect(new Set(answers.map((answer) => (answer.ok ? 'in' : answer.error.code)))).toEqual(
    new Set(['sign-in-wrong']),
  )
  expect(signInCrowded()).toBe(false)
  const kept = await db.selectFrom('visual_code').select('id').execute()
  expect(new Set(kept.map(({ id }) => id))).toEqual(new Set(visuals.slice(room).map(({ id }) => id)))
  const tried = await db.selectFrom('sign_in_failure').select('key').execute()
  // By name and by account.
  expect(tried).toHaveLength(2 * room)
  expect(await come(room)).toMatchObject({ error: { code: 'sign-in-wrong' } })
})
