import { createLocalJWKSet, decodeJwt, errors, jwtVerify } from 'jose'
import type { Selectable } from 'kysely'
import type { Clock } from '#kernel/clock.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import type { Db } from '#platform/database/tables.ts'
import type { PartnerClientTable } from './tables.ts'

/** Seconds that the clocks may differ, and that an assertion may live at most. */
const skew = 30
const lifetime = 600

/**
 * The client that signed an assertion (RFC 7523, private_key_jwt): with a registered key, for this
 * audience, not expired, and never used before. The error is for the partner's developer.
 */
export async function verifyClientAssertion(
  db: Db,
  clock: Clock,
  assertion: string,
  audience: string,
): Promise<Result<Selectable<PartnerClientTable>, string>> {
  const clientId = issuerOf(assertion)
  const client =
    clientId === undefined
      ? undefined
      : await db
          .selectFrom('partner_client')
          .selectAll()
          .where('client_id', '=', clientId)
          .where('active', '=', true)
          .executeTakeFirst()
  if (!client) return err('the assertion names no registered client in iss')
  const now = clock.now()
  try {
    const { payload } = await jwtVerify(assertion, createLocalJWKSet(client.jwks), {
      algorithms: ['EdDSA', 'Ed25519', 'ES256', 'ES384', 'PS256', 'RS256'],
      issuer: client.client_id,
      subject: client.client_id,
      audience,
      requiredClaims: ['exp', 'jti'],
      clockTolerance: skew,
      currentDate: now,
    })
    const { exp = 0, jti = '' } = payload
    if (exp > now.getTime() / 1000 + lifetime + skew) return err('exp is more than 10 minutes ahead')
    if (jti.length < 8 || jti.length > 128) return err('jti must be 8 to 128 characters')
    const fresh = await db
      .insertInto('partner_assertion')
      .values({ client_id: client.client_id, jti, expires_at: new Date((exp + skew) * 1000) })
      .onConflict((conflict) => conflict.doNothing())
      .returning('jti')
      .executeTakeFirst()
    return fresh ? ok(client) : err('this jti was used before')
  } catch (error) {
    if (error instanceof errors.JOSEError) return err(error.message)
    throw error
  }
}

/** Who it says it is from; proven afterwards. */
function issuerOf(assertion: string): string | undefined {
  try {
    return decodeJwt(assertion).iss
  } catch {
    return undefined
  }
}
