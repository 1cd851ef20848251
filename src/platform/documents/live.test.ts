import { generateKeyPairSync, sign } from 'node:crypto'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import type { CodeClaims } from './credential/claims.ts'
import { liveDraft, liveMessage } from './credential/live.ts'
import { codeAddress, packedIn } from './credential/qr.ts'
import { open, pack, seal, unpack } from './cwt.ts'
import type { RotatingIssuerKeys } from './keys/port.ts'
import { openIssuerFile } from './keys/ring.ts'

const at = new Date('2026-03-01T09:00:00Z')
const later = (seconds: number) => new Date(at.getTime() + seconds * 1000)
const phone = device()
const claims: CodeClaims = {
  issuer: 'https://diwan.example',
  issuedAt: at,
  validFrom: day('2026-03-01'),
  validUntil: day('2031-02-28'),
  ends: new Date('2026-03-31T09:00:00Z'),
  document: 'driving-licence',
  view: 'over-18',
  extra: { over18: 'yes' },
  face: new Uint8Array(600).fill(7),
  device: phone.point,
  status: { uri: 'https://diwan.example/status/1', index: 7 },
}

let keys: RotatingIssuerKeys
let credential: Uint8Array
beforeAll(async () => {
  keys = await openIssuerFile(await mkdtemp(join(tmpdir(), 'live-')))
  credential = await unpacked(claims)
})

function device() {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const point = Buffer.concat([Buffer.from([4]), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')])
  return { privateKey, point: new Uint8Array(point) }
}
async function unpacked(of: CodeClaims): Promise<Uint8Array> {
  const opened = unpack(await seal(keys, of))
  if (!opened.ok) throw new Error(opened.error)
  return opened.value
}
function shown(what: Uint8Array, by = phone, when = at): Uint8Array {
  const draft = liveDraft(what, when)
  return pack(
    liveMessage(draft, sign('sha256', draft.toSign, { key: by.privateKey, dsaEncoding: 'ieee-p1363' })),
  )
}
async function flawOf(packed: Uint8Array, when = at) {
  const opened = await open(packed, keys.trusted(), when)
  return opened.ok ? undefined : opened.error
}

it('is the issuer’s credential, shown by its device just now, also after a way through an address', async () => {
  const read = packedIn(codeAddress('https://diwan.example', shown(credential)))
  const opened = await open(read.ok ? read.value : new Uint8Array(), keys.trusted(), later(20))
  expect(opened).toMatchObject({ ok: true, value: { claims, live: { at, tell: false } } })
})

it('says that its holder wishes to hear of a check', async () => {
  const draft = liveDraft(credential, at, { tell: true })
  const signature = sign('sha256', draft.toSign, { key: phone.privateKey, dsaEncoding: 'ieee-p1363' })
  const opened = await open(pack(liveMessage(draft, signature)), keys.trusted(), at)
  expect(opened).toMatchObject({ ok: true, value: { live: { tell: true } } })
})

it('goes stale, so that a picture of it is worth nothing, and does not come from the future', async () => {
  const code = shown(credential)
  expect(await flawOf(code, later(60))).toBeUndefined()
  expect(await flawOf(code, later(61))).toBe('stale')
  expect(await flawOf(code, later(-31))).toBe('clock-ahead')
  // A clock that is ten minutes off, either way.
  expect([await flawOf(code, later(600)), await flawOf(code, later(-600))]).toEqual(['stale', 'clock-ahead'])
})

it('is refused from another device, without one, and around a document of no device', async () => {
  expect(await flawOf(shown(credential, device()))).toBe('wrong-device')
  expect(await flawOf(pack(credential))).toBe('not-live')
  const { device: _, ...free } = claims
  expect(await flawOf(shown(await unpacked({ ...free, view: 'over-18', ends: undefined })))).toBe(
    'not-for-a-device',
  )
  expect(await flawOf(shown(shown(credential)))).toBe('malformed')
})
