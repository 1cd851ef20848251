import { hash, verify } from '@node-rs/argon2'
import { err, ok, type Result } from '#kernel/result.ts'
import type { Vault } from '#platform/database/vault.ts'
import type { Problem } from '#platform/problem.ts'

/** OWASP's argon2id of 19 MiB: some 10 ms each, so that 4 at once take 76 MiB and two cores. */
const strength = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
const AT_ONCE = 4
const WAITING = 64

/** Nobody's password: verified when there is no account, so that the answer takes as long. */
const nobodys =
  '$argon2id$v=19$m=19456,t=2,p=1$c29tZWJvZHkgbm9ib2R5IQ$3N0m5b0S0bqj0m2Sx7yC1o8cG2l6b0vH5XQn7m1c9wE'

let running = 0
const queue: (() => void)[] = []

/** The hash to keep of a password: argon2id, salted, with a pepper that is not in the database. */
export const hashPassword = (
  vault: Pick<Vault, 'derive'>,
  password: string,
): Promise<Result<string, Problem>> =>
  inTurn(() => hash(prepared(password), { ...strength, secret: pepper(vault) }))

/** Whether the password is that of the hash; without a hash it takes as long, and is false. */
export const verifyPassword = (
  vault: Pick<Vault, 'derive'>,
  kept: string | undefined,
  password: string,
): Promise<Result<boolean, Problem>> =>
  inTurn(async () => {
    const right = await verify(kept ?? nobodys, prepared(password), { secret: pepper(vault) })
    return right && kept !== undefined
  })

/** The same password typed on different keyboards is the same bytes. */
const prepared = (password: string) => password.normalize('NFKC')

const pepper = (vault: Pick<Vault, 'derive'>) => vault.derive('password-pepper')

async function inTurn<T>(work: () => Promise<T>): Promise<Result<T, Problem>> {
  if (running >= AT_ONCE) {
    if (queue.length >= WAITING) return err(busy)
    await new Promise<void>((go) => queue.push(go))
  } else running += 1
  try {
    return ok(await work())
  } finally {
    const next = queue.shift()
    if (next) next()
    else running -= 1
  }
}

const busy: Problem = {
  status: 503,
  code: 'busy',
  title: { ar: 'الدخول مزدحم الآن', en: 'Sign-in is very busy right now' },
  detail: {
    ar: 'لم يضع شيء مما كتبته. حاول بعد ثوانٍ.',
    en: 'Nothing is lost. Please try again in a few seconds.',
  },
  retryAfter: 5,
}
