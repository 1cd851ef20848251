import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import { ensureDebian } from '#tests/support/debian.ts'
import { checkSignature } from '../check-signature.ts'
import type { CodeClaims } from '../credential/claims.ts'
import { open, seal } from '../cwt.ts'
import { openIssuerKeys } from './ring.ts'
import { tokenAddress } from './token-address.ts'
import { tokenHolder } from './token-holder.ts'

const library = '/usr/lib/softhsm/libsofthsm2.so'
const here = ensureDebian(() => existsSync(library), 'softhsm2')
const pin = '471108'
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'token-'))
  await mkdir(join(folder, 'tokens'))
  process.env.SOFTHSM2_CONF = join(folder, 'softhsm2.conf')
  await writeFile(
    process.env.SOFTHSM2_CONF,
    `directories.tokendir = ${join(folder, 'tokens')}\nobjectstore.backend = file\nlog.level = ERROR\n`,
  )
  if (here)
    execFileSync('softhsm2-util', [
      '--init-token',
      '--free',
      '--label',
      'diwan',
      '--pin',
      pin,
      '--so-pin',
      pin,
    ])
})
afterAll(() => rm(folder, { recursive: true }))

const claims: CodeClaims = {
  issuer: 'https://diwan.example',
  issuedAt: new Date('2026-11-27T08:00:00Z'),
  validFrom: day('2026-11-27'),
  document: 'driving-licence',
  number: 'DL-1',
  name: { ar: 'نورة', en: 'Noura' },
  status: { uri: 'https://diwan.example/status/1', index: 1 },
}

describe.skipIf(!here)('issuer keys in a hardware module', () => {
  it('are made in it, sign what the file’s keys sign, rotate, and are found by the next start', async () => {
    const holder = await tokenHolder({ library, token: 'diwan', pin })
    const keys = await openIssuerKeys(folder, holder)
    const old = await seal(keys, claims)
    expect(await open(old, keys.trusted(), claims.issuedAt)).toMatchObject({ ok: true })
    for (const alg of ['EdDSA', 'ES256'] as const) {
      const { keyId } = keys.current(alg)
      const bytes = new TextEncoder().encode(alg)
      const key = keys.trusted().find((one) => one.alg === alg)
      const signed = await Promise.all([1, 2, 3, 4].map(() => keys.sign(keyId, bytes)))
      for (const signature of signed) expect(key && (await checkSignature(key, bytes, signature))).toBe(true)
    }
    const gone = keys.current().keyId
    await keys.rotate({ alg: 'EdDSA' })
    await expect(keys.sign(gone, new Uint8Array(1))).rejects.toThrow('only a current issuer key')
    expect(await open(old, keys.trusted(), claims.issuedAt)).toMatchObject({ ok: true })
    expect(await open(await seal(keys, claims), keys.trusted(), claims.issuedAt)).toMatchObject({ ok: true })

    const again = await openIssuerKeys(folder, holder)
    expect(again.current()).toEqual(keys.current())
    expect(await again.root.sign(new Uint8Array(3))).toHaveLength(64)
    expect(await readFile(join(folder, 'issuer-keys.json'), 'utf8')).not.toContain('PRIVATE')
  })
})

it('has its address in the form of RFC 7512', () => {
  expect(tokenAddress(`pkcs11:token=diwan?module-path=${library}&pin-value=${pin}`)).toEqual({
    library,
    token: 'diwan',
    pin,
  })
  for (const wrong of ['file', 'pkcs11:token=diwan', `pkcs11:?module-path=${library}&pin-value=1`])
    expect(tokenAddress(wrong)).toBeUndefined()
})
