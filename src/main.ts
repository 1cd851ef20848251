import { join } from 'node:path'
import type { Pool } from 'pg'
import type { Logger } from 'pino'
import { createWeb } from '#channels/server.ts'
import { systemClock } from '#kernel/clock.ts'
import { breachedOnDisk } from '#platform/accounts/guessed/breached.ts'
import { discover } from '#platform/catalogue/discover.ts'
import type { Config } from '#platform/config.ts'
import type { Db } from '#platform/database/tables.ts'
import { openVault, type Vault } from '#platform/database/vault.ts'
import { openConfiguredKeys } from '#platform/documents/keys/open.ts'
import { diskStore } from '#platform/files/file-store-disk.ts'
import { httpMatcher } from '#platform/fingerprints/provider-http.ts'
import { httpIntegration } from '#platform/integrations/provider-http.ts'
import type { Mailer, SmsGateway } from '#platform/notices/port.ts'
import { watchReceipts } from '#platform/notices/receipts.ts'
import { smppGateway } from '#platform/notices/smpp.ts'
import { smtpMailer } from '#platform/notices/smtp.ts'
import { forgetSites } from '#platform/oidc/lost.ts'
import { loseOtherWallets } from '#platform/openid4vc/lost.ts'
import { httpPaymentProvider } from '#platform/payments/provider-http.ts'
import type { Platform } from '#platform/platform.ts'
import { loseWallet } from '#platform/wallets/lost.ts'
import { templateOf } from '#sectors/fingerprint/index.ts'
import { greeting } from './greeting.ts'
import { billerOf, openSandbox, sharedSecret } from './played-outside.ts'

/** What is open to the outside, with the addresses to show. */
export interface Servers {
  readonly addresses: readonly { readonly name: string; readonly url: string }[]
  /** What a newcomer is told once everything is open: whom to sign in as. */
  readonly greeting: readonly string[]
  /** Answers what is being asked, then closes. */
  close(): Promise<void>
}

/** The outside world: what the configuration names, or the sandbox, whose secrets come from the vault. */
function outside(config: Config, vault: Vault) {
  const { sandbox } = config
  const played = sandbox && `http://127.0.0.1:${sandbox.port}`
  const bank = played && { url: `${played}/bank`, secret: sharedSecret(vault, 'bank') }
  const operator = played && { url: `${played}/operator`, secret: sharedSecret(vault, 'operator') }
  return {
    smpp:
      config.smppUrl ??
      (sandbox && `smpp://diwan:${sharedSecret(vault, 'sms').slice(0, 8)}@127.0.0.1:${sandbox.smppPort}`),
    smtp: config.smtpUrl ?? (sandbox && `smtp://127.0.0.1:${sandbox.smtpPort}`),
    biller: billerOf(config, vault),
    matcher:
      config.matcher ??
      (sandbox && {
        url: `http://127.0.0.1:${sandbox.port}/fingerprint`,
        secret: sharedSecret(vault, 'fingerprint'),
      }),
    integrations: {
      ...(bank && { bank: httpIntegration({ ...bank, clock: systemClock }) }),
      ...(operator && { operator: httpIntegration({ ...operator, clock: systemClock }) }),
    },
  }
}

/** Puts the parts together over an open database. */
export async function createPlatform(
  config: Config,
  { db, pool }: { readonly db: Db; readonly pool: Pool },
  log: Logger,
): Promise<Platform> {
  const vault = await openVault(config)
  const { smpp, smtp, biller, matcher, integrations } = outside(config, vault)
  return {
    db,
    pool,
    clock: systemClock,
    config,
    vault,
    log,
    catalogue: await discover(),
    sms: smpp === undefined ? noSms : smppGateway({ url: smpp, sender: 'Diwan', log }),
    mail: smtp === undefined ? noMail : smtpMailer({ url: smtp, from: config.mailFrom }),
    payments: biller && httpPaymentProvider({ name: 'biller', ...biller, clock: systemClock }),
    files: diskStore(join(config.data, 'files')),
    issuers: await openConfiguredKeys(config),
    fingerprints: matcher && { templateOf, matcher: httpMatcher({ ...matcher, clock: systemClock }) },
    whenDeviceLost: [loseWallet, loseOtherWallets, forgetSites],
    breached: config.breachedPasswords === undefined ? undefined : breachedOnDisk(config.breachedPasswords),
    integrations,
  }
}

/** Opens everything that people, programs and (in development) the played outside world come in through. */
export async function createServers(platform: Platform): Promise<Servers> {
  const { config } = platform
  watchReceipts(platform)
  const sandbox = await openSandbox(platform)
  const biller = billerOf(config, platform.vault)
  const web = await createWeb(platform, { biller: biller && { name: 'biller', ...biller } })
  try {
    await web.listen({ port: config.port, host: config.host })
  } catch (error) {
    await sandbox?.close()
    throw error
  }
  return {
    addresses: [
      { name: 'Portal', url: config.origin },
      { name: 'Office', url: `${config.origin}/office` },
      ...(sandbox ? [{ name: 'Sandbox', url: sandbox.origin }] : []),
    ],
    greeting: sandbox ? await greeting(platform) : [],
    close: async () => {
      await web.close()
      await sandbox?.close()
    },
  }
}

const noSms: SmsGateway = {
  send: () => Promise.reject(new Error('Text messages are not configured: set DIWAN_SMPP_URL.')),
  onReceipt: () => undefined,
  close: async () => undefined,
}

const noMail: Mailer = {
  send: () => Promise.reject(new Error('Mail is not configured: set DIWAN_SMTP_URL.')),
  close: async () => undefined,
}
