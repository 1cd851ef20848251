import { availableParallelism } from 'node:os'
import { hash, verify } from '@node-rs/argon2'
import type { Result } from '#kernel/result.ts'
import type { Vault } from '#platform/database/vault.ts'
import { turnstile } from '#platform/guard/turnstile.ts'
import type { Problem } from '#platform/problem.ts'

/** OWASP's argon2id: 19 MiB and some 10 ms of one core each. */
const strength = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/**
 * Hashes at once. The library hashes on libuv's four threads, off the event loop: one of them always stays
 * free for files and names, and one core for the event loop and the database, so that everybody else is
 * answered while many sign in.
 */
export const hashesAtOnce = Math.min(3, Math.max(1, availableParallelism() - 1))
/** Hashes that wait, a second or less. */
export const hashesWaiting = 64

/** More people want in than can be let in: what anybody is told, before anything of theirs was looked at. */
export const signInBusy: Problem = {
  status: 503,
  code: 'busy',
  title: { ar: 'الدخول مزدحم الآن', en: 'Sign-in is very busy right now' },
  detail: {
    ar: 'لم يضع شيء مما كتبته. حاول بعد ثوانٍ.',
    en: 'Nothing is lost. Please try again in a few seconds.',
  },
  retryAfter: 5,
}

/** Nobody's password: verified when there is no account, so that the answer takes as long. */
const nobodys =
  '$argon2id$v=19$m=19456,t=2,p=1$c29tZWJvZHkgbm9ib2R5IQ$3N0m5b0S0bqj0m2Sx7yC1o8cG2l6b0vH5XQn7m1c9wE'

/** The hash to keep of a password: argon2id, salted, with a pepper that is not in the database. */
export const hashPassword = (
  vault: Pick<Vault, 'derive'>,
  password: string,
): Promise<Result<string, Problem>> =>
  hashing.pass(() => hash(prepared(password), { ...strength, secret: pepper(vault) }))

/** Whether the password is that of the hash; without a hash it takes as long, and is false. */
export const verifyPassword = (
  vault: Pick<Vault, 'derive'>,
  kept: string | undefined,
  password: string,
): Promise<Result<boolean, Problem>> =>
  hashing.pass(async () => {
    const right = await verify(kept ?? nobodys, prepared(password), { secret: pepper(vault) })
    return right && kept !== undefined
  })

/** The same password typed on different keyboards is the same bytes. */
const prepared = (password: string) => password.normalize('NFKC')

const pepper = (vault: Pick<Vault, 'derive'>) => vault.derive('password-pepper')

const hashing = turnstile({ atOnce: hashesAtOnce, waiting: hashesWaiting, refusal: signInBusy })
