/**
 * How much issuing and verifying a credential costs beside the bare Ed25519 signature in it. Run:
 * `npx tsx bench/credential.ts`. Everything in one process, in turns, so that a busy machine slows all alike.
 */
import { generateKeyPairSync, randomBytes, sign, verify } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { day } from '#kernel/day.ts'
import { codeAddress, packedIn, qrSvg } from '#platform/documents/credential/qr.ts'
import { open, seal } from '#platform/documents/cwt.ts'
import { openIssuerFile } from '#platform/documents/keys/ring.ts'
import { inTurns, report } from './turns.ts'

const folder = await mkdtemp(join(tmpdir(), 'bench-'))
const issuers = await openIssuerFile(folder)
const at = new Date('2026-11-23T08:00:00Z')
const claims = {
  issuer: 'https://services.example.org',
  issuedAt: at,
  validFrom: day('2026-11-23'),
  validUntil: day('2031-11-22'),
  document: 'driving-licence',
  number: 'DL-1448-4KQ7M2-C',
  name: { ar: 'نورة بنت سعد بن عبدالله آل مثال', en: 'Noura Saad Abdullah Al Mithal' },
  birth: day('1990-05-17'),
  extra: { cls: 'B' },
  status: { uri: 'https://services.example.org/status/1', index: 481_516 },
}
const packed = await seal(issuers, claims)
const address = codeAddress(claims.issuer, packed)
const trusted = issuers.trusted()
const read = async () => {
  const found = packedIn(address)
  return found.ok && (await open(found.value, trusted, at)).ok
}
if (!(await read())) throw new Error('the credential does not verify')

const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const bytes = randomBytes(300)
const signature = sign(null, bytes, privateKey)

const times = await inTurns(
  {
    'bare Ed25519 signature': () => void sign(null, bytes, privateKey),
    'issue: claims to packed credential': async () => void (await seal(issuers, claims)),
    'bare Ed25519 verification': () => void verify(null, bytes, publicKey, signature),
    'verify: scanned address to claims': async () => void (await read()),
    'draw the QR code as SVG': () => void qrSvg(address),
  },
  { rounds: 40, perRound: 25 },
)
console.log(`packed ${packed.length} B, address ${address.length} characters`)
report(times, 'bare Ed25519 signature', ['issue: claims to packed credential'])
report(times, 'bare Ed25519 verification', ['verify: scanned address to claims', 'draw the QR code as SVG'])
await rm(folder, { recursive: true })
