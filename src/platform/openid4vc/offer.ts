import { randomInt } from 'node:crypto'
import { dayOf } from '#kernel/day.ts'
import type { Mobile } from '#kernel/mobile.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import { heldBack, heldUntil } from '#platform/accounts/hold.ts'
import { tokenHash } from '#platform/accounts/token.ts'
import type { PersonPrincipal } from '#platform/authority/principal.ts'
import { newId, newToken } from '#platform/database/ids.ts'
import type { Tx } from '#platform/database/tables.ts'
import { transact } from '#platform/database/transact.ts'
import { findDocument, stateOn } from '#platform/documents/issued.ts'
import { takeAll } from '#platform/guard/throttle.ts'
import { sendCode } from '#platform/notices/code.ts'
import type { Platform } from '#platform/platform.ts'
import { type Problem, problems } from '#platform/problem.ts'
import { issuerOf } from './addresses.ts'
import './tables.ts'

/** Minutes in which a wallet may take what it was offered. */
const life = 10

/** The name of the grant (OpenID4VCI 1.0, section 4.1.1). */
export const preAuthorised = 'urn:ietf:params:oauth:grant-type:pre-authorized_code'

/** What a wallet is handed, and how a phone opens it. */
export interface Offer {
  /** `openid-credential-offer://…`, for a link and a QR code. */
  readonly link: string
  readonly until: Date
}

/**
 * Offers a document of one's own to a wallet of one's choice: a code in the link, and a second one by text message
 * that the wallet asks for, so that a picture of the link alone is worth nothing. Not within a day of a new way in.
 */
export async function offerDocument(
  platform: Pick<Platform, 'db' | 'clock' | 'vault' | 'config'>,
  by: PersonPrincipal,
  documentId: string,
): Promise<Result<Offer, Problem>> {
  const { db, clock, vault } = platform
  const at = clock.now()
  const found = await findDocument(db, by.person, documentId)
  if (!found) return err(problems.notFound)
  if (stateOn(found, dayOf(at)) !== 'valid') return err(notGood)
  const account = await db
    .selectFrom('account')
    .select(['mobile', 'language'])
    .where('person_id', '=', by.person)
    .where('state', '=', 'activated')
    .executeTakeFirst()
  if (!account) return err(problems.activateFirst)
  const held = await heldUntil(db, by.person, at)
  if (held) return err(heldBack(held))
  const allowed = await takeAll(
    db,
    [{ key: `credential-offer:${vault.index(by.person)}`, limit: 20, per: 86_400 }],
    at,
  )
  if (!allowed.ok) return allowed

  const [id, code, txCode] = [newId(at), newToken(), String(randomInt(1_000_000)).padStart(6, '0')]
  const until = new Date(at.getTime() + life * 60_000)
  await transact(db, async (tx) => {
    await tx
      .insertInto('credential_offer')
      .values({
        person_id: by.person,
        id,
        document_id: found.id,
        tx_code: vault.index(`credential-offer:${id}:${txCode}`),
        expires_at: until,
        redeemed_at: null,
      })
      .execute()
    await tx
      .insertInto('credential_offer_code')
      .values({ code: tokenHash(code), person_id: by.person, offer_id: id, expires_at: until })
      .execute()
    const { title } = found.content
    await sendCode(
      { ...platform, db: tx },
      {
        // Sealed after it was parsed.
        mobile: vault.open(account.mobile) as Mobile,
        text:
          account.language === 'ar'
            ? `رمز ديوان لحفظ «${title.ar}» في محفظة أخرى: ${txCode}. لا تعطه لأحد.`
            : `Diwan code to put your ${title.en} into another wallet: ${txCode}. Give it to nobody.`,
        until,
      },
    )
  })
  return ok({ link: linkOf(offerBody(issuerOf(platform), found.document, code)), until })
}

/** Takes back what a person has offered and no wallet has taken yet, with the tokens that were given for it. */
export async function dropOffers(tx: Tx, person: PersonNumber): Promise<void> {
  await tx
    .deleteFrom('credential_offer')
    .where('person_id', '=', person)
    .where('redeemed_at', 'is', null)
    .execute()
  await tx.deleteFrom('credential_access').where('person_id', '=', person).execute()
}

const offerBody = (issuer: string, document: string, code: string) => ({
  credential_issuer: issuer,
  credential_configuration_ids: [document],
  grants: {
    [preAuthorised]: {
      'pre-authorized_code': code,
      tx_code: { input_mode: 'numeric', length: 6, description: 'The code that came by text message' },
    },
  },
})

const linkOf = (offer: object): string =>
  `openid-credential-offer://?${new URLSearchParams({ credential_offer: JSON.stringify(offer) })}`

const notGood: Problem = {
  status: 409,
  code: 'document-not-valid',
  title: { ar: 'هذه الوثيقة غير سارية', en: 'This document is not valid now' },
  detail: {
    ar: 'لا تُحفظ في محفظة إلا وثيقة سارية. افتح وثائقك لترى أحدثها.',
    en: 'Only a valid document goes into a wallet. Open your documents to see the newest.',
  },
  next: { label: { ar: 'وثائقي', en: 'My documents' }, page: '/documents' },
}
