import { generateKeyPairSync, verify } from 'node:crypto'
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLocalJWKSet, flattenedVerify, jwtVerify } from 'jose'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkSignature } from '../check-signature.ts'
import { keyIdOf } from './key-id.ts'
import { openIssuerFile } from './ring.ts'
import { publicKeySet, trustList, trustRoot } from './trust-list.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'issuer-'))
})
afterEach(() => rm(folder, { recursive: true }))

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
const bytes = new TextEncoder().encode('what is signed')

describe('the ring of issuer keys', () => {
  it('is made once, for its owner only, and gives the same keys to the next start', async () => {
    const first = await openIssuerFile(folder)
    const again = await openIssuerFile(folder)
    for (const alg of ['EdDSA', 'ES256'] as const)
      expect(hex(again.current(alg).keyId)).toBe(hex(first.current(alg).keyId))
    expect((await stat(join(folder, 'issuer-keys.json'))).mode & 0o777).toBe(0o600)
    expect(await readFile(join(folder, 'issuer-keys.json'), 'utf8')).not.toMatch(/pkcs8|PRIVATE/)
  })

  it('is one ring when two processes start at once', async () => {
    const [one, two] = await Promise.all([openIssuerFile(folder), openIssuerFile(folder)])
    expect(hex(one.current().keyId)).toBe(hex(two.current().keyId))
    expect(await readdir(join(folder, 'issuer'))).toHaveLength(3)
    const signature = await two.sign(two.current().keyId, bytes)
    const [key] = one.trusted()
    expect(key && (await checkSignature(key, bytes, signature))).toBe(true)
  })

  it('refuses private keys that others may read, and a ring that others may write', async () => {
    const keys = await openIssuerFile(folder)
    const pem = join(folder, 'issuer', `${hex(keys.current('ES256').keyId)}.pem`)
    await chmod(pem, 0o644)
    await expect(keys.sign(keys.current('ES256').keyId, bytes)).rejects.toThrow('chmod 600')
    await chmod(join(folder, 'issuer-keys.json'), 0o666)
    await expect(openIssuerFile(folder)).rejects.toThrow('chmod 600')
  })

  it('after a rotation signs with the new key only, trusts both, and forgets the old private key', async () => {
    const keys = await openIssuerFile(folder)
    const [old, other] = [keys.current().keyId, keys.current('ES256').keyId]
    await keys.rotate({ trustOldUntil: new Date('2030-01-01T00:00:00Z') })
    await expect(keys.sign(old, bytes)).rejects.toThrow()
    expect(keys.trusted().map((one) => [hex(one.keyId), one.notAfter])).toEqual([
      [hex(keys.current().keyId), undefined],
      [hex(other), undefined],
      [hex(old), '2030-01-01T00:00:00.000Z'],
    ])
    expect(keys.version()).toBe(2)
    expect(publicKeySet(await openIssuerFile(folder))).toEqual(publicKeySet(keys))
    expect(await readdir(join(folder, 'issuer'))).not.toContain(`${hex(old)}.pem`)
  })

  it('with a new root signs by it alone, lets the old one vouch for it, and changes no issuer key', async () => {
    const keys = await openIssuerFile(folder)
    const [old, issuers] = [keyIdOf(keys.root), publicKeySet(keys)]
    let signedMeanwhile: Uint8Array | undefined
    await keys.renewRoot({
      at: new Date('2026-11-28T09:00:00Z'),
      // What a server that runs still does, until it looks at the ring again.
      settled: async () => {
        expect(await readdir(join(folder, 'issuer'))).toContain(`${hex(old)}.pem`)
        signedMeanwhile = await keys.root.sign(bytes)
      },
    })
    expect(await checkSignature(keys.root, bytes, signedMeanwhile ?? bytes)).toBe(true)
    expect(hex(keyIdOf(keys.root))).not.toBe(hex(old))
    expect(publicKeySet(keys)).toEqual(issuers)
    expect(keys.version()).toBe(2)
    expect(await readdir(join(folder, 'issuer'))).not.toContain(`${hex(old)}.pem`)
    const again = await openIssuerFile(folder)
    expect(hex(keyIdOf(again.root))).toBe(hex(keyIdOf(keys.root)))
    expect(again.succession()).toEqual(keys.succession())
    expect(again.succession()).toHaveLength(1)
  })

  it('reads a file from before roots could be renewed', async () => {
    await openIssuerFile(folder)
    const path = join(folder, 'issuer-keys.json')
    const { succession, ...before } = JSON.parse(await readFile(path, 'utf8'))
    expect(succession).toEqual([])
    await writeFile(path, JSON.stringify(before))
    expect((await openIssuerFile(folder)).succession()).toEqual([])
  })

  it('takes over the one key of the file’s first form: what it signed stays trusted', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519')
    const x = publicKey.export({ format: 'jwk' }).x ?? ''
    const pkcs8 = privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64')
    const first = { current: { x, pkcs8 }, former: [{ x: Buffer.alloc(32, 9).toString('base64url') }] }
    await writeFile(join(folder, 'issuer-keys.json'), JSON.stringify(first), { mode: 0o600 })
    const keys = await openIssuerFile(folder)
    const signature = await keys.sign(keyIdOf({ publicKey: Buffer.from(x, 'base64url') }), bytes)
    expect(verify(null, bytes, publicKey, signature)).toBe(true)
    expect(keys.trusted()).toHaveLength(3)
    expect(await readFile(join(folder, 'issuer-keys.json'), 'utf8')).not.toContain('pkcs8')
  })
})

