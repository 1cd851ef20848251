/** Signs documents. Keys stay behind it: a file in development, a hardware module in production. */
export interface IssuerKeys {
  /** The key that signs now. */
  current(): { readonly keyId: Uint8Array; readonly alg: 'EdDSA' }
  sign(keyId: Uint8Array, bytes: Uint8Array): Promise<Uint8Array>
  /** Every key that documents out there may be signed with. */
  trusted(): readonly {
    readonly keyId: Uint8Array
    readonly alg: 'EdDSA'
    readonly publicKey: Uint8Array
    readonly notAfter?: string
  }[]
}
