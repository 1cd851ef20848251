import { createHash } from 'node:crypto'
import type { Clock } from '#kernel/clock.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import type { Principal } from '#platform/authority/principal.ts'
import { newToken } from '#platform/database/ids.ts'
import type { Db } from '#platform/database/tables.ts'
import { verifyClientAssertion } from './assertion.ts'

/** Seconds that an access token is good for. */
const lifetime = 600

/** An answer of a token endpoint (RFC 6749, section 5.1). */
export interface TokenGranted {
  readonly access_token: string
  readonly token_type: 'Bearer'
  readonly expires_in: number
  readonly scope: string
}

/** A refusal of a token endpoint (RFC 6749, section 5.2). `invalid_client` goes out as 401, the others as 400. */
export interface TokenRefused {
  readonly error: 'invalid_request' | 'invalid_client' | 'unsupported_grant_type' | 'invalid_scope'
  readonly error_description: string
}

const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

/** Grants an access token to a client that proves itself with a signed assertion (client credentials). */
export async function grantToken(
  of: { readonly db: Db; readonly clock: Clock },
  form: Readonly<Record<string, unknown>>,
  /** The token endpoint's own address. */
  audience: string,
): Promise<Result<TokenGranted, TokenRefused>> {
  if (form.grant_type !== 'client_credentials')
    return refuse('unsupported_grant_type', 'grant_type must be client_credentials')
  if (form.client_assertion_type !== assertionType)
    return refuse('invalid_request', `client_assertion_type must be ${assertionType}`)
  if (typeof form.client_assertion !== 'string' || form.client_assertion.length > 8192)
    return refuse('invalid_request', 'client_assertion must be a signed JWT')
  const client = await verifyClientAssertion(of.db, of.clock, form.client_assertion, audience)
  if (!client.ok) return refuse('invalid_client', client.error)
  if (form.client_id !== undefined && form.client_id !== client.value.client_id)
    return refuse('invalid_client', 'client_id is not the one that signed')
  const wanted = typeof form.scope === 'string' ? form.scope.split(' ').filter(Boolean) : client.value.scopes
  const missing = wanted.filter((scope) => !client.value.scopes.includes(scope))
  if (missing.length > 0) return refuse('invalid_scope', `not yours: ${missing.join(' ')}`)
  const token = newToken()
  await of.db
    .insertInto('partner_token')
    .values({
      hash: hashOf(token),
      client_id: client.value.client_id,
      scopes: [...wanted],
      expires_at: new Date(of.clock.now().getTime() + lifetime * 1000),
    })
    .execute()
  return ok({ access_token: token, token_type: 'Bearer', expires_in: lifetime, scope: wanted.join(' ') })
}

/** Who holds an access token now; undefined when it is unknown or over. */
export async function partnerOf(
  of: { readonly db: Db; readonly clock: Clock },
  token: string,
): Promise<Extract<Principal, { kind: 'partner' }> | undefined> {
  const found = await of.db
    .selectFrom('partner_token')
    .innerJoin('partner_client', 'partner_client.client_id', 'partner_token.client_id')
    .select(['partner_token.client_id', 'partner_token.scopes'])
    .where('hash', '=', hashOf(token))
    .where('expires_at', '>', of.clock.now())
    .where('active', '=', true)
    .executeTakeFirst()
  return found && { kind: 'partner', client: found.client_id, scopes: found.scopes }
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

const refuse = (error: TokenRefused['error'], error_description: string) => err({ error, error_description })
