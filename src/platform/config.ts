import { resolve } from 'node:path'
import { z } from 'zod'
import { type TokenAddress, tokenAddress } from './documents/keys/token-address.ts'

/** Vault keys, newest first: `name:32 bytes in base64`, separated by commas. */
const vaultKeys = z.string().transform((list, context) =>
  list.split(',').map((entry) => {
    const [id = '', base64 = ''] = entry.trim().split(':')
    const bytes = Buffer.from(base64, 'base64')
    if (!/^[A-Za-z0-9_-]{1,16}$/.test(id) || bytes.length !== 32)
      context.addIssue({ code: 'custom', message: 'each key is a name, a colon and 32 bytes in base64' })
    return { id, bytes }
  }),
)

const port = z.coerce.number('must be a number').int().min(1).max(65_535)
const whole = z.coerce.number('must be a number').int()
const address = (...protocols: readonly string[]) =>
  z.url({
    protocol: new RegExp(`^(${protocols.join('|')})$`),
    error: `must start with ${protocols.map((name) => `${name}://`).join(' or ')}`,
  })

/** Every variable that the program reads; the example is shown when it is wrong. */
const environment = z.object({
  DIWAN_MODE: z.enum(['development', 'production']).default('development').meta({ example: 'production' }),
  DIWAN_DATA: z.string().min(1).default('data').meta({ example: '/var/lib/diwan' }),
  DATABASE_URL: address('postgres', 'postgresql')
    .optional()
    .meta({ example: 'postgres://diwan:secret@db.internal:5432/diwan' }),
  DIWAN_HOST: z.string().min(1).default('127.0.0.1').meta({ example: '0.0.0.0' }),
  DIWAN_TRUST_PROXY: whole.min(0).max(10).default(0).meta({ example: '1' }),
  DIWAN_PORT: port.default(3000).meta({ example: '3000' }),
  DIWAN_ORIGIN: address('https', 'http').optional().meta({ example: 'https://services.example.org' }),
  DIWAN_POOL: whole.min(2).max(500).default(20).meta({ example: '20' }),
  DIWAN_WORKERS: whole.min(1).max(100).default(4).meta({ example: '4' }),
  DIWAN_LOG: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info').meta({ example: 'warn' }),
  DIWAN_PERSONS: whole.min(0).max(16_000_000).default(2000).meta({ example: '2000' }),
  DIWAN_VAULT_KEYS: vaultKeys.optional().meta({ example: 'k1:q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA=' }),
  DIWAN_SMPP_URL: address('smpp', 'smpps')
    .optional()
    .meta({ example: 'smpp://system:password@sms.internal:2775' }),
  DIWAN_SMTP_URL: address('smtp', 'smtps').optional().meta({ example: 'smtp://mail.internal:25' }),
  DIWAN_MAIL_FROM: z.email().default('no-reply@diwan.example').meta({ example: 'no-reply@diwan.example' }),
  DIWAN_BILLER_URL: address('https', 'http').optional().meta({ example: 'https://biller.example.org' }),
  DIWAN_BILLER_SECRET: z
    .string()
    .min(32)
    .optional()
    .meta({ example: 'a random text of at least 32 characters' }),
  DIWAN_FINGERPRINT_URL: address('https', 'http').optional().meta({ example: 'https://matcher.internal' }),
  DIWAN_FINGERPRINT_SECRET: z
    .string()
    .min(32)
    .optional()
    .meta({ example: 'a random text of at least 32 characters' }),
  DIWAN_SANDBOX: z
    .enum(['on', 'off'])
    .transform((value) => value === 'on')
    .optional()
    .meta({ example: 'off' }),
  DIWAN_OFFICER_PASSKEY: z
    .enum(['on', 'off'])
    .transform((value) => value === 'on')
    .optional()
    .meta({ example: 'on' }),
  DIWAN_BREACHED_PASSWORDS: z.string().min(1).optional().meta({ example: '/var/lib/pwned-passwords' }),
  DIWAN_ISSUER_KEYS: z
    .string()
    .refine(
      (value) => value === 'file' || tokenAddress(value) !== undefined,
      'must be "file" or a PKCS#11 address',
    )
    .transform((value) => tokenAddress(value))
    .optional()
    .meta({ example: 'pkcs11:token=diwan?module-path=/usr/lib/softhsm/libsofthsm2.so&pin-value=1234' }),
  DIWAN_SANDBOX_PORT: port.default(3100).meta({ example: '3100' }),
  DIWAN_SANDBOX_SMPP_PORT: port.default(3175).meta({ example: '3175' }),
  DIWAN_SANDBOX_SMTP_PORT: port.default(3125).meta({ example: '3125' }),
})

export interface VaultKey {
  readonly id: string
  readonly bytes: Uint8Array
}

