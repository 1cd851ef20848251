import { err, ok, type Result } from '#kernel/result.ts'
import { lockAccount } from '#platform/accounts/activation.ts'
import { tokenHash } from '#platform/accounts/token.ts'
import { newToken } from '#platform/database/ids.ts'
import { transact } from '#platform/database/transact.ts'
import type { Platform } from '#platform/platform.ts'
import { preAuthorised } from './offer.ts'
import { refusal, type WalletRefusal } from './refusal.ts'
import './tables.ts'

/** Wrong codes after which an offer is over. */
const tries = 3
/** Seconds that the token lives; a wallet fetches the credential at once. */
const tokenLife = 300

export interface Granted {
  readonly access_token: string
  readonly token_type: 'DPoP'
  readonly expires_in: number
}

/**
 * Exchanges the code of an offer and the one that came by message for a token, bound to the caller's key: once,
 * however many ask at the same time.
 */
export function redeemOffer(
  { db, clock, vault }: Pick<Platform, 'db' | 'clock' | 'vault'>,
  form: Readonly<Record<string, string>>,
  dpopKey: string,
): Promise<Result<Granted, WalletRefusal>> {
  const at = clock.now()
  return transact(db, async (tx) => {
    if (form.grant_type !== preAuthorised)
      return err(refusal('unsupported_grant_type', `only ${preAuthorised}`))
    const code = form['pre-authorized_code']
    if (!code) return err(refusal('invalid_request', 'pre-authorized_code is missing'))
    const named = await tx
      .selectFrom('credential_offer_code')
      .select(['person_id', 'offer_id'])
      .where('code', '=', tokenHash(code))
      .where('expires_at', '>', at)
      .executeTakeFirst()
    // The account before its offer, as whatever stops the account does.
    const account = named && (await lockAccount(tx, named.person_id))
    const offer =
      named &&
      account?.state === 'activated' &&
      (await tx
        .selectFrom('credential_offer')
        .selectAll()
        .where('person_id', '=', named.person_id)
        .where('id', '=', named.offer_id)
        .forUpdate()
        .executeTakeFirst())
    if (!offer || offer.redeemed_at || offer.tries >= tries)
      return err(refusal('invalid_grant', 'the offer is used up, over or unknown: make a new one'))
    const right = vault.index(`credential-offer:${offer.id}:${form.tx_code ?? ''}`) === offer.tx_code
    await tx
      .updateTable('credential_offer')
      .set(right ? { redeemed_at: at } : { tries: offer.tries + 1 })
      .where('person_id', '=', offer.person_id)
      .where('id', '=', offer.id)
      .execute()
    if (!right) return err(refusal('invalid_grant', 'tx_code is not the code of the message'))
    const token = newToken()
    await tx
      .insertInto('credential_access')
      .values({
        token: tokenHash(token),
        person_id: offer.person_id,
        document_id: offer.document_id,
        dpop_key: dpopKey,
        expires_at: new Date(at.getTime() + tokenLife * 1000),
      })
      .execute()
    return ok({ access_token: token, token_type: 'DPoP', expires_in: tokenLife })
  })
}
