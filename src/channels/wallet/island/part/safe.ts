import { type Bytes, randomBytes, utf8 } from './bytes.ts'

const gcm = 'AES-GCM'

/** What was encrypted with a key, under a nonce of its own. */
export interface Sealed {
  readonly iv: Bytes
  readonly data: Bytes
}

/** What is in a wallet that is open: reads and writes what is kept, and is gone with the page. */
export interface Safe {
  seal(value: unknown): Promise<Sealed>
  open(sealed: Sealed): Promise<unknown>
  /** Its key, wrapped under another one. */
  wrap(kek: CryptoKey): Promise<Sealed>
}

/** A safe with a fresh random key (AES-256-GCM); `about` says whose it is, and is checked with every opening. */
export const newSafe = (about: string): Promise<Safe> => safeOf(randomBytes(32), about)

/** The safe whose key was wrapped so; nothing when this is not the key that wrapped it. */
export async function unwrapSafe(kek: CryptoKey, wrapped: Sealed, about: string): Promise<Safe | undefined> {
  try {
    return await safeOf(await decrypted(kek, wrapped, keyOf(about)), about)
  } catch {
    return undefined
  }
}

/** A key to wrap with, from 32 bytes that nobody else knows. */
export const kekOf = (bytes: Bytes): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', bytes, gcm, false, ['encrypt', 'decrypt'])

async function safeOf(raw: Bytes, about: string): Promise<Safe> {
  const key = await kekOf(raw)
  return {
    seal: (value) => encrypted(key, utf8(JSON.stringify(value)), `cards:${about}`),
    open: async (sealed) =>
      JSON.parse(new TextDecoder().decode(await decrypted(key, sealed, `cards:${about}`))),
    wrap: (kek) => encrypted(kek, raw, keyOf(about)),
  }
}

const keyOf = (about: string) => `key:${about}`

async function encrypted(key: CryptoKey, bytes: Bytes, about: string): Promise<Sealed> {
  const iv = randomBytes(12)
  const algorithm = { name: gcm, iv, additionalData: utf8(about) }
  return { iv, data: new Uint8Array(await crypto.subtle.encrypt(algorithm, key, bytes)) }
}

async function decrypted(key: CryptoKey, { iv, data }: Sealed, about: string): Promise<Bytes> {
  const algorithm = { name: gcm, iv, additionalData: utf8(about) }
  return new Uint8Array(await crypto.subtle.decrypt(algorithm, key, data))
}
