/**
 * Signing in beside the bare password hash, and a storm of 10,000 sign-ins beside people who ask something.
 * Run: `npx tsx bench/sign-in.ts`; it takes about a minute and fails when a promise is broken. With
 * DATABASE_URL it uses that server, whose database must be empty.
 *
 * The rate: password, code and session of one sign-in after the other, 32 people at once, in turns with the
 * hash alone, as many at once as the platform hashes. The storm: 10,000 attempts with the right password, ten
 * times as many a second as the hash allows, sent by another process whether or not the ones before were
 * answered, while a third asks inquiries at a steady pace as it did when nothing else happened.
 *
 * A sign-in uses a core for its hash and another for the rest, so the machine must have two to give: the bench
 * says so when something else is using them, and then its figures are worth little.
 */
import { fork } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { hash, verify } from '@node-rs/argon2'
import { createWeb } from '#channels/server.ts'
import { openSession as openPlatform } from '#command/session.ts'
import { parseEmail } from '#kernel/email.ts'
import { mobile } from '#kernel/mobile.ts'
import { type PersonNumber, withCheckDigit } from '#kernel/person-number.ts'
import { completeSignIn } from '#platform/accounts/complete-sign-in.ts'
import { openDemoAccounts } from '#platform/accounts/demo.ts'
import { hashesAtOnce } from '#platform/accounts/password.ts'
import { openSession } from '#platform/accounts/session.ts'
import { signIn } from '#platform/accounts/sign-in.ts'
import { tokenHash } from '#platform/accounts/token.ts'
import { readConfig } from '#platform/config.ts'
import { newToken } from '#platform/database/ids.ts'
import { transact } from '#platform/database/transact.ts'
import { codeOf } from '#platform/guard/visual-code.ts'
import type { Platform } from '#platform/platform.ts'
import { populate } from '#population/populate.ts'
import type { Called, Calls } from './callers.ts'

const rounds = 5
const roundMs = 1500
const peopleAtOnce = 32
const attempts = 10_000
/** So many times what the hash allows; more than half a minute is not waited for. */
const stormTimes = 10
const longestStorm = 30
const quietSeconds = 8
/** Of each kind, in a second. */
const inquiriesPerSecond = 15
const password = 'Quiet harbour 42 lanterns'

const data = await mkdtemp(join(tmpdir(), 'bench-'))
// Started by root, PostgreSQL runs as somebody else, who has to come in.
await chmod(data, 0o755)
const opened = await openPlatform(
  readConfig({
    DIWAN_DATA: data,
    DIWAN_LOG: 'silent',
    DIWAN_SANDBOX: 'off',
    DIWAN_TRUST_PROXY: '1',
    DATABASE_URL: process.env.DATABASE_URL,
  }),
)

/** The codes that would go out by message, by the sign-in that they are for. */
const codes = new Map<string, string>()
const platform: Platform = {
  ...opened.platform,
  vault: {
    ...opened.platform.vault,
    index(value) {
      const [, pending, code] = /^one-time-code:sign-in:(.*):(\d{6})$/.exec(value) ?? []
      if (pending !== undefined && code !== undefined) codes.set(pending, code)
      return opened.platform.vault.index(value)
    },
  },
}
let serial = 0
/** Each from an address of its own, as the throttles expect of a crowd. */
const address = () => `10.${(++serial >> 16) & 255}.${(serial >> 8) & 255}.${serial & 255}`

let people: readonly PersonNumber[] = []
let visualCodes: { readonly id: string; readonly code: string }[] = []

async function accounts(): Promise<readonly PersonNumber[]> {
  await populate(platform, { persons: 3000 })
  const rows = await platform.db
    .selectFrom('person')
    .select('person_id')
    .where('alive', '=', true)
    .where('person_id', 'not in', platform.db.selectFrom('account').select('person_id'))
    .execute()
  await openDemoAccounts(platform, {
    password,
    accounts: rows.map(({ person_id }, at) => {
      const email = parseEmail(`bench${at}@example.com`)
      if (!email.ok) throw new Error(email.error.en)
      const line = mobile(`05${30_000_000 + at}`)
      return { person: person_id, username: `bench${at}`, mobile: line, email: email.value, language: 'ar' }
    }),
  })
  return rows.map(({ person_id }) => person_id)
}

/** Visual codes whose pictures were asked for before, and are not measured. */
async function openVisualCodes(count: number): Promise<{ readonly id: string; readonly code: string }[]> {
  const ids = Array.from({ length: count }, newToken)
  const expires_at = new Date(platform.clock.now().getTime() + 300_000)
  for (let from = 0; from < count; from += 1000)
    await platform.db
      .insertInto('visual_code')
      .values(ids.slice(from, from + 1000).map((id) => ({ id, expires_at })))
      .execute()
  return ids.map((id) => ({ id, code: codeOf(platform.vault, id) }))
}

