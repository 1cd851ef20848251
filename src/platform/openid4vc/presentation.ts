import { err, ok, type Result } from '#kernel/result.ts'
import type { Text } from '#kernel/text.ts'
import { isId, newId, newToken } from '#platform/database/ids.ts'
import type { Db } from '#platform/database/tables.ts'
import { transact } from '#platform/database/transact.ts'
import type { Platform } from '#platform/platform.ts'
import { type Problem, problems } from '#platform/problem.ts'
import { issuerOf, typeOf } from './addresses.ts'
import type { RequestKey } from './request-key.ts'
import { credentialType } from './sd-jwt.ts'
import './tables.ts'

/** Minutes in which a wallet may answer. */
const life = 10

/** What a partner wants to know, from which document, and why. */
export interface Question {
  readonly document: string
  /** Names as in `disclosable`; the least that serves. */
  readonly claims: readonly string[]
  readonly purpose: Text
}

type World = Pick<Platform, 'db' | 'clock' | 'config'>

/** Writes a question down. Answers its id and the link that a phone opens a wallet with. */
export async function askWallet(
  platform: World & Pick<Platform, 'catalogue'>,
  key: Pick<RequestKey, 'clientId'>,
  client: string,
  question: Question,
): Promise<Result<{ readonly id: string; readonly link: string; readonly until: Date }, Problem>> {
  const { db, clock } = platform
  if (!platform.catalogue.document(question.document))
    return err(problems.answersWrong({ document: noSuchDocument }))
  const at = clock.now()
  const id = newId(at)
  const until = new Date(at.getTime() + life * 60_000)
  await transact(db, async (tx) => {
    await tx
      .insertInto('presentation_request')
      .values({
        client_id: client,
        id,
        document: question.document,
        claims: [...question.claims],
        purpose: JSON.stringify(question.purpose),
        nonce: newToken(),
        state: 'waiting',
        answer: null,
        refusal: null,
        expires_at: until,
      })
      .execute()
    await tx.insertInto('presentation_key').values({ id, client_id: client }).execute()
  })
  const params = new URLSearchParams({
    client_id: key.clientId,
    request_uri: `${issuerOf(platform)}/requests/${id}`,
  })
  return ok({ id, link: `openid4vp://?${params}`, until })
}

/** How a question stands, for the partner that asked it. */
export type Standing =
  | { readonly state: 'waiting' | 'expired' }
  | { readonly state: 'answered'; readonly claims: Readonly<Record<string, unknown>> }
  | { readonly state: 'refused'; readonly reason: string }

export async function standingOf(
  { db, clock, vault }: Pick<Platform, 'db' | 'clock' | 'vault'>,
  client: string,
  id: string,
): Promise<Standing | undefined> {
  const row = isId(id) ? await requestOf(db, client, id) : undefined
  if (!row) return undefined
  // Sealed by `answer-wallet.ts`, which was given such an object.
  if (row.answer !== null)
    return { state: 'answered', claims: JSON.parse(vault.open(row.answer)) as Record<string, unknown> }
  if (row.refusal !== null) return { state: 'refused', reason: row.refusal }
  return { state: row.expires_at > clock.now() ? 'waiting' : 'expired' }
}

/** A question that waits for its answer, by the id that a wallet knows it by. */
export async function waitingRequest({ db, clock }: Pick<Platform, 'db' | 'clock'>, id: string) {
  if (!isId(id)) return undefined
  const known = await db
    .selectFrom('presentation_key')
    .select('client_id')
    .where('id', '=', id)
    .executeTakeFirst()
  const row = known && (await requestOf(db, known.client_id, id))
  return row?.state === 'waiting' && row.expires_at > clock.now() ? row : undefined
}

const requestOf = (db: Db, client: string, id: string) =>
  db
    .selectFrom('presentation_request')
    .selectAll()
    .where('client_id', '=', client)
    .where('id', '=', id)
    .executeTakeFirst()

/** The question as a wallet reads it: a signed request (OpenID4VP 1.0, section 5); nothing when it waits no more. */
export async function signedRequest(
  platform: World,
  key: RequestKey,
  id: string,
): Promise<string | undefined> {
  const row = await waitingRequest(platform, id)
  const partner =
    row &&
    (await platform.db
      .selectFrom('partner_client')
      .select('name')
      .where('client_id', '=', row.client_id)
      .where('active', '=', true)
      .executeTakeFirst())
  if (!partner) return undefined
  return key.sign({
    iss: key.clientId,
    aud: 'https://self-issued.me/v2',
    client_id: key.clientId,
    response_type: 'vp_token',
    response_mode: 'direct_post',
    response_uri: `${issuerOf(platform)}/requests/${id}`,
    nonce: row.nonce,
    state: id,
    iat: Math.floor(platform.clock.now().getTime() / 1000),
    exp: Math.floor(row.expires_at.getTime() / 1000),
    purpose: row.purpose,
    dcql_query: {
      credentials: [
        {
          id: queryId,
          format: credentialType,
          meta: { vct_values: [typeOf(platform, row.document)] },
          claims: row.claims.map((name) => ({ path: [name] })),
        },
      ],
    },
    client_metadata: {
      client_name: partner.name.en,
      'client_name#ar': partner.name.ar,
      vp_formats_supported: {
        [credentialType]: { 'sd-jwt_alg_values': ['ES256'], 'kb-jwt_alg_values': ['ES256'] },
      },
    },
  })
}

/** The one document that a question is about. */
export const queryId = 'document'

const noSuchDocument: Text = {
  ar: 'لا توجد وثيقة بهذا الاسم. أسماؤها في /credentials.',
  en: 'There is no document of this name. The issuer’s metadata lists them.',
}
