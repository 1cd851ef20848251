import type { Selectable } from 'kysely'
import type { PersonNumber } from '#kernel/person-number.ts'
import { record } from '#platform/audit/record.ts'
import type { Principal } from '#platform/authority/principal.ts'
import type { Db } from '#platform/database/tables.ts'
import { transact } from '#platform/database/transact.ts'
import { notify } from '#platform/notices/notify.ts'
import type { Platform } from '#platform/platform.ts'
import { revokeSite } from './artifact.ts'
import { type SiteScope, scopesIn } from './scope.ts'
import { type Site, siteOf } from './site.ts'
import { leaveSite } from './site-session.ts'
import type { SiteConsentTable } from './tables.ts'

type Holder = Extract<Principal, { kind: 'person' }>
type World = Pick<Platform, 'db' | 'clock'>

/** What a person lets a site see. */
export interface Consent {
  readonly scopes: readonly SiteScope[]
  readonly givenAt: Date
  readonly endsAt: Date
  /** The last sign-in there. */
  readonly usedAt: Date | undefined
}

/** A site that a person is connected to. */
export interface ConnectedSite {
  readonly site: Site
  readonly consent: Consent
}

const DAY_MS = 24 * 60 * 60_000

/** When a consent that is given now ends. */
export const consentEnd = (site: Pick<Site, 'consentDays'>, at: Date): Date =>
  new Date(at.getTime() + site.consentDays * DAY_MS)

/** The consent that holds now; one that has ended is none. */
export async function consentOf(
  db: Db,
  person: PersonNumber,
  clientId: string,
  at: Date,
): Promise<Consent | undefined> {
  const row = await db
    .selectFrom('site_consent')
    .selectAll()
    .where('person_id', '=', person)
    .where('client_id', '=', clientId)
    .where('ends_at', '>', at)
    .executeTakeFirst()
  return row && toConsent(row)
}

/** Every site that a person is connected to now, the last used first. */
export async function connectedSites(
  db: Db,
  person: PersonNumber,
  at: Date,
): Promise<readonly ConnectedSite[]> {
  const consents = await db
    .selectFrom('site_consent')
    .selectAll()
    .where('person_id', '=', person)
    .where('ends_at', '>', at)
    .execute()
  if (consents.length === 0) return []
  const sites = await db
    .selectFrom('site')
    .selectAll()
    .where(
      'client_id',
      'in',
      consents.map((row) => row.client_id),
    )
    .execute()
  return consents
    .flatMap((row) => {
      const site = sites.find(({ client_id }) => client_id === row.client_id)
      return site ? [{ site: siteOf(site), consent: toConsent(row) }] : []
    })
    .sort((a, b) => lastUse(b.consent) - lastUse(a.consent))
}

/** Lets a site see what these scopes name, and what it could see before, until the site's term is over. */
export function giveConsent(
  { db, clock }: World,
  by: Holder,
  site: Site,
  scopes: readonly SiteScope[],
): Promise<void> {
  const at = clock.now()
  return transact(db, async (tx) => {
    const before = await consentOf(tx, by.person, site.clientId, at)
    const row = {
      scopes: [...scopesIn([...(before?.scopes ?? []), ...scopes])],
      given_at: at,
      ends_at: consentEnd(site, at),
    }
    await tx
      .insertInto('site_consent')
      .values({ person_id: by.person, client_id: site.clientId, ...row, used_at: null })
      .onConflict((conflict) => conflict.columns(['person_id', 'client_id']).doUpdateSet(row))
      .execute()
    await record(tx, {
      subject: by.person,
      by,
      action: 'site.consent',
      about: [site.clientId, ...row.scopes].join(' '),
      ground: 'self',
      at,
    })
    await notify(tx, {
      to: by.person,
      key: `site-consent-${site.clientId}-${at.getTime()}`,
      title: { ar: `ربطت حسابك بموقع ${site.name.ar}`, en: `You connected your account to ${site.name.en}` },
      body: {
        ar: `سمحت لموقع ${site.name.ar} بالاطلاع على بعض بياناتك. إن لم تكن أنت، فألغِ الربط من حسابك.`,
        en: `You let ${site.name.en} see some of your data. If it was not you, end it in your account.`,
      },
      link: '/account/sites',
      sms: false,
      mail: true,
      at,
    })
  })
}

/** Ends a consent: the site's tokens are worth nothing from now on, and it is told that the person has left. */
export function withdrawConsent({ db, clock }: World, by: Holder, clientId: string): Promise<boolean> {
  return transact(db, async (tx) => {
    const gone = await tx
      .deleteFrom('site_consent')
      .where('person_id', '=', by.person)
      .where('client_id', '=', clientId)
      .returning('client_id')
      .executeTakeFirst()
    if (!gone) return false
    await revokeSite(tx, by.person, clientId)
    await leaveSite(tx, by.person, clientId)
    await record(tx, {
      subject: by.person,
      by,
      action: 'site.withdraw',
      about: clientId,
      ground: 'self',
      at: clock.now(),
    })
    return true
  })
}

const toConsent = (row: Selectable<SiteConsentTable>): Consent => ({
  scopes: scopesIn(row.scopes),
  givenAt: row.given_at,
  endsAt: row.ends_at,
  usedAt: row.used_at ?? undefined,
})

const lastUse = ({ usedAt, givenAt }: Consent): number => (usedAt ?? givenAt).getTime()
