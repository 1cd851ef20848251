import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { pino } from 'pino'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import type { PersonNumber } from '#kernel/person-number.ts'
import { createPlatform } from '#main'
import { readConfig } from '#platform/config.ts'
import { connect } from '#platform/database/connect.ts'
import { freePort, urlOf } from '#platform/database/embedded/cluster.ts'
import { findPostmaster } from '#platform/database/embedded/postmaster.ts'
import { ledgerBalances } from '#platform/payments/ledger.ts'
import type { Platform } from '#platform/platform.ts'
import { createSandbox } from '#sandbox/server.ts'
import { anAccount, aSession } from './support/accounts.ts'
import { whenDone } from './support/done.ts'
import { formsOf } from './support/forms.ts'
import { mobileOf } from './support/people.ts'

/**
 * Kills the server, or its PostgreSQL, in the middle of people's requests and payments, and looks afterwards
 * whether all that was acknowledged is there, once. The phone and the biller live outside the server, in this
 * process, and see everything that it sends.
 */

const root = resolve(import.meta.dirname, '..')
const data = await mkdtemp(join(tmpdir(), 'diwan-crash-'))
const [port, sandboxPort, smppPort, smtpPort] = await Promise.all([1, 2, 3, 4].map(() => freePort()))
if (!port || !sandboxPort || !smppPort || !smtpPort) throw new Error('no ports')
const portal = `http://127.0.0.1:${port}`
const secret = 'what the biller and the platform share'
const env = {
  DIWAN_DATA: data,
  DIWAN_PERSONS: '600',
  DIWAN_LOG: 'warn',
  DIWAN_PORT: String(port),
  DIWAN_ORIGIN: portal,
  DIWAN_SANDBOX: 'off',
  DIWAN_SMPP_URL: `smpp://diwan:secret@127.0.0.1:${smppPort}`,
  DIWAN_SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
  DIWAN_BILLER_URL: `http://127.0.0.1:${sandboxPort}/biller`,
  DIWAN_BILLER_SECRET: secret,
}
const note = z.object({ folder: z.string(), port: z.number(), password: z.string() })
const readNote = async () => note.parse(JSON.parse(await readFile(join(data, 'database.json'), 'utf8')))

let server: ChildProcess | undefined
/** What the server that runs wrote, for when it stops by itself. */
let said = ''

/** Starts the server as `bin/diwan` does, and waits until it is ready. */
async function start(): Promise<void> {
  const child = spawn(
    process.execPath,
    ['--import', join(root, 'node_modules/tsx/dist/loader.mjs'), join(root, 'src/command/diwan.ts'), 'serve'],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env, TSX_TSCONFIG_PATH: join(root, 'tsconfig.json') },
    },
  )
  server = child
  said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      said += String(chunk)
    })
  await vi.waitFor(
    () => {
      if (child.exitCode !== null || !said.includes('Ready after')) throw new Error(`not ready: ${said}`)
    },
    { timeout: 40_000, interval: 50 },
  )
}

async function killServer(): Promise<void> {
  const child = server
  if (!child) return
  const gone = new Promise((done) => child.once('exit', done))
  child.kill('SIGKILL')
  await gone
}

async function killDatabase(): Promise<void> {
  const { folder } = await readNote()
  const running = await findPostmaster(folder)
  if (running) process.kill(running.pid, 'SIGKILL')
}

whenDone(async () => {
  if (server?.exitCode === null) {
    const gone = new Promise((done) => server?.once('exit', done))
    server.kill('SIGTERM')
    await gone
  }
  await rm(data, { recursive: true, force: true })
})

/** The server's database, from this process; the embedded one may have moved to another port. */
async function look<T>(at: (platform: Platform) => Promise<T>): Promise<T> {
  const { port: where, password } = await readNote()
  const connection = connect(urlOf(where, password, 'diwan'), { max: 4 })
  try {
    const platform = await createPlatform(readConfig(env), connection, pino({ level: 'silent' }))
    return await at(platform)
  } finally {
    await connection.close()
  }
}

interface Payer {
  readonly person: PersonNumber
  readonly cookie: string
}

