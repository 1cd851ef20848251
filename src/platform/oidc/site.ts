import type { JSONWebKeySet } from 'jose'
import type { Selectable } from 'kysely'
import type { Text } from '#kernel/text.ts'
import type { Db } from '#platform/database/tables.ts'
import type { Platform } from '#platform/platform.ts'
import { type SiteScope, scopesIn } from './scope.ts'
import type { SiteTable } from './tables.ts'

/** A site of another organisation that people sign in to with their account here. */
export interface Site {
  readonly clientId: string
  readonly name: Text
  /** What it needs the sign-in for, after "in order to": shown when consent is asked. */
  readonly purpose: Text
  /** Its first page. */
  readonly home: string
  /** Exactly these, letter for letter. */
  readonly redirectUris: readonly string[]
  /** Where it may send people after signing out. */
  readonly signOutUris: readonly string[]
  /** Where it takes logout tokens (OpenID Connect Back-Channel Logout). */
  readonly backChannel: string | undefined
  readonly jwks: JSONWebKeySet
  /** At most these may be asked for. */
  readonly scopes: readonly SiteScope[]
  /** Days that a consent holds, 1 to 365. */
  readonly consentDays: number
}

/**
 * Registers a site, or changes a registered one.
 * @throws when the name is none, a key is private, or an address has a fragment or, in production, no TLS.
 */
export async function registerSite(
  { db, config }: Pick<Platform, 'db' | 'config'>,
  site: Site,
): Promise<void> {
  const { clientId, jwks } = site
  if (!isName.test(clientId)) throw new Error(`${clientId} is no name for a site.`)
  if (jwks.keys.some((key) => 'd' in key || key.kty === 'oct'))
    throw new Error(`The keys of ${clientId} are private; register public ones.`)
  const addresses = [site.home, ...site.redirectUris, ...site.signOutUris, site.backChannel]
  for (const address of addresses)
    if (address !== undefined && !isSafe(address, config.mode))
      throw new Error(`${clientId}: ${address} must be an https address without a fragment.`)
  const row = {
    client_id: clientId,
    name: JSON.stringify(site.name),
    purpose: JSON.stringify(site.purpose),
    home: site.home,
    redirect_uris: [...site.redirectUris],
    sign_out_uris: [...site.signOutUris],
    back_channel: site.backChannel ?? null,
    jwks: JSON.stringify(jwks),
    scopes: [...site.scopes],
    consent_days: site.consentDays,
    active: true,
  }
  await db
    .insertInto('site')
    .values(row)
    .onConflict((conflict) => conflict.column('client_id').doUpdateSet(row))
    .execute()
}

/** The site of this name; one that was removed is not there. */
export async function findSite(db: Db, clientId: string): Promise<Site | undefined> {
  if (!isName.test(clientId)) return undefined
  const row = await db
    .selectFrom('site')
    .selectAll()
    .where('client_id', '=', clientId)
    .where('active', '=', true)
    .executeTakeFirst()
  return row && siteOf(row)
}

const isName = /^[\w.-]{1,100}$/

/** Turns a site away from now on: nobody can sign in there, and the tokens it holds are worth nothing. */
export async function removeSite(db: Db, clientId: string): Promise<void> {
  await db.updateTable('site').set({ active: false }).where('client_id', '=', clientId).execute()
}

export const siteOf = (row: Selectable<SiteTable>): Site => ({
  clientId: row.client_id,
  name: row.name,
  purpose: row.purpose,
  home: row.home,
  redirectUris: row.redirect_uris,
  signOutUris: row.sign_out_uris,
  backChannel: row.back_channel ?? undefined,
  jwks: row.jwks,
  scopes: scopesIn(row.scopes),
  consentDays: row.consent_days,
})

function isSafe(address: string, mode: Platform['config']['mode']): boolean {
  if (!URL.canParse(address) || address.includes('#')) return false
  const { protocol } = new URL(address)
  return protocol === 'https:' || (protocol === 'http:' && mode !== 'production')
}
