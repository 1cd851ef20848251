import { SignJWT } from 'jose'
import type { PersonNumber } from '#kernel/person-number.ts'
import { transact } from '#platform/database/transact.ts'
import { issue } from '#platform/documents/issue.ts'
import { issuerOf } from '#platform/openid4vc/addresses.ts'
import { carry } from '#platform/openid4vc/carry.ts'
import { offerDocument, preAuthorised } from '#platform/openid4vc/offer.ts'
import { newNonce } from '#platform/openid4vc/once.ts'
import { redeemOffer } from '#platform/openid4vc/redeem.ts'
import type { aHolder } from './accounts.ts'
import { newKey } from './foreign-wallet.ts'
import type { TestPlatform } from './platform.ts'
import { aLicence } from './traffic.ts'

/** A licence of somebody, and a wallet of others that takes it step by step, without a network. */
export async function aCarrier(test: TestPlatform, by: Awaited<ReturnType<typeof aHolder>>['by']) {
  const { platform, db, clock } = test
  const person: PersonNumber = by.person
  const subjectId = await aLicence(test, person)
  const definition = platform.catalogue.document('driving-licence')
  if (!definition) throw new Error('there is no driving licence')
  const licence = await transact(db, (tx) =>
    issue(tx, platform, { definition, person, subjectId, at: clock.now() }),
  )
  const holder = await newKey()
  const dpopKey = 'the wallet’s key'

  return {
    licence,
    /** What the wallet asks for a token with. */
    async offered(): Promise<Readonly<Record<string, string>>> {
      const offer = await offerDocument(platform, by, licence.id)
      if (!offer.ok) throw new Error(offer.error.code)
      const body = JSON.parse(new URL(offer.value.link).searchParams.get('credential_offer') ?? '')
      await test.runJobs()
      return {
        grant_type: preAuthorised,
        'pre-authorized_code': body.grants[preAuthorised]['pre-authorized_code'],
        tx_code: /\d{6}/.exec(test.sent.sms.at(-1)?.text ?? '')?.[0] ?? '',
      }
    },
    redeem: (form: Readonly<Record<string, string>>) => redeemOffer(platform, form, dpopKey),
    async token(): Promise<string> {
      const granted = await this.redeem(await this.offered())
      if (!granted.ok) throw new Error(granted.error.error_description)
      return granted.value.access_token
    },
    /** Shows that it holds its key, over a nonce. */
    async prove(nonce?: string): Promise<string> {
      return new SignJWT({ nonce: nonce ?? (await newNonce(db, clock.now())) })
        .setProtectedHeader({ typ: 'openid4vci-proof+jwt', alg: 'ES256', jwk: holder.jwk })
        .setAudience(issuerOf(platform))
        .setIssuedAt(clock.now())
        .sign(holder.privateKey)
    },
    take: (token: string, proof: string) =>
      carry(platform, { token, dpopKey, configuration: 'driving-licence', proof }),
  }
}