describe('the trust list', () => {
  const at = new Date('2026-11-27T08:00:00Z')
  const listOf = async (issuers: Awaited<ReturnType<typeof openIssuerFile>>) =>
    // Only the origin is looked at.
    trustList({ clock: { now: () => at }, issuers, config: { origin: 'https://diwan.example' } as never })

  it('is signed by the root alone, and grows its version with each rotation', async () => {
    const keys = await openIssuerFile(folder)
    const root = createLocalJWKSet({ keys: [{ ...trustRoot(keys) } as { kty: string }] })
    const { payload, protectedHeader } = await jwtVerify(await listOf(keys), root)
    expect(protectedHeader).toMatchObject({ typ: 'trust-list+jwt', alg: 'EdDSA' })
    expect(payload).toMatchObject({ iss: 'https://diwan.example', version: 1 })
    await keys.rotate({ alg: 'ES256' })
    const after = await jwtVerify<{ version: number; keys: { alg: string }[] }>(await listOf(keys), root)
    expect(after.payload.version).toBe(2)
    expect(after.payload.keys.map((one) => one.alg)).toEqual(['EdDSA', 'ES256', 'ES256'])
    const issuers = createLocalJWKSet({ keys: [...publicKeySet(keys).keys] as { kty: string }[] })
    await expect(jwtVerify(await listOf(keys), issuers)).rejects.toThrow()
  })

  it('publishes nothing private, and keys that another library can use', async () => {
    const keys = await openIssuerFile(folder)
    expect(JSON.stringify([publicKeySet(keys), trustRoot(keys)])).not.toMatch(/"d":/)
    const { keyId } = keys.current('ES256')
    const head = Buffer.from(JSON.stringify({ alg: 'ES256', kid: Buffer.from(keyId).toString('base64url') }))
    const protectedPart = head.toString('base64url')
    const payload = Buffer.from(bytes).toString('base64url')
    const signature = await keys.sign(keyId, new TextEncoder().encode(`${protectedPart}.${payload}`))
    const jws = { protected: protectedPart, payload, signature: Buffer.from(signature).toString('base64url') }
    const set = createLocalJWKSet({ keys: [...publicKeySet(keys).keys] as { kty: string }[] })
    await expect(flattenedVerify(jws, set)).resolves.toBeDefined()
  })
})
