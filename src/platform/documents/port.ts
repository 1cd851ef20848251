import type { KeyAlgorithm, TrustedKey } from './credential/opened.ts'

/** Signs documents. Keys stay behind it: a file in development, a hardware module in production. */
export interface IssuerKeys {
  /** The key that signs now: EdDSA for what is scanned, ES256 for wallets of others. */
  current(alg?: KeyAlgorithm): { readonly keyId: Uint8Array; readonly alg: KeyAlgorithm }
  sign(keyId: Uint8Array, bytes: Uint8Array): Promise<Uint8Array>
  /** Every key that documents out there may be signed with. */
  trusted(): readonly TrustedKey[]
}
