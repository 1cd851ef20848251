import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Pool } from 'pg'
import { pino } from 'pino'
import { type FixedClock, fixedClock } from '#kernel/clock.ts'
import type { Catalogue } from '#platform/catalogue/catalogue.ts'
import { discover } from '#platform/catalogue/discover.ts'
import { readConfig } from '#platform/config.ts'
import type { Db } from '#platform/database/tables.ts'
import { vaultOf } from '#platform/database/vault.ts'
import type { FileStore } from '#platform/files/port.ts'
import { forgetSites } from '#platform/oidc/lost.ts'
import { loseOtherWallets } from '#platform/openid4vc/lost.ts'
import type { PaymentProvider } from '#platform/payments/port.ts'
import type { Platform } from '#platform/platform.ts'
import { loseWallet } from '#platform/wallets/lost.ts'
import { testDatabase } from './database.ts'
import { whenDone } from './done.ts'
import { testKeys } from './issuer-keys.ts'
import { type JobRun, runJobs } from './jobs.ts'

type Asked<K extends 'open' | 'refund' | 'payout'> = Parameters<PaymentProvider[K]>[0]

export interface TestPlatform {
  readonly platform: Platform
  readonly db: Db
  readonly pool: Pool
  readonly url: string
  /** Stands at 2026-11-23T08:00:00Z until moved. */
  readonly clock: FixedClock
  /** What went out, oldest first. */
  readonly sent: {
    readonly sms: { to: string; text: string; reference: string }[]
    readonly mail: { to: string; subject: string; text: string; language: string }[]
  }
  /** Says that an operator's centre delivered a message, or could not. */
  receipt(receipt: { reference: string; delivered: boolean }): void
  /** What the payment provider was asked; it answers nothing by itself. */
  readonly payments: {
    readonly opened: Asked<'open'>[]
    /** What was asked for the payment that a person goes on to at `url`. */
    at(url: string): Asked<'open'>
    readonly refunds: Asked<'refund'>[]
    readonly payouts: Asked<'payout'>[]
  }
  readonly files: Map<string, Uint8Array>
  /** Runs every job that is due by the test's clock, and those which they enqueue; throws what a job threw. */
  runJobs(options?: { readonly tolerant?: boolean }): Promise<JobRun>
}

/** The whole platform over a database of its own, with a clock that stands and an outside world that records. */
export async function testPlatform(overrides: Partial<Platform> = {}): Promise<TestPlatform> {
  const { db, pool, url } = await testDatabase()
  const clock = fixedClock('2026-11-23T08:00:00Z')
  const data = await mkdtemp(join(tmpdir(), 'diwan-data-'))
  whenDone(() => rm(data, { recursive: true, force: true }))
  const sent: TestPlatform['sent'] = { sms: [], mail: [] }
  const payments: TestPlatform['payments'] = {
    opened: [],
    at: (url) => {
      const asked = payments.opened.find((ask) => payAt(ask) === url)
      if (!asked) throw new Error(`the provider was not asked for ${url}`)
      return asked
    },
    refunds: [],
    payouts: [],
  }
  const files = new Map<string, Uint8Array>()
  const listeners: ((receipt: { reference: string; delivered: boolean }) => void)[] = []
  const platform: Platform = {
    db,
    pool,
    clock,
    config: readConfig({ DIWAN_DATA: data, DIWAN_LOG: 'silent' }),
    vault: vaultOf([{ id: 'test', bytes: new Uint8Array(32).fill(7) }]),
    log: pino({ level: process.env.DIWAN_LOG ?? 'silent' }),
    catalogue: overrides.catalogue ?? (await productCatalogue()),
    sms: {
      async send(message) {
        const reference = `sms-${sent.sms.length + 1}`
        sent.sms.push({ ...message, reference })
        return { reference }
      },
      onReceipt: (listener) => void listeners.push(listener),
      close: async () => undefined,
    },
    mail: {
      async send(mail) {
        sent.mail.push(mail)
        return { reference: `mail-${sent.mail.length}` }
      },
      close: async () => undefined,
    },
    payments: {
      name: 'test',
      async open(ask) {
        payments.opened.push(ask)
        return { reference: `pay-${ask.payment}`, url: payAt(ask) }
      },
      refund: async (ask) => void payments.refunds.push(ask),
      payout: async (ask) => void payments.payouts.push(ask),
    },
    files: inMemory(files),
    issuers: testKeys(),
    fingerprints: undefined,
    whenDeviceLost: [loseWallet, loseOtherWallets, forgetSites],
    breached: undefined,
    integrations: {},
    ...overrides,
  }
  return {
    platform,
    db,
    pool,
    url,
    clock,
    sent,
    receipt: (receipt) => {
      for (const listener of listeners) listener(receipt)
    },
    payments,
    files,
    runJobs: (options) => runJobs(platform, options),
  }
}

const payAt = (ask: Asked<'open'>): string => `https://biller.test/pay/${ask.payment}`

let discovered: Promise<Catalogue> | undefined

function productCatalogue(): Promise<Catalogue> {
  discovered ??= discover()
  return discovered
}

const inMemory = (files: Map<string, Uint8Array>): FileStore => ({
  put: async (key, bytes) => void files.set(key, bytes),
  get: async (key) => files.get(key),
  remove: async (key) => void files.delete(key),
})
