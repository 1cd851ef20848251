/**
 * How much issuing and verifying a credential costs beside the bare signature in it, of the same kind of key. Run:
 * `npx tsx bench/credential.ts`. Everything in one process, in turns, so that a busy machine slows all alike, and turns
 * that are long enough for a rate: what another left in the caches is gone after the first few calls. 0.6 of the bare
 * rate is wanted of both, and codes of at most version 15 without a face and 25 with one, at level M.
 */
import { generateKeyPairSync, randomBytes, sign, verify } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { day } from '#kernel/day.ts'
import type { CodeClaims } from '#platform/documents/credential/claims.ts'
import { codeAddress, packedIn, qrSvg, qrVersion } from '#platform/documents/credential/qr.ts'
import { open, seal } from '#platform/documents/cwt.ts'
import type { IssuerKeys } from '#platform/documents/keys/port.ts'
import { openIssuerFile } from '#platform/documents/keys/ring.ts'
import { smallFace } from '#platform/faces/picture.ts'
import { inTurns } from './turns.ts'

const folder = await mkdtemp(join(tmpdir(), 'bench-'))
const eddsa = await openIssuerFile(folder)
const es256: IssuerKeys = { ...eddsa, current: () => eddsa.current('ES256') }
const at = new Date('2026-11-23T08:00:00Z')
const claims: CodeClaims = {
  issuer: 'https://services.example.org',
  issuedAt: at,
  validFrom: day('2026-11-23'),
  validUntil: day('2031-11-22'),
  document: 'driving-licence',
  number: 'DL-1448-4KQ7M2-C',
  name: { ar: 'نورة بنت سعد بن عبدالله آل مثال', en: 'Noura Saad Abdullah Al Mithal' },
  birth: day('1990-05-17'),
  extra: { cls: 'private' },
  status: { uri: 'https://services.example.org/status/1', index: 481_516 },
}
const withFace = { ...claims, face: await smallFace({ seed: 'bench', sex: 'male', child: false }) }

const bytes = randomBytes(300)
const bare = {
  EdDSA: { ...generateKeyPairSync('ed25519'), hash: null },
  ES256: { ...generateKeyPairSync('ec', { namedCurve: 'P-256' }), hash: 'sha256' },
} as const
const trusted = eddsa.trusted()

for (const [name, keys] of [
  ['EdDSA', eddsa],
  ['ES256', es256],
] as const) {
  const { privateKey, publicKey, hash } = bare[name]
  const signature = sign(hash, bytes, privateKey)
  const address = codeAddress(claims.issuer, await seal(keys, claims))
  const faced = codeAddress(claims.issuer, await seal(keys, withFace))
  const read = async (code: string) => {
    const found = packedIn(code)
    if (!found.ok || !(await open(found.value, trusted, at)).ok) throw new Error('does not verify')
  }
  const times = await inTurns(
    {
      signing: () => void sign(hash, bytes, privateKey),
      issue: async () => void (await seal(keys, claims)),
      'issue with a face': async () => void (await seal(keys, withFace)),
      verifying: () => void verify(hash, bytes, publicKey, signature),
      verify: () => read(address),
      'verify with a face': () => read(faced),
    },
    { rounds: 40, perRound: 400 },
  )
  const rate = (what: string, beside: string) => {
    const [one, limit] = [times[what] ?? 0, times[beside] ?? 0]
    console.log(
      `${name}, ${what}: ${(one * 1000).toFixed(0)} µs, ${(limit / one).toFixed(2)} of the rate of bare ${beside} (${(limit * 1000).toFixed(0)} µs)`,
    )
  }
  for (const what of ['issue', 'issue with a face']) rate(what, 'signing')
  for (const what of ['verify', 'verify with a face']) rate(what, 'verifying')
  if (name === 'EdDSA')
    for (const [what, code] of [
      ['without a face', address],
      ['with one', faced],
    ] as const)
      console.log(`a code ${what}: ${code.length} characters, QR version ${qrVersion(code)} at level M`)
}
const code = codeAddress(claims.issuer, await seal(eddsa, claims))
const drawing = await inTurns({ draw: () => void qrSvg(code) }, { rounds: 20, perRound: 20 })
console.log(`drawing the code as SVG: ${((drawing.draw ?? 0) * 1000).toFixed(0)} µs`)
await rm(folder, { recursive: true })
