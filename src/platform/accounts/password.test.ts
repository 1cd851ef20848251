import { describe, expect, it } from 'vitest'
import { vaultOf } from '#platform/database/vault.ts'
import { hashesAtOnce, hashesWaiting, hashPassword, verifyPassword } from './password.ts'

const vault = vaultOf([{ id: 'a', bytes: new Uint8Array(32).fill(1) }])
const other = vaultOf([{ id: 'b', bytes: new Uint8Array(32).fill(2) }])

describe('password hash', () => {
  it('knows its password, on every keyboard, and no other', async () => {
    const hash = await hashPassword(vault, 'كلمة ﻻ تنسى')
    if (!hash.ok) throw new Error('busy')
    expect(hash.value).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(await verifyPassword(vault, hash.value, 'كلمة لا تنسى')).toEqual({ ok: true, value: true })
    expect(await verifyPassword(vault, hash.value, 'كلمة لا تنسي')).toEqual({ ok: true, value: false })
  })

  it('is worth nothing without the pepper', async () => {
    const hash = await hashPassword(vault, 'secret')
    if (!hash.ok) throw new Error('busy')
    expect(await verifyPassword(other, hash.value, 'secret')).toEqual({ ok: true, value: false })
  })

  it('verifies nobody’s password as false, with the same work', async () => {
    expect(await verifyPassword(vault, undefined, 'anything')).toEqual({ ok: true, value: false })
  })

  it('refuses as busy when too many wait, and recovers', async () => {
    const room = hashesAtOnce + hashesWaiting
    const outcomes = await Promise.all(
      Array.from({ length: room + 12 }, () => verifyPassword(vault, undefined, 'x')),
    )
    const refused = outcomes.filter((outcome) => !outcome.ok)
    expect(refused).toHaveLength(12)
    expect(refused[0]).toMatchObject({ error: { status: 503, retryAfter: 5 } })
    expect((await verifyPassword(vault, undefined, 'x')).ok).toBe(true)
  })
})
