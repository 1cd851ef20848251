import { plain } from './cose.ts'
import type { CheckSignature, PublicKey } from './opened.ts'

const forms = {
  EdDSA: { import: { name: 'Ed25519' }, verify: { name: 'Ed25519' } },
  ES256: {
    import: { name: 'ECDSA', namedCurve: 'P-256' },
    verify: { name: 'ECDSA', hash: 'SHA-256' },
  },
} as const

/** Signatures in a browser, by WebCrypto. Bytes that are no key of their kind fit nothing. */
export const checkWithSubtle: CheckSignature = async ({ alg, publicKey }: PublicKey, bytes, signature) => {
  try {
    const key = await crypto.subtle.importKey('raw', plain(publicKey), forms[alg].import, false, ['verify'])
    return await crypto.subtle.verify(forms[alg].verify, key, plain(signature), plain(bytes))
  } catch {
    return false
  }
}

/** Whether this browser can check at all: Ed25519 came late to WebCrypto. */
export const canCheck = async (): Promise<boolean> => {
  try {
    await crypto.subtle.importKey('raw', new Uint8Array(32), { name: 'Ed25519' }, false, ['verify'])
    return true
  } catch {
    return false
  }
}
