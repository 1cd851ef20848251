import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { deflateSync, inflateSync } from 'node:zlib'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import { system } from '#platform/authority/principal.ts'
import { discover } from '#platform/catalogue/discover.ts'
import { transact } from '#platform/database/transact.ts'
import { revoke, suspend } from '#platform/documents/change-state.ts'
import { codeAddress, packedIn, qrSvg, qrVersion } from '#platform/documents/credential/qr.ts'
import { seal } from '#platform/documents/cwt.ts'
import { drawDocument } from '#platform/documents/draw.ts'
import type { IssuedDocument } from '#platform/documents/issued.ts'
import { publicKeySet } from '#platform/documents/keys/trust-list.ts'
import { statusToken } from '#platform/documents/status-token.ts'
import { createLanterns } from '#platform/fixtures/lanterns/registry.ts'
import { type TestPlatform, testPlatform } from '../support/database.ts'
import { aPerson } from '../support/people.ts'
import { ensurePython } from '../support/python.ts'

const python = ensurePython()
// Whoever is not root cannot install it, and has this said; CI is root, where it has to be there.
const may = python.ok || process.getuid?.() === 0
if (!may && !python.ok) process.stdout.write(`Skipped, no second implementation: ${python.error}\n`)

function judge(question: object): Record<string, unknown> {
  if (!python.ok) throw new Error(python.error)
  const run = spawnSync(python.value, [join(import.meta.dirname, 'judge.py')], {
    input: JSON.stringify(question),
    encoding: 'utf8',
  })
  if (run.status !== 0) throw new Error(run.stderr)
  // The script answers with an object.
  return JSON.parse(run.stdout) as Record<string, unknown>
}

const origin = 'https://services.example.org'

describe.runIf(may)('an implementation that shares nothing with ours', () => {
  let test: TestPlatform
  let document: IssuedDocument
  beforeAll(async () => {
    test = await testPlatform({
      catalogue: await discover(new URL('../../src/platform/fixtures', import.meta.url).pathname),
    })
    await createLanterns(test.db)
    document = await aCard()
  }, 60_000)

  async function aCard(): Promise<IssuedDocument> {
    const keeper = await aPerson(test.db)
    await test.db
      .insertInto('lantern')
      .values({ person_id: keeper, id: 'L1', lit: true, held: false, valid_until: day('2027-01-01') })
      .execute()
    const card = test.platform.catalogue.document('keeper-card')
    const drawn = card && (await drawDocument(test.platform, card, keeper, 'self'))
    if (!drawn) throw new Error('nothing drawn')
    return drawn
  }
  const keys = () => publicKeySet(test.platform.issuers).keys
  const ask = (address: string) => judge({ ask: 'credential', address, keys: keys() })

  it('reads and verifies a code with its face', () => {
    expect(ask(codeAddress(origin, document.packed))).toMatchObject({
      issuer: test.platform.config.origin,
      number: document.number,
      name: document.content.holder.ar,
      nameEn: document.content.holder.en,
      birth: '19910314',
      document: 'keeper-card',
      extra: { kept: '1' },
      faceKind: 3,
    })
  })

  it('verifies what the other kind of key signed', async () => {
    const { issuers } = test.platform
    const es256 = { ...issuers, current: () => issuers.current('ES256') }
    const packed = await seal(es256, {
      issuer: origin,
      issuedAt: test.clock.now(),
      document: 'keeper-card',
      number: 'LK-1',
      name: document.content.holder,
      birth: day('1991-03-14'),
      validFrom: day('2026-11-23'),
      extra: {},
      status: { uri: `${origin}/status/1`, index: 7 },
    })
    expect(ask(codeAddress(origin, packed))).toMatchObject({ number: 'LK-1', index: 7 })
  })

  it('refuses one that was changed and packed anew', () => {
    const message = Uint8Array.from(inflateSync(document.packed))
    const at = Buffer.from(message).indexOf(document.number)
    message[at + 3] = (message[at + 3] ?? 0) ^ 1
    expect(ask(codeAddress(origin, deflateSync(message)))).toEqual({ refused: 'signature' })
  })

  it('reads in a status list what became of each document', async () => {
    const [good, ended, halted] = [document, await aCard(), await aCard()]
    const change = (it: IssuedDocument) => ({
      person: it.person,
      id: it.id,
      reason: { ar: 'للاختبار.', en: 'For the test.' },
      by: system('test'),
      at: test.clock.now(),
    })
    await transact(test.db, (tx) => revoke(tx, change(ended)))
    await transact(test.db, (tx) => suspend(tx, change(halted)))
    const places = [good, ended, halted].map(({ packed }) => ask(codeAddress(origin, packed)).index)
    const token = await statusToken(test.platform, 1, 'cwt')
    if (!token) throw new Error('no list')
    const asked = {
      ask: 'status',
      token: Buffer.from(token.bytes).toString('base64url'),
      keys: keys(),
      places,
    }
    expect(judge(asked)).toEqual({
      type: 'application/statuslist+cwt',
      sub: `${test.platform.config.origin}/status/1`,
      life: 604_800,
      ttl: 43_200,
      states: [0, 1, 2],
    })
  })

  it('scans what is printed, with the face in it, and gets the very address', async () => {
    const address = codeAddress(origin, document.packed)
    expect(qrVersion(address)).toBeLessThanOrEqual(25)
    const size = (qrVersion(address) * 4 + 17 + 8) * 4
    const png = await sharp(Buffer.from(qrSvg(address)))
      .resize(size, size, { kernel: 'nearest' })
      .flatten({ background: '#fff' })
      .png()
      .toBuffer()
    const { texts } = judge({ ask: 'scan', png: png.toString('base64url') })
    expect(texts).toEqual([address])
    const packed = packedIn(String(address))
    expect(packed.ok && packed.value).toEqual(document.packed)
  })
})

it('a code without a face is of version 15 at most', async () => {
  const { platform } = await testPlatform()
  const packed = await seal(platform.issuers, {
    issuer: origin,
    issuedAt: platform.clock.now(),
    validFrom: day('2026-11-23'),
    validUntil: day('2031-11-22'),
    document: 'vehicle-registration',
    number: 'VR-1448-4KQ7M2-C',
    name: { ar: 'نورة بنت سعد بن عبدالله آل مثال', en: 'Noura Saad Abdullah Al Mithal' },
    birth: day('1990-05-17'),
    extra: { seq: '712345678' },
    status: { uri: `${origin}/status/1`, index: 481_516 },
  })
  expect(qrVersion(codeAddress(origin, packed))).toBeLessThanOrEqual(15)
})
