import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import fastify, { type FastifyInstance } from 'fastify'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { fixedClock } from '#kernel/clock.ts'
import { day } from '#kernel/day.ts'
import { system } from '#platform/authority/principal.ts'
import { v } from '#platform/catalogue/value.ts'
import { readConfig } from '#platform/config.ts'
import type { Db } from '#platform/database/tables.ts'
import { transact } from '#platform/database/transact.ts'
import { vaultOf } from '#platform/database/vault.ts'
import { revoke, suspend } from '#platform/documents/change-state.ts'
import { bareCode, codeAddress } from '#platform/documents/credential/qr.ts'
import { document } from '#platform/documents/document.ts'
import { issue } from '#platform/documents/issue.ts'
import type { IssuedDocument } from '#platform/documents/issued.ts'
import type { RotatingIssuerKeys } from '#platform/documents/keys/port.ts'
import { openIssuerFile } from '#platform/documents/keys/ring.ts'
import { testDatabase } from '#tests/support/database.ts'
import { noCatalogue } from '#tests/support/no-catalogue.ts'
import { aPerson } from '#tests/support/people.ts'
import { verifyChannel } from './channel.tsx'

const origin = 'https://diwan.example'
const permit = document('specimen-permit', {
  sector: 'specimen',
  title: { ar: 'تصريح نموذجي', en: 'Specimen permit' },
  issuer: { ar: 'إدارة النماذج', en: 'Office of Specimens' },
  look: { kind: 'certificate', accent: '#0f5c4c' },
  prefix: 'SP',
  claims: async () => ({
    holderName: { ar: 'سالم آل مثال', en: 'Salem Al Mithal' },
    birth: day('1991-03-14'),
    validFrom: day('2026-11-23'),
    facts: [{ key: 'secret', label: { ar: 'سر', en: 'Secret' }, value: v.plain('only on paper') }],
  }),
})

const clock = fixedClock('2026-11-23T08:00:00Z')
let db: Db
let issuers: RotatingIssuerKeys
let app: FastifyInstance
const lines: string[] = []
let paper: IssuedDocument
beforeAll(async () => {
  ;({ db } = await testDatabase())
  issuers = await openIssuerFile(await mkdtemp(join(tmpdir(), 'verify-')))
  const vault = vaultOf([{ id: 'test', bytes: new Uint8Array(32) }])
  app = fastify({ logger: { level: 'info', stream: { write: (line: string) => void lines.push(line) } } })
  await app.register(cookie)
  await app.register(formbody)
  await app.register(
    verifyChannel({ db, clock, issuers, vault, config: readConfig({}), catalogue: noCatalogue }),
  )
})
beforeEach(async () => {
  lines.length = 0
  clock.advance({ days: 2 })
  const person = await aPerson(db)
  paper = await transact(db, (tx) =>
    issue(
      tx,
      { issuers, config: { origin } },
      { definition: permit, person, subjectId: 'self', at: clock.now() },
    ),
  )
})

const form = (payload: Record<string, string>, url = '/verify?lang=en') =>
  app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(payload).toString(),
  })
const api = (payload: object) => app.inject({ method: 'POST', url: '/api/v1/verify', payload })

