import type { KeyAlgorithm, PublicKey, TrustedKey } from '../credential/opened.ts'

/** Signs documents. Private keys stay behind it: in files in development, in a hardware module in production. */
export interface IssuerKeys {
  /** The key that signs now: EdDSA (the default) for what is scanned, ES256 for wallets of others. */
  current(alg?: KeyAlgorithm): { readonly keyId: Uint8Array; readonly alg: KeyAlgorithm }
  sign(keyId: Uint8Array, bytes: Uint8Array): Promise<Uint8Array>
  /** Every key that documents out there may be signed with, those that sign now first. */
  trusted(): readonly TrustedKey[]
  /** Grows with every change of what is trusted, so that a reader takes no older list. */
  version(): number
  /** Signs the list of what is trusted and who comes after it (EdDSA): a reader keeps its public half from the first day. */
  readonly root: PublicKey & { sign(bytes: Uint8Array): Promise<Uint8Array> }
  /** What each earlier root signed of the one after it (compact JWS), oldest first. */
  succession(): readonly string[]
}

interface WhenSettled {
  /** Awaited before the old private key is thrown away: servers that run use it until they look at the ring again. */
  readonly settled?: () => Promise<unknown>
}

/** Issuer keys that can be renewed by the operator. */
export interface RotatingIssuerKeys extends IssuerKeys {
  /**
   * Makes a new key that signs from now on. Earlier documents stay verifiable, until `trustOldUntil` when it is
   * given; the old private key is thrown away.
   */
  rotate(change?: { readonly alg?: KeyAlgorithm; readonly trustOldUntil?: Date } & WhenSettled): Promise<void>
  /** Makes a new root, which the old one vouches for once before its private key is thrown away. */
  renewRoot(change: { readonly at: Date } & WhenSettled): Promise<void>
}

/** Where private keys are and signatures are made: files, or a hardware module. */
export interface KeyHolder {
  /** Makes a pair and answers its public half. */
  make(alg: KeyAlgorithm): Promise<PublicKey>
  /** ES256 in the form of IEEE P1363. @throws when it holds no such key */
  sign(key: PublicKey, bytes: Uint8Array): Promise<Uint8Array>
  /** Throws the private half away. */
  discard(key: PublicKey): Promise<void>
}