export interface Config {
  readonly mode: 'development' | 'production'
  /** The folder that everything kept outside the database lives in; absolute. */
  readonly data: string
  /** Absent: an embedded PostgreSQL in the data folder. */
  readonly databaseUrl: string | undefined
  readonly host: string
  /** Proxies in front whose word on the client's address counts; 0: the address is who connects. */
  readonly trustedProxies: number
  /** Officers come in by a passkey only; off in development, so that the ready-made ones can use a code. */
  readonly officerPasskey: boolean
  readonly port: number
  /** What stands before every path of the portal: `https://services.example.org`, no slash at the end. */
  readonly origin: string
  /** Connections to the database, at most. */
  readonly pool: number
  /** Jobs that run side by side. */
  readonly workers: number
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
  /** How many synthetic persons an empty database is filled with; 0 leaves it empty. */
  readonly persons: number
  /** Newest first. Absent: a key file in the data folder. */
  readonly vaultKeys: readonly VaultKey[] | undefined
  readonly smppUrl: string | undefined
  readonly smtpUrl: string | undefined
  readonly mailFrom: string
  readonly biller: { readonly url: string; readonly secret: string } | undefined
  /** The system that compares fingers. */
  readonly matcher: { readonly url: string; readonly secret: string } | undefined
  /** A folder with the ranges of a full list of leaked passwords. Absent: the list that comes with the program. */
  readonly breachedPasswords: string | undefined
  /** The hardware module that holds the issuer keys. Absent: files in the data folder. */
  readonly issuerToken: TokenAddress | undefined
  /** The outside world, played. Absent: not started. */
  readonly sandbox:
    | { readonly port: number; readonly smppPort: number; readonly smtpPort: number }
    | undefined
}

/** The environment is wrong; the message names each variable, what is wrong with it, and an example. */
export class ConfigError extends Error {
  constructor(complaints: readonly string[]) {
    super(`The configuration is not usable:\n${complaints.map((line) => `  - ${line}`).join('\n')}`)
    this.name = 'ConfigError'
  }
}

/**
 * The configuration that the environment asks for.
 * @throws ConfigError when a variable cannot be used.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  )
  const parsed = environment.safeParse(given)
  if (!parsed.success) throw new ConfigError(parsed.error.issues.map(complaint))
  const at = parsed.data
  const production = at.DIWAN_MODE === 'production'
  const sandbox = at.DIWAN_SANDBOX ?? (!production && at.DATABASE_URL === undefined)
  const complaints = [
    ...(production && sandbox
      ? [
          'DIWAN_SANDBOX: must be off in production, because the sandbox plays the outside world. Example: DIWAN_SANDBOX=off',
        ]
      : []),
    ...(production && at.DIWAN_ORIGIN === undefined
      ? ['DIWAN_ORIGIN: is needed in production. Example: DIWAN_ORIGIN=https://services.example.org']
      : []),
    ...(production && at.DIWAN_VAULT_KEYS === undefined
      ? [
          'DIWAN_VAULT_KEYS: is needed in production. Example: DIWAN_VAULT_KEYS="k1:$(openssl rand -base64 32)"',
        ]
      : []),
    ...((at.DIWAN_BILLER_URL === undefined) !== (at.DIWAN_BILLER_SECRET === undefined)
      ? ['DIWAN_BILLER_URL and DIWAN_BILLER_SECRET: give both or neither.']
      : []),
    ...((at.DIWAN_FINGERPRINT_URL === undefined) !== (at.DIWAN_FINGERPRINT_SECRET === undefined)
      ? ['DIWAN_FINGERPRINT_URL and DIWAN_FINGERPRINT_SECRET: give both or neither.']
      : []),
  ]
  if (complaints.length > 0) throw new ConfigError(complaints)
  return {
    mode: at.DIWAN_MODE,
    data: resolve(at.DIWAN_DATA),
    databaseUrl: at.DATABASE_URL,
    host: at.DIWAN_HOST,
    trustedProxies: at.DIWAN_TRUST_PROXY,
    officerPasskey: at.DIWAN_OFFICER_PASSKEY ?? production,
    port: at.DIWAN_PORT,
    origin: (at.DIWAN_ORIGIN ?? `http://localhost:${at.DIWAN_PORT}`).replace(/\/+$/, ''),
    pool: at.DIWAN_POOL,
    workers: at.DIWAN_WORKERS,
    logLevel: at.DIWAN_LOG,
    persons: at.DIWAN_PERSONS,
    vaultKeys: at.DIWAN_VAULT_KEYS,
    smppUrl: at.DIWAN_SMPP_URL,
    smtpUrl: at.DIWAN_SMTP_URL,
    mailFrom: at.DIWAN_MAIL_FROM,
    biller:
      at.DIWAN_BILLER_URL === undefined || at.DIWAN_BILLER_SECRET === undefined
        ? undefined
        : { url: at.DIWAN_BILLER_URL.replace(/\/+$/, ''), secret: at.DIWAN_BILLER_SECRET },
    matcher:
      at.DIWAN_FINGERPRINT_URL === undefined || at.DIWAN_FINGERPRINT_SECRET === undefined
        ? undefined
        : { url: at.DIWAN_FINGERPRINT_URL.replace(/\/+$/, ''), secret: at.DIWAN_FINGERPRINT_SECRET },
    breachedPasswords: at.DIWAN_BREACHED_PASSWORDS,
    issuerToken: at.DIWAN_ISSUER_KEYS,
    sandbox: sandbox
      ? {
          port: at.DIWAN_SANDBOX_PORT,
          smppPort: at.DIWAN_SANDBOX_SMPP_PORT,
          smtpPort: at.DIWAN_SANDBOX_SMTP_PORT,
        }
      : undefined,
  }
}

/** The variables that the program reads, each with an example, for help and documents. */
export const variables: readonly { readonly name: string; readonly example: string }[] = Object.entries(
  environment.shape,
).map(([name, schema]) => ({ name, example: String(schema.meta()?.example ?? '') }))

function complaint(issue: z.core.$ZodIssue): string {
  const name = String(issue.path[0])
  const example = variables.find((variable) => variable.name === name)?.example ?? ''
  return `${name}: ${issue.message}. Example: ${name}=${example}`
}