describe('the printed code', () => {
  it('opens the answer in a browser, as it was scanned', async () => {
    const { pathname } = new URL(codeAddress(origin, paper.packed))
    expect(pathname.length).toBeGreaterThan(300)
    const page = await app.inject(pathname)
    expect(page.statusCode).toBe(200)
    expect(page.body).toContain('الوثيقة صحيحة وسارية')
    expect(page.body).toContain('سالم آل مثال')
    expect(page.headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' })
  })

  it('shows the least that serves, and logs nothing of it', async () => {
    const { pathname } = new URL(codeAddress(origin, paper.packed))
    const page = await app.inject(`${pathname.replace('/V/', '/verify/')}?lang=en`)
    expect(page.body).toContain('The document is genuine and valid')
    for (const kept of [paper.number, 'only on paper', '1991', 'Secret'])
      expect(page.body).not.toContain(kept)
    expect(lines.join()).toContain('/V/…')
    expect(lines.join()).not.toContain(pathname.slice(3, 30))
  })

  it('that is broken gets an answer, not an error', async () => {
    for (const path of [
      '/V/',
      '/V/A',
      '/V/%3Cscript%3Ealert(1)%3C/script%3E',
      '/verify/::::',
      `/V/${'A'.repeat(6000)}`,
    ]) {
      const page = await app.inject(`${path}?lang=en`)
      expect([path.slice(0, 20), page.statusCode]).toEqual([path.slice(0, 20), 200])
      expect(page.body).toContain('We cannot confirm this document')
      expect(page.body).not.toContain('<script>alert')
    }
  })

  it('of a document that was taken back says so', async () => {
    const ask = {
      person: paper.person,
      id: paper.id,
      reason: { ar: 'فُقدت', en: 'Lost' },
      by: system('test'),
      at: clock.now(),
    }
    await transact(db, (tx) => revoke(tx, ask))
    const page = await form({ code: bareCode(paper.packed) })
    expect(page.body).toContain('This document was taken back')
  })
})

describe('the status list', () => {
  const list = (headers: Record<string, string> = {}) => app.inject({ url: '/status/1', headers })

  it('comes in the form that is asked for, and not again while it is the same', async () => {
    const jwt = await list()
    const cwt = await list({ accept: 'application/statuslist+cwt' })
    expect([jwt, cwt].map((one) => one.headers['content-type'])).toEqual([
      'application/statuslist+jwt',
      'application/statuslist+cwt',
    ])
    expect(jwt.headers).toMatchObject({ 'cache-control': 'public, max-age=60', vary: 'accept' })
    expect(jwt.headers.etag).not.toBe(cwt.headers.etag)
    const again = await list({ 'if-none-match': `"x", ${jwt.headers.etag}` })
    expect([again.statusCode, again.body]).toEqual([304, ''])
    expect((await list({ 'if-none-match': String(cwt.headers.etag) })).statusCode).toBe(200)
    for (const url of ['/status/999', '/status/x', '/status/1e9'])
      expect((await app.inject(url)).statusCode).toBe(404)
  })

  it('is another one as soon as a document is suspended, which its page says too', async () => {
    const { etag } = (await list()).headers
    const reason = { ar: 'للاختبار', en: 'For the test' }
    const { person, id } = paper
    await transact(db, (tx) => suspend(tx, { person, id, reason, by: system('test'), at: clock.now() }))
    expect((await list({ 'if-none-match': String(etag) })).statusCode).toBe(200)
    const page = await form({ code: bareCode(paper.packed) })
    expect(page.body).toContain('This document is suspended')
    expect(page.body).not.toContain(reason.en)
    expect((await api({ code: bareCode(paper.packed) })).json().state).toBe('suspended')
  })
})

describe('the form', () => {
  it('is there in both languages, without JavaScript', async () => {
    expect((await app.inject('/verify')).body).toContain('dir="rtl"')
    const page = await app.inject('/verify?lang=en')
    for (const name of ['number', 'verificationCode', 'code']) expect(page.body).toContain(`name="${name}"`)
  })

  it('answers a number with its code, and the text of a code', async () => {
    const byNumber = await form({ number: paper.number, verificationCode: paper.code })
    const byText = await form({ code: codeAddress(origin, paper.packed) })
    for (const page of [byNumber, byText]) expect(page.body).toContain('The document is genuine and valid')
    expect((await form({ number: paper.number, verificationCode: 'ZZZZZZ' })).body).toContain(
      'We have no such document',
    )
  })

  it.each([
    [{ number: '', verificationCode: '' }, 'Enter the document number'],
    [{ number: 'SP-1' }, 'Enter the verification code'],
    [{ code: '  ' }, 'Paste the text of the code'],
    [{ code: 'x'.repeat(6000) }, 'Paste the text of the code'],
  ])('asks for what is missing: %j', async (given, message) => {
    const page = await form(given)
    expect(page.statusCode).toBe(422)
    expect(page.body).toContain(message)
  })

  it('cannot be used to guess codes', async () => {
    const tries = await Promise.all(
      Array.from({ length: 11 }, () => form({ number: paper.number, verificationCode: 'ZZZZZZ' })),
    )
    expect(tries.filter((page) => page.statusCode === 429)).toHaveLength(1)
    expect(tries.find((page) => page.statusCode === 429)?.headers['retry-after']).toBe('60')
  })
})

describe('the API', () => {
  it('answers a program with the same', async () => {
    const document = {
      title: permit.title,
      issuer: permit.issuer,
      holder: { ar: 'سالم آل مثال', en: 'Salem Al Mithal' },
      numberTail: paper.number.slice(-4),
      validFrom: '2026-11-23',
    }
    const checkedAt = clock.now().toISOString()
    expect((await api({ code: bareCode(paper.packed) })).json()).toEqual({
      state: 'valid',
      checkedAt,
      document,
    })
    expect((await api({ code: 'x' })).json()).toEqual({
      state: 'not-genuine',
      checkedAt,
      reason: 'truncated',
    })
    expect((await api({ number: paper.number, verificationCode: paper.code })).json().state).toBe('valid')
  })

  it.each([
    {},
    { code: '' },
    { code: 1 },
    { number: 'x' },
    { code: 'x', number: 'y', verificationCode: 'z' },
    [],
  ])('refuses %j', async (ask) => {
    const refused = await api(ask)
    expect(refused.statusCode).toBe(422)
    expect(refused.headers['content-type']).toContain('application/problem+json')
  })

  it('publishes the keys that verify without it', async () => {
    const { keys } = (await app.inject('/api/v1/verify/keys')).json()
    expect(keys[0]).toMatchObject({ kty: 'OKP', crv: 'Ed25519' })
    expect(keys[0].d).toBeUndefined()
  })
})
