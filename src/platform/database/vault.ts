import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
} from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Config, VaultKey } from '#platform/config.ts'

/** Seals what the database must not be able to read. Its keys are never in the database. */
export interface Vault {
  /** AES-256-GCM: `v1.KEY.NONCE.SEALED`. Sealing the same text twice gives two different values. */
  seal(text: string): string
  /** @throws when the value was changed, or its key is no longer there. */
  open(sealed: string): string
  /** A keyed fingerprint of a value, always the same, by which a sealed column can be searched. */
  index(value: string): string
  /** A secret for one purpose (signing cookies, say), always the same; 32 bytes that nobody may change. */
  derive(purpose: string): Buffer
}

/** A vault with these keys, newest first. The oldest one also makes fingerprints, so that those stay. */
export function vaultOf(keys: readonly VaultKey[]): Vault {
  const [newest] = keys
  const oldest = keys.at(-1)
  if (newest === undefined || oldest === undefined) throw new Error('A vault needs a key.')
  const sealing = new Map(keys.map((key) => [key.id, expand(key, 'seal')]))
  const newestSealing = expand(newest, 'seal')
  const indexing = createSecretKey(expand(oldest, 'index'))
  const derived = new Map<string, Buffer>()
  return {
    seal(text) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', newestSealing, nonce)
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
      return ['v1', newest.id, nonce.toString('base64url'), sealed.toString('base64url')].join('.')
    },
    open(value) {
      const [version, id = '', nonce = '', body = ''] = value.split('.')
      const key = sealing.get(id)
      if (version !== 'v1' || key === undefined)
        throw new Error(`The vault has no key "${id}" for this value.`)
      const bytes = Buffer.from(body, 'base64url')
      const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64url'), {
        authTagLength: 16,
      })
      decipher.setAuthTag(bytes.subarray(-16))
      return Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]).toString('utf8')
    },
    index: (value) => createHmac('sha256', indexing).update(value).digest('base64url'),
    derive(purpose) {
      const known = derived.get(purpose) ?? expand(oldest, `derive:${purpose}`)
      derived.set(purpose, known)
      return known
    },
  }
}

/** The vault of the configured keys, or of a key file in the data folder, made when it is missing. */
export async function openVault(config: Pick<Config, 'data' | 'vaultKeys'>): Promise<Vault> {
  return vaultOf(config.vaultKeys ?? [await keyFile(join(config.data, 'keys', 'vault.key'))])
}

async function keyFile(path: string): Promise<VaultKey> {
  if (!existsSync(path)) {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    try {
      await writeFile(path, randomBytes(32).toString('base64'), { mode: 0o600, flag: 'wx', flush: true })
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    }
  }
  const bytes = Buffer.from(await readFile(path, 'utf8'), 'base64')
  if (bytes.length !== 32) throw new Error(`The key file ${path} does not hold 32 bytes in base64.`)
  return { id: 'file', bytes }
}

const expand = (key: VaultKey, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key.bytes, '', `diwan:${purpose}`, 32))