/** Asks until the server answers something of its own: what it did not acknowledge is simply asked again. */
async function insist(
  path: string,
  { cookie }: Payer,
  body?: Readonly<Record<string, string>>,
): Promise<Response> {
  for (const end = Date.now() + 90_000; ; await sleep(60)) {
    const answer = await fetch(`${portal}${path}`, {
      redirect: 'manual',
      headers: { cookie },
      ...(body ? { method: 'POST', body: new URLSearchParams(body) } : {}),
    }).catch(() => undefined)
    if (answer && answer.status < 500) return answer
    if (Date.now() > end)
      throw new Error(
        `${path} got no answer, at last ${answer?.status}; the server (${server?.exitCode}) said:\n${said}`,
      )
  }
}

const ledTo = (answer: Response, what: string): string => {
  const to = answer.headers.get('location')
  if (answer.status !== 303 || to === null) throw new Error(`${what} was answered with ${answer.status}`)
  return to
}

/** A page and the form of it that leads to `action`, with the browser's half of the CSRF token. */
async function formOn(path: string, payer: Payer, action: string) {
  const page = await insist(path, payer)
  const browser = page.headers.getSetCookie().find((one) => one.startsWith('diwan-browser='))
  const who = browser ? { ...payer, cookie: `${payer.cookie}; ${browser.split(';')[0]}` } : payer
  const html = await page.text()
  const form = formsOf(html).find((one) => one.action.includes(action))
  if (!form) throw new Error(`${path} has no form for ${action}: ${html.slice(0, 3000)}`)
  return { who, form, html }
}

/** Pays all violations of a person as their browser would; what it resolves with was acknowledged. */
async function payViolations(payer: Payer): Promise<string> {
  const { who, form } = await formOn('/services/pay-violations', payer, '/start')
  const draft = ledTo(await insist(form.action, who, form.fields), 'starting')
  const reference = /\/requests\/([^/]+)/.exec(draft)?.[1] ?? ''
  const first = ledTo(await insist(`/requests/${reference}/form`, who), 'the form')
  const asked = await formOn(first, who, '/form/')
  const number = /name="violations" value="(\d+)"|value="(\d+)"[^>]*name="violations"/.exec(asked.html)
  const violations = number?.[1] ?? number?.[2] ?? ''
  ledTo(await insist(asked.form.action, who, { ...asked.form.fields, violations }), 'answering')
  const check = await formOn(`/requests/${reference}/check`, who, '/submit')
  ledTo(await insist(check.form.action, who, check.form.fields), 'sending')
  const bill = await formOn(`/requests/${reference}`, who, '/pay')
  let opened = await insist(bill.form.action, who, bill.form.fields)
  // Said when its own database was away while the biller answered: nothing was taken, try again.
  for (let time = 0; opened.status === 409 && time < 50; time++) {
    await sleep(200)
    opened = await insist(bill.form.action, who, bill.form.fields)
  }
  const biller = ledTo(opened, 'paying')
  const pay = formsOf(await (await fetch(biller)).text()).find((one) => one.action === '/biller/pay')
  if (!pay) throw new Error('the biller asks for nothing')
  await fetch(`http://127.0.0.1:${sandboxPort}/biller/pay`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ ...pay.fields, how: 'twice' }),
  })
  return reference
}

const texts = z.array(z.object({ text: z.string() }))
const textsOf = async (person: PersonNumber): Promise<readonly string[]> => {
  const address = `http://127.0.0.1:${sandboxPort}/phone/${encodeURIComponent(mobileOf(person))}/messages`
  return texts.parse(await (await fetch(address)).json()).map(({ text }) => text)
}

const waves = [
  { name: 'the server', kill: killServer, kills: 2 },
  { name: 'the database', kill: killDatabase, kills: 2 },
] as const
const people = 10

