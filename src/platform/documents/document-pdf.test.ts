import { execFileSync } from 'node:child_process'
import { createHash, X509Certificate } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { ensureDebian } from '#tests/support/debian.ts'
import { testKeys } from '#tests/support/issuer-keys.ts'
import { packedIn } from './credential/qr.ts'
import { open, seal } from './cwt.ts'
import { documentPdf } from './document-pdf.ts'
import type { IssuedDocument } from './issued.ts'
import { issuerCertificate } from './pdf-signature/issuer-certificate.ts'

const here = ensureDebian(() => existsSync('/usr/bin/pdfsig'), 'poppler-utils')
const issuers = testKeys()
const config = { origin: 'https://diwan.example', sandbox: undefined } as Parameters<
  typeof documentPdf
>[0]['config']
const at = new Date('2026-11-27T08:00:00Z')
let folder: string
let pdf: Uint8Array

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'signed-'))
  const holder = { ar: 'نورة بنت سعد', en: 'Noura Saad' }
  const packed = await seal(issuers, {
    issuer: config.origin,
    issuedAt: at,
    validFrom: day('2026-11-27'),
    document: 'driving-licence',
    number: 'DL-1',
    name: holder,
    status: { uri: `${config.origin}/status/1`, index: 5 },
  })
  const document: IssuedDocument = {
    id: '00000000-0000-7000-8000-000000000000',
    // Nobody's number.
    person: '1900000009' as PersonNumber,
    document: 'driving-licence',
    subjectId: 's',
    number: 'DL-1',
    code: 'ABC234',
    content: {
      title: { ar: 'رخصة قيادة', en: 'Driving licence' },
      issuer: { ar: 'المرور', en: 'Traffic' },
      look: { kind: 'certificate', accent: '#1e3a5f' },
      holder,
      validFrom: day('2026-11-27'),
      facts: [],
    },
    packed,
    issuedAt: at,
    validUntil: undefined,
    state: 'valid',
    endedAt: undefined,
    because: undefined,
  }
  pdf = await documentPdf({ issuers, config }, document, 'ar')
  await writeFile(join(folder, 'a.pdf'), pdf)
})
afterAll(() => rm(folder, { recursive: true }))

it('has a certificate that another library reads, signed by its own key', async () => {
  const { certificate } = issuerCertificate(issuers)
  const read = new X509Certificate((await certificate).der)
  expect(read.subject).toContain('O=Diwan')
  expect(read.verify(read.publicKey)).toBe(true)
  expect(read.publicKey.asymmetricKeyDetails?.namedCurve).toBe('prime256v1')
})

it('covers the whole file but the signature itself', () => {
  const text = Buffer.from(pdf).toString('latin1')
  const [from = 0, gap = 0, gapEnd = 0, rest = 0] =
    /\/ByteRange \[(\d+) (\d+) (\d+) (\d+)/.exec(text)?.slice(1).map(Number) ?? []
  expect([from, gapEnd + rest]).toEqual([0, pdf.length])
  expect(text.slice(gap, gap + 1) + text.slice(gapEnd - 1, gapEnd)).toBe('<>')
  const digest = createHash('sha256').update(pdf.subarray(0, gap)).update(pdf.subarray(gapEnd)).digest('hex')
  expect(text.slice(gap, gapEnd)).toContain(digest)
})

describe.skipIf(!here)('for poppler', () => {
  const run = (command: string, ...args: string[]) =>
    execFileSync(command, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })

  it('is signed with a valid signature over the total document, and not once a byte has changed', async () => {
    const said = run('pdfsig', '-nocert', 'a.pdf')
    expect(said).toContain('Signature is Valid')
    expect(said).toContain('Total document signed')
    expect(said).toContain('ETSI.CAdES.detached')
    const changed = Buffer.from(await readFile(join(folder, 'a.pdf')))
    const place = changed.indexOf('/Lang (ar)') + '/Lang ('.length
    changed.write('en', place)
    await writeFile(join(folder, 'b.pdf'), changed)
    expect(run('pdfsig', '-nocert', 'b.pdf')).toContain('Digest Mismatch')
  })

  it('carries its copy for programs, with the very credential of its code, and stays tagged', async () => {
    run('pdfdetach', '-saveall', '-o', folder, 'a.pdf')
    const copy = JSON.parse(await readFile(join(folder, 'document.json'), 'utf8'))
    expect(copy).toMatchObject({ number: 'DL-1', holder: { en: 'Noura Saad' } })
    const packed = packedIn(copy.credential)
    expect(packed.ok && (await open(packed.value, issuers.trusted(), at)).ok).toBe(true)
    expect(run('pdfinfo', 'a.pdf')).toMatch(/Tagged: +yes/)
    expect(run('pdftotext', 'a.pdf', '-')).toContain('Noura Saad')
  })
})
