import type { Pool } from 'pg'
import type { Logger } from 'pino'
import type { Clock } from '#kernel/clock.ts'
import type { BreachedPasswords } from '#platform/accounts/guessed/breached.ts'
import type { WhenDeviceLost } from '#platform/accounts/lost-device.ts'
import type { Catalogue } from '#platform/catalogue/catalogue.ts'
import type { Config } from '#platform/config.ts'
import type { Db } from '#platform/database/tables.ts'
import type { Vault } from '#platform/database/vault.ts'
import type { IssuerKeys } from '#platform/documents/keys/port.ts'
import type { FileStore } from '#platform/files/port.ts'
import type { Fingerprints } from '#platform/fingerprints/port.ts'
import type { IntegrationProvider } from '#platform/integrations/port.ts'
import type { Mailer, SmsGateway } from '#platform/notices/port.ts'
import type { PaymentProvider } from '#platform/payments/port.ts'

/**
 * What the parts are handed: the database, the time and the outside world. Put together once in
 * `main.ts`; a function takes the few of them that it needs: `Pick<Platform, 'db' | 'clock'>`.
 */
export interface Platform {
  readonly db: Db
  /** For named statements on the hot paths. */
  readonly pool: Pool
  readonly clock: Clock
  readonly config: Config
  readonly vault: Vault
  readonly log: Logger
  readonly catalogue: Catalogue
  readonly sms: SmsGateway
  readonly mail: Mailer
  /** Absent: payments are not configured, and a person is told so. */
  readonly payments: PaymentProvider | undefined
  readonly files: FileStore
  readonly issuers: IssuerKeys
  /** Absent: no matcher is configured, and no finger is compared. */
  readonly fingerprints: Fingerprints | undefined
  /** Absent: passwords are held against the list that comes with the program alone. */
  readonly breached: BreachedPasswords | undefined
  /** What other rooms stop when somebody loses a device. */
  readonly whenDeviceLost: readonly WhenDeviceLost[]
  readonly integrations: Readonly<Record<string, IntegrationProvider>>
}
