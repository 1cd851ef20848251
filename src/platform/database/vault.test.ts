import { mkdtemp, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openVault, vaultOf } from './vault.ts'

const old = { id: 'k1', bytes: new Uint8Array(32).fill(1) }
const fresh = { id: 'k2', bytes: new Uint8Array(32).fill(2) }

describe('vault', () => {
  it('opens what it sealed, and never seals the same way twice', () => {
    const vault = vaultOf([old])
    const sealed = vault.seal('سر')
    expect(sealed).not.toBe(vault.seal('سر'))
    expect(vault.open(sealed)).toBe('سر')
  })

  it('refuses what was changed', () => {
    const vault = vaultOf([old])
    const [version, key, nonce, body = ''] = vault.seal('text').split('.')
    const changed = Buffer.from(body, 'base64url')
    changed.writeUInt8(changed.readUInt8(0) ^ 1, 0)
    expect(() => vault.open([version, key, nonce, changed.toString('base64url')].join('.'))).toThrow()
    expect(() => vaultOf([fresh]).open(vault.seal('text'))).toThrow('no key "k1"')
  })

  it('keeps opening and finding after a new key came', () => {
    const before = vaultOf([old])
    const after = vaultOf([fresh, old])
    expect(after.open(before.seal('text'))).toBe('text')
    expect(after.seal('text')).toContain('v1.k2.')
    expect(after.index('value')).toBe(before.index('value'))
    expect(after.derive('cookies').equals(before.derive('cookies'))).toBe(true)
    expect(after.derive('cookies').equals(after.derive('codes'))).toBe(false)
  })

  it('makes a key file that only its owner reads, once', async () => {
    const data = await mkdtemp(join(tmpdir(), 'vault-'))
    const first = await openVault({ data, vaultKeys: undefined })
    const second = await openVault({ data, vaultKeys: undefined })
    expect(second.open(first.seal('text'))).toBe('text')
    expect((await stat(join(data, 'keys', 'vault.key'))).mode & 0o777).toBe(0o600)
  })
})
