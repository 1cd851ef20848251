import { createHash, randomBytes } from 'node:crypto'
import { SDJwtInstance } from '@sd-jwt/core'
import type { JWK } from 'jose'
import { addDays, dayOf, startOfDay } from '#kernel/day.ts'
import type { IssuedDocument } from '#platform/documents/issued.ts'
import { kidOf } from '#platform/documents/keys/key-id.ts'
import { type StatusPlace, statusListAddress } from '#platform/documents/status.ts'
import type { Platform } from '#platform/platform.ts'
import { issuerOf, typeOf } from './addresses.ts'

/** Days that a credential lives in a wallet of somebody else before it is taken anew, and a lost one dies. */
export const credentialDays = 30

/** The header's type (SD-JWT VC, section 3.2.1). */
export const credentialType = 'dc+sd-jwt'

export const hasher = (data: string | ArrayBuffer, algorithm: string): Uint8Array =>
  createHash(algorithm.replace('-', ''))
    .update(typeof data === 'string' ? data : new Uint8Array(data))
    .digest()

/** Every claim of a document that can be disclosed by itself, by its name in SD-JWT VC. */
export function disclosable({
  content,
  number,
  validUntil,
}: Pick<IssuedDocument, 'content' | 'number' | 'validUntil'>): Readonly<
  Record<string, string | number | boolean>
> {
  return {
    name: content.holder.en,
    name_ar: content.holder.ar,
    document_number: number,
    ...(content.birth ? { birthdate: content.birth } : {}),
    date_of_issuance: content.validFrom,
    ...(validUntil ? { date_of_expiry: validUntil } : {}),
    ...content.attributes,
  }
}

/**
 * A document as an SD-JWT VC (ES256) for the key of a wallet: each fact is disclosed by itself, and where its status
 * stands is not hidden.
 */
export async function sealSdJwt(
  platform: Pick<Platform, 'issuers'> & { readonly config: Pick<Platform['config'], 'origin'> },
  document: IssuedDocument,
  to: { readonly holder: JWK; readonly place: StatusPlace; readonly at: Date },
): Promise<{ readonly credential: string; readonly ends: Date }> {
  const { issuers, config } = platform
  const { keyId } = issuers.current('ES256')
  const claims = disclosable(document)
  const ends = endOf(document, to.at)
  const instance = new SDJwtInstance({
    hasher,
    hashAlg: 'sha-256',
    saltGenerator: (length) => randomBytes(length).toString('base64url'),
    signAlg: 'ES256',
    signer: async (data) =>
      Buffer.from(await issuers.sign(keyId, new TextEncoder().encode(data))).toString('base64url'),
  })
  const payload: Record<string, unknown> = {
    iss: issuerOf(platform),
    vct: typeOf(platform, document.document),
    iat: seconds(to.at),
    nbf: seconds(startOfDay(document.content.validFrom)),
    exp: seconds(ends),
    cnf: { jwk: to.holder },
    status: {
      status_list: { idx: to.place.place, uri: statusListAddress(config.origin, to.place.list) },
    },
    ...claims,
  }
  const credential = await instance.issue(
    payload,
    // Which claims there are is known at run time only.
    { _sd: Object.keys(claims) } as never,
    { header: { typ: credentialType, kid: kidOf(keyId) } },
  )
  return { credential, ends }
}

/** With the document at the latest, and in a month. */
function endOf({ validUntil }: IssuedDocument, at: Date): Date {
  const month = addDays(dayOf(at), credentialDays)
  return startOfDay(validUntil !== undefined && validUntil < month ? addDays(validUntil, 1) : month)
}

const seconds = (at: Date): number => Math.floor(at.getTime() / 1000)