function visualCode() {
  const code = visualCodes.pop()
  if (!code) throw new Error('The visual codes are used up.')
  return code
}

let turn = 0
function somebody(): PersonNumber {
  const person = people[turn++ % people.length]
  if (person === undefined) throw new Error('There is nobody to sign in.')
  return person
}

async function signInOnce(): Promise<void> {
  const visual = { ...visualCode(), ip: address() }
  const begun = await signIn(platform, { name: somebody(), password, visual, door: 'person' })
  if (!begun.ok) throw new Error(begun.error.code)
  const { pending } = begun.value
  const holder = tokenHash(pending)
  const done = await completeSignIn(platform, { pending, code: codes.get(holder) ?? '' })
  codes.delete(holder)
  if (!done.ok) throw new Error(done.error.code)
}

/** How often a second the work is done by so many at once. */
async function rateOf(work: () => Promise<unknown>, atOnce: number, milliseconds: number): Promise<number> {
  const from = performance.now()
  let done = 0
  const one = async (): Promise<void> => {
    while (performance.now() - from < milliseconds) {
      await work()
      done += 1
    }
  }
  await Promise.all(Array.from({ length: atOnce }, one))
  return (done * 1000) / (performance.now() - from)
}

async function rates() {
  const secret = Buffer.alloc(32, 1)
  const kept = await hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1, secret })
  const bare = () => verify(kept, password, { secret })
  const seen = { bare: [] as number[], signIn: [] as number[] }
  for (let round = -1; round < rounds; round += 1) {
    const first = await rateOf(bare, hashesAtOnce, roundMs / 2)
    const between = await rateOf(signInOnce, peopleAtOnce, roundMs)
    const last = await rateOf(bare, hashesAtOnce, roundMs / 2)
    if (round < 0) continue
    seen.bare.push((first + last) / 2)
    seen.signIn.push(between)
  }
  const free = (await rateOf(bare, 2, roundMs)) / (await rateOf(bare, 1, roundMs))
  return {
    /** How many cores' worth of hashes two at once are. */
    free,
    bare: median(seen.bare),
    signIn: median(seen.signIn),
    ratio: median(seen.signIn.map((rate, round) => rate / (seen.bare[round] ?? Number.NaN))),
  }
}

const byNumber = (all: readonly number[]) => all.toSorted((a, b) => a - b)
const median = (all: readonly number[]): number => byNumber(all)[Math.floor(all.length / 2)] ?? Number.NaN
const p99 = (all: readonly number[]): number => byNumber(all)[Math.floor(all.length * 0.99)] ?? Number.NaN

/** Another process that has the calls ready; what is given back has them sent. */
async function ready(calls: Calls): Promise<() => Promise<readonly Called[]>> {
  const caller = fork(join(import.meta.dirname, 'callers.ts'))
  const answer = () =>
    new Promise<unknown>((done, failed) => {
      caller.once('message', done)
      caller.once('error', failed)
      caller.once('exit', (code) => failed(new Error(`the callers ended with ${code} before they answered`)))
    })
  const isReady = answer()
  caller.send(calls)
  await isReady
  return () => {
    const called = answer()
    caller.send('go')
    // What callers.ts sends.
    return called as Promise<readonly Called[]>
  }
}

/** People who ask for so long: a public inquiry, which takes its 150 ms on purpose, and one's own data. */
async function inquirers(
  port: number,
  seconds: number,
): Promise<() => Promise<ReadonlyMap<string, readonly number[]>>> {
  const person = somebody()
  const asked = withCheckDigit('190000001')
  const session = await transact(platform.db, (tx) =>
    openSession(tx, { person, account: 'activated', officer: undefined, units: [] }, platform.clock.now()),
  )
  const calls = Array.from({ length: seconds * inquiriesPerSecond }, (_, at) => {
    const { id, code } = visualCode()
    const ask = {
      kind: 'public inquiry (API)',
      at: (at * 1000) / inquiriesPerSecond,
      method: 'POST',
      path: '/api/v1/inquiries/query-fingerprint-by-national-id',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': address() },
      body: JSON.stringify({ answers: { nationalId: asked }, visualCode: { id, code } }),
    } as const
    const own = {
      kind: 'one’s own data (page)',
      at: ((at + 0.5) * 1000) / inquiriesPerSecond,
      method: 'GET',
      path: '/services/my-data',
      headers: { cookie: `diwan-session=${session.token}`, 'x-forwarded-for': address() },
    } as const
    return [ask, own]
  })
  const ask = await ready({ port, calls: calls.flat() })
  return async () => {
    const times = new Map<string, number[]>()
    for (const { kind, status, milliseconds } of await ask()) {
      if (status !== 200) throw new Error(`${kind} was answered ${status}`)
      times.set(kind, [...(times.get(kind) ?? []), milliseconds])
    }
    return times
  }
}

