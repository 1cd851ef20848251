import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { diskStore } from './file-store-disk.ts'

const folder = await mkdtemp(join(tmpdir(), 'diwan-files-'))
afterAll(() => rm(folder, { recursive: true }))
const store = diskStore(folder)
const key = '0198c1f0-0000-7000-8000-0000000000ab'

describe('the disk store', () => {
  it('gives back what was put, replaces it whole, and forgets what was removed', async () => {
    await store.put(key, Buffer.from('one'))
    await store.put(key, Buffer.from('two'))
    expect(Buffer.from((await store.get(key)) ?? []).toString()).toBe('two')
    expect(await readdir(join(folder, 'ab'))).toEqual([key])
    await store.remove(key)
    expect(await store.get(key)).toBeUndefined()
  })

  it('never leaves its folder', async () => {
    await expect(async () => store.get('../../etc/passwd')).rejects.toThrow('hexadecimal')
    await expect(store.put('..', Buffer.from('x'))).rejects.toThrow('hexadecimal')
  })
})
