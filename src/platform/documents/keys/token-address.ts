/** Where a hardware module is: its library, the label of the token in it, and its PIN. */
export interface TokenAddress {
  readonly library: string
  readonly token: string
  readonly pin: string
}

/**
 * Reads a PKCS#11 address (RFC 7512): `pkcs11:token=diwan?module-path=/usr/lib/…/libsofthsm2.so&pin-value=1234`.
 * Nothing when it is not one.
 */
export function tokenAddress(uri: string): TokenAddress | undefined {
  const [, path = '', query = ''] = /^pkcs11:([^?]*)\?(.*)$/.exec(uri) ?? []
  const inPath = new URLSearchParams(path.replaceAll(';', '&'))
  const inQuery = new URLSearchParams(query)
  const [token, library, pin] = [inPath.get('token'), inQuery.get('module-path'), inQuery.get('pin-value')]
  return token && library && pin ? { token, library, pin } : undefined
}
