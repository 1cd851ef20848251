import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { exportJWK, generateKeyPair, type JWK } from 'jose'
import type { Text } from '#kernel/text.ts'
import type { Config } from '#platform/config.ts'
import type { Vault } from '#platform/database/vault.ts'
import { registerClient, type Scope } from '#platform/partners/client.ts'
import type { Platform } from '#platform/platform.ts'
import { createSandbox, type Sandbox } from '#sandbox/server.ts'
import { playedSite, registerPlayedSite } from './played-sites.ts'

/** The partners that the sandbox plays, with what each may do. */
const played: readonly {
  readonly clientId: string
  readonly name: Text
  readonly scopes: readonly Scope[]
}[] = [
  {
    clientId: 'sandbox-bank',
    name: { ar: 'مصرف الواحة (تجريبي)', en: 'Oasis Bank (demonstration)' },
    scopes: ['activations:write', 'mobiles:write', 'bills:write'],
  },
  {
    clientId: 'sandbox-camera',
    name: { ar: 'كاميرات المرور (تجريبية)', en: 'Traffic cameras (demonstration)' },
    scopes: ['violations:write'],
  },
  {
    clientId: 'sandbox-reception',
    name: { ar: 'مستشفى النخيل (تجريبي)', en: 'Palms Hospital (demonstration)' },
    scopes: ['wallet-questions'],
  },
  {
    clientId: 'sandbox-gate',
    name: { ar: 'منافذ الحدود (تجريبية)', en: 'Border gates (demonstration)' },
    scopes: ['crossings:write'],
  },
  {
    clientId: 'sandbox-operator',
    name: { ar: 'مشغّل الاتصالات (تجريبي)', en: 'Telecom operator (demonstration)' },
    scopes: ['lines:write'],
  },
]

/** What the platform and its played partners share, from the vault and kept nowhere else. */
export const sharedSecret = (
  vault: Vault,
  of: 'sms' | 'biller' | 'bank' | 'fingerprint' | 'operator',
): string => vault.derive(`sandbox-${of}`).toString('base64url')

/** Who takes the payments: the configured biller, else the sandbox's. */
export function billerOf(
  { biller, sandbox }: Pick<Config, 'biller' | 'sandbox'>,
  vault: Vault,
): { readonly url: string; readonly secret: string } | undefined {
  return (
    biller ??
    (sandbox && { url: `http://127.0.0.1:${sandbox.port}/biller`, secret: sharedSecret(vault, 'biller') })
  )
}

/** Starts the outside world that the configuration asks for, known to the platform like any partner. */
export async function openSandbox(platform: Platform): Promise<Sandbox | undefined> {
  const { config, vault, clock } = platform
  if (!config.sandbox) return undefined
  const { port, smppPort, smtpPort } = config.sandbox
  const keys = await partnerKeys(platform)
  const sandbox = await createSandbox({
    port,
    host: config.host,
    production: config.mode === 'production',
    portal: config.origin,
    portalApi: `http://127.0.0.1:${config.port}`,
    // A JWK of jose and the platform's JsonWebKey describe the same JSON.
    keys: keys as Readonly<Record<string, JsonWebKey>>,
    clock,
    phone: { smppPort, smtpPort, systemId: 'diwan', password: sharedSecret(vault, 'sms').slice(0, 8) },
    secrets: {
      biller: sharedSecret(vault, 'biller'),
      bank: sharedSecret(vault, 'bank'),
      fingerprint: sharedSecret(vault, 'fingerprint'),
      operator: sharedSecret(vault, 'operator'),
    },
  })
  const site = keys[playedSite]
  if (site) await registerPlayedSite(platform, { origin: sandbox.origin, publicKey: publicHalf(site) })
  return sandbox
}

/** The private keys of the played partners, made once in the data folder; their public halves are registered. */
async function partnerKeys(platform: Platform): Promise<Readonly<Record<string, JWK>>> {
  const file = join(platform.config.data, 'sandbox-keys.json')
  const kept = await readFile(file, 'utf8').then(
    (text) => JSON.parse(text) as Record<string, JWK>,
    () => ({}) as Record<string, JWK>,
  )
  for (const { clientId, name, scopes } of played) {
    const key = kept[clientId] ?? (await newKey('EdDSA'))
    kept[clientId] = key
    await registerClient(platform.db, { clientId, name, scopes, jwks: { keys: [publicHalf(key)] } })
  }
  kept[playedSite] = kept[playedSite] ?? (await newKey('ES256'))
  await mkdir(platform.config.data, { recursive: true })
  await writeFile(file, JSON.stringify(kept), { mode: 0o600 })
  await chmod(file, 0o600)
  return kept
}

async function newKey(alg: 'EdDSA' | 'ES256'): Promise<JWK> {
  const { privateKey } = await generateKeyPair(alg, { extractable: true })
  return { ...(await exportJWK(privateKey)), alg }
}

const publicHalf = ({ d: _private, ...open }: JWK): JWK => open
