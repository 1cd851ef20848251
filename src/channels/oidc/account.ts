import type { Account, Grant, KoaContextWithOIDC } from 'oidc-provider'
import { personNumber } from '#kernel/person-number.ts'
import { accountStateOf } from '#platform/accounts/account-state.ts'
import { record } from '#platform/audit/record.ts'
import { consentOf } from '#platform/oidc/consent.ts'
import { claimsOf } from '#platform/oidc/disclosure.ts'
import { scopesIn } from '#platform/oidc/scope.ts'
import { findPerson } from '#platform/people/person.ts'
import type { Platform } from '#platform/platform.ts'

/**
 * The account behind a session or a token; none once it is not active any more. What a site reads of it is
 * written to the person's access log first.
 */
export async function accountAt(
  platform: Pick<Platform, 'db' | 'clock' | 'vault'>,
  ctx: KoaContextWithOIDC,
  accountId: string,
): Promise<Account | undefined> {
  const { db, clock } = platform
  const person = personNumber(accountId)
  const [state, known] = await Promise.all([accountStateOf(db, person), findPerson(db, person)])
  if (state !== 'activated' || !known?.alive) return undefined
  return {
    accountId,
    claims: async (use, scope) => {
      const asked = use === 'userinfo' ? scopesIn(scope) : []
      const client = ctx.oidc.client?.clientId
      if (asked.length === 0 || client === undefined) return { sub: accountId }
      await record(db, {
        subject: person,
        by: { kind: 'partner', client, scopes: asked },
        action: 'site.read',
        about: asked.join(' '),
        ground: 'consent',
        at: clock.now(),
      })
      return { ...(await claimsOf(platform, person, asked)), sub: accountId }
    },
  }
}

/** A grant of what the person's consent to this site holds now; the consent outlives grants and sessions. */
export async function grantOf(
  { db, clock }: Pick<Platform, 'db' | 'clock'>,
  { oidc }: KoaContextWithOIDC,
): Promise<Grant | undefined> {
  const { account, client } = oidc
  if (!account || !client) return undefined
  const consent = await consentOf(db, personNumber(account.accountId), client.clientId, clock.now())
  if (!consent) return undefined
  const grant = new oidc.provider.Grant({ accountId: account.accountId, clientId: client.clientId })
  grant.addOIDCScope(['openid', ...consent.scopes])
  await grant.save()
  return grant
}
