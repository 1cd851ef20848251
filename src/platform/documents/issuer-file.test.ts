import { chmod, mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openIssuerFile, publicTrustList } from './issuer-file.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'issuer-'))
})
afterEach(() => rm(folder, { recursive: true }))

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

describe('the file of issuer keys', () => {
  it('is made once, for its owner only, and gives the same key to the next start', async () => {
    const first = await openIssuerFile(folder)
    const again = await openIssuerFile(folder)
    expect(hex(again.current().keyId)).toBe(hex(first.current().keyId))
    expect((await stat(join(folder, 'issuer-keys.json'))).mode & 0o777).toBe(0o600)
  })

  it('refuses a file that others may read', async () => {
    await openIssuerFile(folder)
    await chmod(join(folder, 'issuer-keys.json'), 0o644)
    await expect(openIssuerFile(folder)).rejects.toThrow('chmod 600')
  })

  it('after a rotation signs with the new key only, trusts both, and forgets the old private key', async () => {
    const keys = await openIssuerFile(folder)
    const old = keys.current().keyId
    await keys.rotate(new Date('2030-01-01T00:00:00Z'))
    await expect(keys.sign(old, new Uint8Array(1))).rejects.toThrow()
    expect(keys.trusted().map((one) => [hex(one.keyId), one.notAfter])).toEqual([
      [hex(keys.current().keyId), undefined],
      [hex(old), '2030-01-01T00:00:00.000Z'],
    ])
    const reopened = await openIssuerFile(folder)
    expect(publicTrustList(reopened)).toEqual(publicTrustList(keys))
    expect((await readFile(join(folder, 'issuer-keys.json'), 'utf8')).match(/pkcs8/g)).toHaveLength(1)
  })

  it('publishes nothing private', async () => {
    const list = publicTrustList(await openIssuerFile(folder))
    expect(Object.keys(list.keys[0] ?? {}).sort()).toEqual(['crv', 'kid', 'kty', 'use', 'x'])
  })
})
