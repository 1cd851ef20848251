import { type Bytes, randomBytes, utf8 } from './bytes.ts'
import { kekOf } from './safe.ts'

/** A passkey that does one thing: it yields a secret for this salt, after finger, face or screen lock. */
export interface PasskeyLock {
  readonly credential: Bytes
  readonly salt: Bytes
}

/** Whether this phone has a keeper of keys of its own that can be asked. */
export async function hasPasskeys(): Promise<boolean> {
  try {
    return await PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable()
  } catch {
    return false
  }
}

/**
 * Makes the passkey of a wallet, with the key that it wraps with. It signs in nowhere: no server knows it.
 * Nothing when its keeper has no secrets to give (the extension `prf`).
 * @throws when the person closed the question, or time ran out
 */
export async function newPasskeyLock(
  label: string,
): Promise<{ readonly lock: PasskeyLock; readonly kek: CryptoKey } | undefined> {
  const salt = randomBytes(32)
  const made = await navigator.credentials.create({
    publicKey: {
      challenge: randomBytes(32),
      rp: { name: 'Diwan', id: location.hostname },
      user: { id: randomBytes(16), name: label, displayName: label },
      pubKeyCredParams: [
        { type: 'public-key', alg: -7 },
        { type: 'public-key', alg: -8 },
        { type: 'public-key', alg: -257 },
      ],
      authenticatorSelection: {
        authenticatorAttachment: 'platform',
        residentKey: 'discouraged',
        userVerification: 'required',
      },
      extensions: { prf: { eval: { first: salt } } },
    },
  })
  if (!(made instanceof PublicKeyCredential)) return undefined
  const { prf } = made.getClientExtensionResults()
  const lock = { credential: new Uint8Array(made.rawId), salt }
  if (prf?.results?.first) return { lock, kek: await kekOfSecret(bytesOf(prf.results.first)) }
  if (!prf?.enabled) return undefined
  // Some give the secret only when the key is used.
  const kek = await kekOfPasskey(lock)
  return kek && { lock, kek }
}

/**
 * The key that the passkey wraps with, once its holder has shown that it is them; needs no connection.
 * @throws when the person closed the question, or time ran out
 */
export async function kekOfPasskey({ credential, salt }: PasskeyLock): Promise<CryptoKey | undefined> {
  const used = await navigator.credentials.get({
    publicKey: {
      challenge: randomBytes(32),
      rpId: location.hostname,
      allowCredentials: [{ type: 'public-key', id: credential }],
      userVerification: 'required',
      extensions: { prf: { eval: { first: salt } } },
    },
  })
  const secret =
    used instanceof PublicKeyCredential ? used.getClientExtensionResults().prf?.results?.first : undefined
  return secret && kekOfSecret(bytesOf(secret))
}

async function kekOfSecret(secret: Bytes): Promise<CryptoKey> {
  const key = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits'])
  const derived = await crypto.subtle.deriveBits(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: utf8('diwan-wallet:1:kek') },
    key,
    256,
  )
  return kekOf(new Uint8Array(derived))
}

const bytesOf = (source: BufferSource): Bytes =>
  source instanceof ArrayBuffer
    ? new Uint8Array(source)
    : Uint8Array.from(new Uint8Array(source.buffer, source.byteOffset, source.byteLength))
