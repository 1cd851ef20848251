import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fixedClock } from '#kernel/clock.ts'
import { httpIntegration } from './provider-http.ts'
import { verifySignature } from './signature.ts'

const clock = fixedClock('2027-01-05T09:00:00Z')
let reply: { status: number; body: unknown } = { status: 200, body: {} }
let got: { url: string | undefined; body: string; signature: string | undefined } | undefined

const server = createServer(async (request, response) => {
  got = {
    url: request.url,
    body: await text(request),
    signature: String(request.headers['diwan-signature']),
  }
  response.writeHead(reply.status, { 'content-type': 'application/json' }).end(JSON.stringify(reply.body))
})
beforeAll(() => new Promise<void>((done) => server.listen(0, '127.0.0.1', done)))
afterAll(() => new Promise((done) => server.close(done)))

function ask(status: number, body: unknown = {}) {
  reply = { status, body }
  // A server that listens on a port has an address with one.
  const { port } = server.address() as AddressInfo
  return httpIntegration({ url: `http://127.0.0.1:${port}`, secret: 'shared', clock }).ask({
    operation: 'iban-ownership',
    key: 'k1',
    data: { iban: 'SA00' },
    callback: { url: 'https://portal.test/back', token: 't' },
  })
}

describe('an outside system over HTTP', () => {
  it('is asked with a signature, and its answers are understood', async () => {
    expect(await ask(200, { facts: { holder: 'yes' } })).toEqual({ kind: 'done', facts: { holder: 'yes' } })
    expect(got?.url).toBe('/operations/iban-ownership')
    expect(verifySignature('shared', got?.body ?? '', got?.signature, clock.now())).toBe('right')
    expect(await ask(202)).toEqual({ kind: 'accepted' })
    const refusal = { code: 'closed', because: { ar: 'مغلق', en: 'Closed' } }
    expect(await ask(422, refusal)).toEqual({ kind: 'refused', ...refusal })
  })

  it('is asked again later when it fails or says what nobody understands', async () => {
    await expect(ask(500)).rejects.toThrow('500')
    await expect(ask(404)).rejects.toThrow('404')
    await expect(ask(422, { because: 'no' })).rejects.toThrow()
  })
})