const inquiries = async (port: number, seconds: number) => (await inquirers(port, seconds))()

/** The attempts of the storm: forms as a browser posts them, each with a visual code of its own. */
async function stormCalls(port: number, seconds: number, attempts: number): Promise<Calls> {
  const page = await fetch(`http://127.0.0.1:${port}/sign-in`)
  const cookie = page.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  const csrf = /name="_csrf" value="([^"]*)"/.exec(await page.text())?.[1]
  if (csrf === undefined) throw new Error('The sign-in page has no form.')
  const calls = Array.from({ length: attempts }, (_, at) => {
    const { id, code } = visualCode()
    return {
      kind: 'sign-in',
      at: (at * seconds * 1000) / attempts,
      method: 'POST',
      path: '/sign-in',
      headers: { 'content-type': 'application/x-www-form-urlencoded', cookie, 'x-forwarded-for': address() },
      body: new URLSearchParams({
        _csrf: csrf,
        _challenge: id,
        _code: code,
        name: somebody(),
        password,
        next: '/',
      }).toString(),
    } as const
  })
  return { port, calls }
}

let broken = false
function promise(kept: boolean, text: string): void {
  broken ||= !kept
  console.log(`  ${kept ? 'kept' : 'BROKEN'}: ${text}`)
}

async function measureRate(): Promise<number> {
  const rate = await rates()
  console.log(
    `bare argon2id, ${hashesAtOnce} at once: ${rate.bare.toFixed(0)}/s; signing in: ${rate.signIn.toFixed(0)}/s`,
  )
  if (availableParallelism() < 2 || rate.free < 1.7)
    console.log(`  this machine has ${rate.free.toFixed(1)} of 2 cores to give: what follows says little`)
  promise(rate.ratio >= 0.8, `signing in at ${rate.ratio.toFixed(2)} of the bare hash rate, 0.8 promised`)

  return rate.bare
}

async function measureStorm(bareRate: number): Promise<void> {
  await web.listen({ port: 0, host: '127.0.0.1' })
  // A server that listens on TCP has such an address.
  const { port } = web.server.address() as AddressInfo
  // Both ways have been walked before anything is measured, as those of a server that has been up for a minute.
  await inquiries(port, 2)
  await (await ready(await stormCalls(port, 2, 200)))()
  const before = await inquiries(port, quietSeconds)
  const stormSeconds = Math.min(longestStorm, Math.ceil(attempts / (stormTimes * bareRate)))
  const storm = await ready(await stormCalls(port, stormSeconds, attempts))
  const ask = await inquirers(port, stormSeconds)
  const memory = { before: process.memoryUsage.rss(), most: 0 }
  const watch = setInterval(() => {
    memory.most = Math.max(memory.most, process.memoryUsage.rss())
  }, 50)
  const storming = storm()
  const during = await ask()
  const stormed = await storming
  clearInterval(watch)
  const after = await inquiries(port, quietSeconds)

  const counted = new Map<number, number>()
  for (const { status } of stormed) counted.set(status, (counted.get(status) ?? 0) + 1)
  const refused = stormed.filter(({ status }) => status === 503)
  console.log(
    `a storm of ${attempts} sign-ins in ${stormSeconds} s: ${[...counted].map(([status, count]) => `${count} × ${status}`).join(', ')}; a refusal takes ${median(refused.map(({ milliseconds }) => milliseconds)).toFixed(0)} ms`,
  )
  for (const [kind, times] of during) {
    const idle = p99([...(before.get(kind) ?? []), ...(after.get(kind) ?? [])])
    const storm = p99(times)
    promise(
      storm < 3 * idle,
      `${kind}: median ${median(times).toFixed(0)} ms, p99 ${storm.toFixed(0)} ms, ${(storm / idle).toFixed(1)} times the idle ${idle.toFixed(0)} ms, under 3 promised`,
    )
  }
  promise(
    refused.length > 0 &&
      stormed.every(({ status, retryAfter }) => status === 303 || (status === 503 && retryAfter)),
    'every attempt ends in a code or in a 503 with Retry-After',
  )
  const grown = (memory.most - memory.before) / 1024 ** 2
  promise(grown < 256, `memory grew by ${grown.toFixed(0)} MiB at most, 256 allowed`)
}

const web = await createWeb(platform, { biller: undefined })
try {
  people = await accounts()
  visualCodes = await openVisualCodes(25_000)
  await measureStorm(await measureRate())
} finally {
  await web.close()
  await opened.close()
  await rm(data, { recursive: true, force: true })
}
if (broken) process.exitCode = 1
