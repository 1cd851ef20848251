import { SDJwtInstance } from '@sd-jwt/core'
import { importJWK, type JWK, jwtVerify } from 'jose'
import { z } from 'zod'
import { err, ok, type Result } from '#kernel/result.ts'
import type { Db } from '#platform/database/tables.ts'
import { checkSignature } from '#platform/documents/check-signature.ts'
import { kidOf } from '#platform/documents/keys/key-id.ts'
import { placeStates, statusListAddress } from '#platform/documents/status.ts'
import type { Platform } from '#platform/platform.ts'
import { issuerOf, typeOf } from './addresses.ts'
import { queryId, waitingRequest } from './presentation.ts'
import { refusal, type WalletRefusal } from './refusal.ts'
import { credentialType, hasher } from './sd-jwt.ts'

/** Seconds that a wallet's answer may be old, and that the clocks may differ. */
const fresh = { old: 300, skew: 60 } as const
/** A credential with all its disclosures is a few kilobytes. */
const longest = 32_768

const claims = z.looseObject({
  iss: z.string(),
  vct: z.string(),
  nbf: z.number(),
  exp: z.number(),
  cnf: z.object({ jwk: z.looseObject({ kty: z.literal('EC') }) }),
  status: z.object({ status_list: z.object({ idx: z.int().min(0).max(2_147_483_647), uri: z.string() }) }),
})
/** What is of the credential itself and answers nothing. */
const ofItself = new Set(['iss', 'vct', 'iat', 'nbf', 'exp', 'cnf', 'status', '_sd_alg', '_sd'])

type World = Pick<Platform, 'db' | 'clock' | 'vault' | 'issuers' | 'config'>

/**
 * Takes what a wallet answers to a question: genuine, ours, in time and not taken back, shown by the wallet that it
 * was given to, for this very question. Only what was asked is kept, for the partner that asked; once.
 */
export async function takeAnswer(
  platform: World,
  audience: string,
  id: string,
  form: Readonly<Record<string, string>>,
): Promise<Result<void, WalletRefusal>> {
  const request = await waitingRequest(platform, id)
  if (!request) return err({ ...refusal('invalid_request', 'nobody waits for this answer'), status: 404 })
  if (form.error) {
    // A wallet's word, kept as text: an error of OAuth is visible ASCII.
    await close(platform.db, request, { refusal: form.error.slice(0, 200).replace(/[^\x20-\x7e]/g, '?') })
    return ok(undefined)
  }
  const presented = presentation(form.vp_token)
  if (!presented) return err(refusal('invalid_request', 'vp_token is not one answer to the question'))
  const read = await readPresentation(platform, presented, { audience, nonce: request.nonce })
  if (!read.ok) return err(refusal('invalid_request', read.error))
  if (read.value.vct !== typeOf(platform, request.document))
    return err(refusal('invalid_request', 'another document was asked for'))
  const missing = request.claims.filter((name) => !(name in read.value))
  if (missing.length) return err(refusal('invalid_request', `not disclosed: ${missing.join(', ')}`))
  const answer = Object.fromEntries(request.claims.map((name) => [name, read.value[name]]))
  const taken = await close(platform.db, request, {
    answer: platform.vault.seal(JSON.stringify(answer)),
  })
  return taken ? ok(undefined) : err(refusal('invalid_request', 'the question was answered already'))
}

/** OpenID4VP 1.0, section 8.1: presentations by the id of their query. */
function presentation(token: string | undefined): string | undefined {
  if (token === undefined || token.length > longest) return undefined
  try {
    const parsed = z.object({ [queryId]: z.array(z.string()).length(1) }).safeParse(JSON.parse(token))
    return parsed.data?.[queryId]?.[0]
  } catch {
    return undefined
  }
}

/** The disclosed claims of an SD-JWT VC of ours with its key binding; else why it does not count. */
async function readPresentation(
  platform: Pick<Platform, 'db' | 'clock' | 'issuers' | 'config'>,
  presented: string,
  { audience, nonce }: { readonly audience: string; readonly nonce: string },
): Promise<Result<Readonly<Record<string, unknown>>, string>> {
  const at = platform.clock.now()
  const seconds = at.getTime() / 1000
  const encoder = new TextEncoder()
  const instance = new SDJwtInstance({
    hasher,
    hashAlg: 'sha-256',
    verifier: async (data, signature) => {
      const kid = headerOf(data).kid
      const key = platform.issuers.trusted().find((one) => one.alg === 'ES256' && kidOf(one.keyId) === kid)
      const current = key && (key.notAfter === undefined || at <= new Date(key.notAfter))
      return (
        current === true && checkSignature(key, encoder.encode(data), Buffer.from(signature, 'base64url'))
      )
    },
    kbVerifier: async (data, signature, payload) => {
      const holder = await importJWK(holderOf(payload), 'ES256')
      await jwtVerify(`${data}.${signature}`, holder, {
        algorithms: ['ES256'],
        typ: 'kb+jwt',
        audience,
        currentDate: at,
        maxTokenAge: fresh.old,
        clockTolerance: fresh.skew,
      })
      return true
    },
  })
  try {
    const verified = await instance.verify(presented, {
      keyBindingNonce: nonce,
      currentDate: seconds,
      skewSeconds: fresh.skew,
    })
    if (verified.header?.typ !== credentialType || verified.header.alg !== 'ES256')
      return err(`only ${credentialType}, signed with ES256`)
    const read = claims.safeParse(verified.payload)
    if (!read.success || read.data.iss !== issuerOf(platform)) return err('not a credential of ours')
    const { nbf, exp, status } = read.data
    if (seconds < nbf || seconds >= exp) return err('the credential is not in time')
    if (!(await isGood(platform, status.status_list)))
      return err('the credential was taken back or suspended')
    return ok(
      Object.fromEntries(Object.entries(read.data).filter(([name]) => name === 'vct' || !ofItself.has(name))),
    )
  } catch (error) {
    // Whatever a wallet sends, it is no fault of ours.
    return err(error instanceof Error ? error.message : 'not readable')
  }
}

const headerOf = (signed: string): { readonly kid?: unknown } =>
  JSON.parse(Buffer.from(signed.split('.')[0] ?? '', 'base64url').toString('utf8'))

const holderOf = (payload: object): JWK => {
  const holder = z.object({ cnf: z.object({ jwk: z.looseObject({}) }) }).parse(payload)
  return holder.cnf.jwk as JWK
}

async function isGood(
  { db, config }: Pick<Platform, 'db' | 'config'>,
  { uri, idx }: { readonly uri: string; readonly idx: number },
): Promise<boolean> {
  const list = Number(/\/(\d{1,9})$/.exec(uri)?.[1])
  if (uri !== statusListAddress(config.origin, list)) return false
  const place = await db
    .selectFrom('document_status')
    .select('state')
    .where('list', '=', list)
    .where('place', '=', idx)
    .executeTakeFirst()
  return place?.state === placeStates.valid
}

/** Writes the end of a question: of two answers at once, one counts. */
async function close(
  db: Db,
  request: { readonly client_id: string; readonly id: string },
  end: { readonly answer: string } | { readonly refusal: string },
): Promise<boolean> {
  const closed = await db
    .updateTable('presentation_request')
    .set(
      'answer' in end
        ? { state: 'answered', answer: end.answer }
        : { state: 'refused', refusal: end.refusal },
    )
    .where('client_id', '=', request.client_id)
    .where('id', '=', request.id)
    .where('state', '=', 'waiting')
    .returning('id')
    .executeTakeFirst()
  return closed !== undefined
}
