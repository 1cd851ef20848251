import { calculateJwkThumbprint, EmbeddedJWK, type JWK, type JWTPayload, jwtVerify } from 'jose'
import { err, ok, type Result } from '#kernel/result.ts'

/** What somebody said, signed with a key that came with it. */
export interface OwnKeySigned {
  readonly payload: JWTPayload
  readonly key: JWK
  /** RFC 7638. */
  readonly thumbprint: string
}

/** Reads a token that is signed with the key in its header; else why it does not count, for its developer. */
export async function readOwnKeySigned(
  token: string,
  options: Parameters<typeof jwtVerify>[2],
): Promise<Result<OwnKeySigned, string>> {
  try {
    const { payload, protectedHeader } = await jwtVerify(token, EmbeddedJWK, options)
    // It was verified with this key; what else a header may hold is left out.
    const { kty, crv, x, y } = protectedHeader.jwk as JWK
    const key = { kty, crv, x, ...(y === undefined ? {} : { y }) } as JWK
    return ok({ payload, key, thumbprint: await calculateJwkThumbprint(key) })
  } catch (error) {
    // Whatever key a stranger sends, it is no fault of ours: for one off its curve, WebCrypto throws what it likes.
    return err(error instanceof Error ? error.message : 'not readable')
  }
}
