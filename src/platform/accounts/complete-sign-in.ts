import { err, ok, type Result } from '#kernel/result.ts'
import { transact } from '#platform/database/transact.ts'
import type { Platform } from '#platform/platform.ts'
import type { Problem } from '#platform/problem.ts'
import { enter, type SignedIn } from './enter.ts'
import { officerOf } from './officer.ts'
import { proveSecond } from './second-factor.ts'
import { accountOf, findPending, type World } from './sign-in-pending.ts'
import { signInTexts as texts } from './sign-in-texts.ts'
import './sign-in-tables.ts'

/**
 * The fourth factor: the code, of a message or the app, or a recovery code opens a session with a fresh token, exactly once. A device that this person
 * has not used before is told about. `replaces` is the session token that the browser came with.
 */
export async function completeSignIn(
  { db, clock, vault, config }: World & Pick<Platform, 'config'>,
  {
    pending,
    code,
    device,
    agent,
    ip,
    replaces,
  }: {
    readonly pending: string
    readonly code: string
    readonly device?: string | undefined
    readonly agent?: string | undefined
    readonly ip?: string | undefined
    readonly replaces?: string | undefined
  },
): Promise<Result<SignedIn, Problem>> {
  const at = clock.now()
  return transact(db, async (tx) => {
    const waiting = await findPending(tx, pending, at)
    if (!waiting) return err(texts.expired)
    const person = waiting.person_id
    // Whoever ends all sessions of this person comes before this one, or after it.
    const account = await accountOf(tx, person, 'locked')
    const operation = { holder: waiting.id, purpose: 'sign-in', person, code }
    const right = await proveSecond(tx, { vault, config }, operation, at)
    if (!right.ok) return right
    const { numDeletedRows } = await tx
      .deleteFrom('sign_in')
      .where('id', '=', waiting.id)
      .executeTakeFirstOrThrow()
    if (numDeletedRows === 0n) return err(texts.expired)
    if (account?.state !== 'registered' && account?.state !== 'activated') return err(texts.expired)
    const officer = waiting.door === 'officer' ? await officerOf(tx, person) : undefined
    if (waiting.door === 'officer' && (officer === undefined || account.state !== 'activated'))
      return err(texts.expired)

    const entered = await enter(
      tx,
      { config, vault },
      {
        person,
        account: account.state,
        officer: officer?.officer,
        units: officer?.units ?? [],
        methods: ['password', right.value],
        agent,
        replaces,
      },
      { device, ip },
      at,
    )
    return ok(entered)
  })
}
