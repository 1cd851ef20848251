/**
 * Whoever calls the server in bench/sign-in.ts, in a process of its own, so that its work is not measured as
 * the server's: is given the calls, says that it is ready, and after the next message sends each call at its time,
 * whether or not the calls before it were answered.
 */
import { Agent, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'

export interface CallAt {
  /** Milliseconds after the start. */
  readonly at: number
  readonly kind: string
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

export interface Called {
  readonly kind: string
  /** 0 when there was no answer. */
  readonly status: number
  readonly retryAfter: boolean
  readonly milliseconds: number
}

export interface Calls {
  readonly port: number
  readonly calls: readonly CallAt[]
}

async function callAll({ port, calls }: Calls): Promise<readonly Called[]> {
  // As many connections as a proxy in front holds open; a crowd of people comes through those.
  const agent = new Agent({ keepAlive: true, maxSockets: 256 })
  const start = performance.now()
  const running: Promise<Called>[] = []
  for (const call of calls) {
    const early = call.at - (performance.now() - start)
    if (early > 1) await sleep(early)
    running.push(callOne(agent, port, call))
  }
  const all = await Promise.all(running)
  agent.destroy()
  return all
}

function callOne(agent: Agent, port: number, { kind, method, path, headers, body }: CallAt): Promise<Called> {
  const from = performance.now()
  return new Promise((done) => {
    const end = (status: number, retryAfter: boolean) =>
      done({ kind, status, retryAfter, milliseconds: performance.now() - from })
    const sent = request(
      {
        agent,
        host: '127.0.0.1',
        port,
        method,
        path,
        headers: { ...headers, ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }) },
      },
      (answer) => {
        answer.resume()
        answer.on('end', () => end(answer.statusCode ?? 0, answer.headers['retry-after'] !== undefined))
        answer.on('error', () => end(0, false))
      },
    )
    sent.on('error', () => end(0, false))
    sent.end(body)
  })
}

process.once('message', (calls: Calls) => {
  process.once('message', () => {
    void callAll(calls).then((called) => process.send?.(called, () => process.disconnect()))
  })
  process.send?.('ready')
})
