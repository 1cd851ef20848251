import { createHash } from 'node:crypto'
import { err, ok, type Result } from '#kernel/result.ts'
import type { Db } from '#platform/database/tables.ts'
import { readOwnKeySigned } from './own-key.ts'
import { refusal, type WalletRefusal } from './refusal.ts'
import './tables.ts'

/** Seconds that a proof is good for, and that the clocks may differ. */
const life = 60

/**
 * A proof that the caller holds a key (RFC 9449): signed for this method and address just now, never seen before
 * and, with a token, made for that token. Answers the thumbprint of the key.
 */
export async function verifyDpop(
  db: Db,
  call: {
    readonly proof: string | undefined
    readonly method: string
    readonly url: string
    readonly token?: string
    readonly at: Date
  },
): Promise<Result<string, WalletRefusal>> {
  const { proof, method, url, token, at } = call
  if (!proof || proof.length > 4096) return err(refusal('invalid_dpop_proof', 'one DPoP header is needed'))
  const read = await readOwnKeySigned(proof, {
    typ: 'dpop+jwt',
    algorithms: ['ES256', 'EdDSA', 'Ed25519'],
    requiredClaims: ['jti', 'iat', 'htm', 'htu'],
    currentDate: at,
    maxTokenAge: life,
    clockTolerance: life,
  })
  if (!read.ok) return err(refusal('invalid_dpop_proof', read.error))
  const { jti, htm, htu, ath } = read.value.payload
  if (htm !== method || htu !== url)
    return err(refusal('invalid_dpop_proof', `htm and htu must be ${method} and ${url}`))
  if (typeof jti !== 'string' || !/^[\x20-\x7e]{8,128}$/.test(jti))
    return err(refusal('invalid_dpop_proof', 'jti must be 8 to 128 characters of ASCII'))
  if (token !== undefined && ath !== createHash('sha256').update(token).digest('base64url'))
    return err(refusal('invalid_dpop_proof', 'ath is not that of the token'))
  const key = read.value.thumbprint
  const fresh = await db
    .insertInto('dpop_proof')
    .values({ jti: `${key}.${jti}`, expires_at: new Date(at.getTime() + 3 * life * 1000) })
    .onConflict((conflict) => conflict.doNothing())
    .returning('jti')
    .executeTakeFirst()
  return fresh ? ok(key) : err(refusal('invalid_dpop_proof', 'this proof was used before'))
}