describe('killed without warning', { timeout: 180_000 }, () => {
  const waiting: Payer[] = []

  beforeAll(async () => {
    const world = await createSandbox({
      port: sandboxPort,
      production: false,
      portal,
      keys: {},
      phone: { smppPort, smtpPort, systemId: 'diwan', password: 'secret' },
      secrets: { biller: secret, bank: 'unused', fingerprint: 'unused', operator: 'unused' },
    })
    whenDone(() => world.close())
    await start()
    await look(async (platform) => {
      const persons = await platform.db
        .selectFrom('violation')
        .innerJoin('person', 'person.person_id', 'violation.person_id')
        .select('violation.person_id')
        .where('violation.state', '=', 'unpaid')
        .where('person.alive', '=', true)
        .where('person.id_expiry', '>', sql<never>`current_date`)
        .distinct()
        .orderBy('violation.person_id')
        .limit(2 + people * waves.length)
        .execute()
      for (const { person_id: person } of persons.slice(2)) {
        await anAccount(platform, person, { username: `payer${person}` })
        const { token } = await aSession(platform, person)
        // They came by a passkey just now, so that a larger sum is not to be confirmed besides.
        await platform.db
          .updateTable('session')
          .set({ methods: ['passkey'] })
          .where('person_id', '=', person)
          .execute()
        waiting.push({ person, cookie: `diwan-session=${token}` })
      }
    })
    expect(waiting).toHaveLength(people * waves.length)
  }, 90_000)

  it.each(waves)('$name loses nothing acknowledged, and doubles nothing', async ({ kill, kills, name }) => {
    const payers = waiting.splice(0, people)
    const pauses: number[] = []
    const paid = Promise.all(
      payers.map(async (payer, at) => {
        await sleep(at * 60)
        return { ...payer, reference: await payViolations(payer) }
      }),
    )
    // Its failure is told where it is awaited, after the last kill.
    paid.catch(() => undefined)
    for (let time = 0; time < kills; time++) {
      const pause = 150 + Math.random() * 700
      pauses.push(Math.round(pause))
      await sleep(pause)
      await kill()
      if (name === 'the server') await start()
      else await sleep(1500)
    }
    const done = await paid
    const when = `killed ${pauses.join(', ')} ms after it was up`

    await vi.waitFor(
      async () => {
        const open = await look(({ db }) =>
          db
            .selectFrom('request')
            .select('reference')
            .where(
              'person_id',
              'in',
              payers.map(({ person }) => person),
            )
            .where('status', '!=', 'fulfilled')
            .execute(),
        )
        expect(open, when).toEqual([])
      },
      { timeout: 40_000, interval: 500 },
    )
    await look(async (platform) => {
      const { db } = platform
      for (const { person, reference } of done) {
        const mine = <T extends 'request' | 'bill' | 'payment' | 'open_subject'>(table: T) =>
          sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)} where person_id = ${person}`
            .execute(db)
            .then(({ rows }) => rows[0]?.n)
        expect({ requests: await mine('request'), bills: await mine('bill') }, when).toEqual({
          requests: 1,
          bills: 1,
        })
        const events = await db
          .selectFrom('request_event')
          .innerJoin('request', (join) =>
            join
              .onRef('request.person_id', '=', 'request_event.person_id')
              .onRef('request.id', '=', 'request_event.request_id'),
          )
          .select('request_event.type')
          .where('request.person_id', '=', person)
          .where('request.reference', '=', reference)
          .orderBy('seq')
          .execute()
        expect(
          events.map(({ type }) => type),
          when,
        ).toEqual(['drafted', 'submitted', 'opened', 'paid', 'fulfilled'])
      }
      const balances = await ledgerBalances(db)
      expect(balances, when).toBeDefined()
    })
    await vi.waitFor(
      async () => {
        for (const { person, reference } of done) {
          const about = (await textsOf(person)).filter((text) => text.includes(reference))
          const different = new Set(about)
          expect(different.size, `${about.join(' | ')}; ${when}`).toBe(3)
          expect(about.length, `${about.join(' | ')}; ${when}`).toBe(different.size)
        }
      },
      { timeout: 40_000, interval: 500 },
    )
  })
})

it('left no process of the database behind that nobody uses', async () => {
  const users = await readdir(join(data, 'database.users'))
  expect(users).toContain(String(server?.pid))
})
