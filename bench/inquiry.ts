/**
 * What a public inquiry and the page of a service cost beside a bare Fastify route with one named select by
 * primary key. Run: `npx tsx bench/inquiry.ts`. Through `inject`, so that no socket is measured; all in one
 * process over one database, in turns, so that a busy machine slows all alike; 32 calls at once, but 320 of the
 * inquiry, which waits 150 ms on purpose so that its time tells nothing. With DATABASE_URL it uses that server.
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Fastify, { type FastifyInstance, type InjectOptions } from 'fastify'
import { createWeb } from '#channels/server.ts'
import { openSession } from '#command/session.ts'
import { withCheckDigit } from '#kernel/person-number.ts'
import { readConfig } from '#platform/config.ts'
import { codeOf, newVisualCode } from '#platform/guard/visual-code.ts'

const usual = 32
const rounds = 6
const perRound = 320

const data = await mkdtemp(join(tmpdir(), 'bench-'))
// Started by root, PostgreSQL runs as somebody else, who has to come in.
await chmod(data, 0o755)
const session = await openSession(
  readConfig({
    DIWAN_DATA: data,
    DIWAN_LOG: 'silent',
    DIWAN_SANDBOX: 'off',
    DATABASE_URL: process.env.DATABASE_URL,
  }),
)
const { platform } = session

const bare = Fastify()
bare.get('/bare', async () => {
  const { rows } = await platform.pool.query({
    name: 'bench-bare',
    text: 'select person_id, born from person where person_id = $1',
    values: ['1900000000'],
  })
  return rows[0] ?? {}
})
const web = await createWeb(platform, { biller: undefined })

const nationalId = withCheckDigit('190000001')
let serial = 0
/** Each from an address of its own, as the throttles expect of a crowd. */
const address = () => `10.${(++serial >> 16) & 255}.${(serial >> 8) & 255}.${serial & 255}`

/** A question with its visual code; the picture was asked for before, and is not measured. */
async function question(): Promise<InjectOptions> {
  const { id } = await newVisualCode(platform)
  return {
    method: 'POST',
    url: '/api/v1/inquiries/query-fingerprint-by-national-id',
    remoteAddress: address(),
    payload: { answers: { nationalId }, visualCode: { id, code: codeOf(platform.vault, id) } },
  }
}
const get = (url: string) => async (): Promise<InjectOptions> => ({ url, remoteAddress: address() })

const limit = 'bare route, one named select'
const contenders: Readonly<
  Record<string, { app: FastifyInstance; ask: () => Promise<InjectOptions>; atOnce?: number }>
> = {
  [limit]: { app: bare, ask: get('/bare') },
  'public inquiry with its visual code (API)': { app: web, ask: question, atOnce: 320 },
  'page of a service, not signed in': { app: web, ask: get('/services/renew-driving-licence') },
  'a service by program (API)': { app: web, ask: get('/api/v1/services/renew-driving-licence') },
}

interface Seen {
  readonly times: number[]
  seconds: number
}
const seen = new Map<string, Seen>()

async function round(name: string, counts: boolean): Promise<void> {
  const contender = contenders[name]
  if (!contender) return
  const asks = await Promise.all(Array.from({ length: perRound }, contender.ask))
  const it = seen.get(name) ?? { times: [], seconds: 0 }
  seen.set(name, it)
  const from = performance.now()
  const worker = async (): Promise<void> => {
    for (let ask = asks.pop(); ask; ask = asks.pop()) {
      const start = performance.now()
      const { statusCode, body } = await contender.app.inject(ask)
      if (statusCode !== 200) throw new Error(`${name}: ${statusCode} ${body}`)
      if (counts) it.times.push(performance.now() - start)
    }
  }
  await Promise.all(Array.from({ length: contender.atOnce ?? usual }, worker))
  if (counts) it.seconds += (performance.now() - from) / 1000
}

for (let at = -2; at < rounds; at++) for (const name of Object.keys(contenders)) await round(name, at >= 0)

const numbers = ({ times, seconds }: Seen) => ({
  rate: times.length / seconds,
  p99: times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? 0,
})
const floor = numbers(seen.get(limit) ?? { times: [], seconds: 1 })
for (const [name, it] of seen) {
  const { rate, p99 } = numbers(it)
  console.log(
    `${name}: ${rate.toFixed(0)}/s (${(rate / floor.rate).toFixed(2)} of the bare rate), p99 ${p99.toFixed(1)} ms (${(p99 / floor.p99).toFixed(1)} times the bare one)`,
  )
}
await web.close()
await bare.close()
await session.close()
await rm(data, { recursive: true, force: true })
