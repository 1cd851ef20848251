import { dayOf } from '#kernel/day.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import { lockAccount } from '#platform/accounts/activation.ts'
import { tokenHash } from '#platform/accounts/token.ts'
import { record } from '#platform/audit/record.ts'
import { newId } from '#platform/database/ids.ts'
import { transact } from '#platform/database/transact.ts'
import { findDocument, stateOn } from '#platform/documents/issued.ts'
import { takePlace } from '#platform/documents/status.ts'
import { notify } from '#platform/notices/notify.ts'
import type { Platform } from '#platform/platform.ts'
import { issuerOf } from './addresses.ts'
import { useNonce } from './once.ts'
import { type OwnKeySigned, readOwnKeySigned } from './own-key.ts'
import { refusal, type WalletRefusal } from './refusal.ts'
import { sealSdJwt } from './sd-jwt.ts'
import './tables.ts'

/** What a wallet asks with its token. */
export interface CarryAsk {
  readonly token: string
  readonly dpopKey: string
  readonly configuration: string
  /** Its proof that it holds the key which the credential shall be bound to. */
  readonly proof: string
}

/** Gives a wallet of somebody else the document that its token stands for, bound to its key; once a token. */
export async function carry(
  platform: Pick<Platform, 'db' | 'clock' | 'issuers' | 'config'>,
  ask: CarryAsk,
): Promise<Result<{ readonly credential: string; readonly notification: string }, WalletRefusal>> {
  const { db, clock } = platform
  const at = clock.now()
  const holder = await keyInProof(platform, ask.proof, at)
  if (!holder.ok) return holder
  return transact(db, async (tx) => {
    const token = tokenHash(ask.token)
    const named = await tx
      .selectFrom('credential_access')
      .select('person_id')
      .where('token', '=', token)
      .executeTakeFirst()
    // The account before its token, as whatever stops the account does.
    const account = named && (await lockAccount(tx, named.person_id))
    const access = await tx
      .deleteFrom('credential_access')
      .where('token', '=', token)
      .where('dpop_key', '=', ask.dpopKey)
      .where('expires_at', '>', at)
      .returning(['person_id', 'document_id'])
      .executeTakeFirst()
    if (!access) return err(refusal('invalid_token', 'the token is used up, over, or bound to another key'))
    if (account?.state !== 'activated')
      return err(refusal('credential_request_denied', 'the holder’s account is not active'))
    const document = await findDocument(tx, access.person_id, access.document_id)
    if (document?.document !== ask.configuration)
      return err(refusal('unknown_credential_configuration', 'the token is for another document'))
    if (stateOn(document, dayOf(at)) !== 'valid')
      return err(refusal('credential_request_denied', 'the document is not valid any more'))
    const place = await takePlace(tx, { person: document.person, documentId: document.id })
    const { credential, ends } = await sealSdJwt(platform, document, { holder: holder.value.key, place, at })
    const id = newId(at)
    await tx
      .insertInto('carried_credential')
      .values({
        person_id: document.person,
        id,
        document_id: document.id,
        holder_key: holder.value.thumbprint,
        status_list: place.list,
        status_index: place.place,
        issued_at: at,
        ends_at: ends,
      })
      .execute()
    const by = { kind: 'system', task: 'openid4vc' } as const
    await record(tx, { subject: document.person, by, action: 'document.carry', about: id, at })
    const { title } = document.content
    await notify(tx, {
      to: document.person,
      key: `carried:${id}`,
      title: { ar: 'وثيقة في محفظة أخرى', en: 'A document in another wallet' },
      body: {
        ar: `حُفظت «${title.ar}» في محفظة أخرى. إن لم تكن أنت فأوقفها من صفحة الوثيقة فورًا.`,
        en: `Your ${title.en} was put into another wallet. If that was not you, stop it on the document’s page at once.`,
      },
      link: `/documents/${document.id}/wallets`,
      sms: true,
      at,
    })
    return ok({ credential, notification: id })
  })
}

/** The key that signed a proof of possession (OpenID4VCI 1.0, appendix F.1), made for us with a fresh nonce. */
async function keyInProof(
  platform: Pick<Platform, 'db' | 'config'>,
  proof: string,
  at: Date,
): Promise<Result<OwnKeySigned, WalletRefusal>> {
  const read = await readOwnKeySigned(proof, {
    typ: 'openid4vci-proof+jwt',
    algorithms: ['ES256'],
    audience: issuerOf(platform),
    requiredClaims: ['iat', 'nonce'],
    currentDate: at,
    maxTokenAge: 300,
    clockTolerance: 60,
  })
  if (!read.ok) return err(refusal('invalid_proof', read.error))
  const { nonce } = read.value.payload
  if (typeof nonce !== 'string' || !(await useNonce(platform.db, nonce, at)))
    return err(refusal('invalid_nonce', 'the nonce is used up, over or unknown: ask for a new one'))
  return read
}
