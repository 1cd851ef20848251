import { createHash, generateKeyPairSync, randomBytes, randomUUID, sign } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { importPKCS8, SignJWT } from 'jose'
import { z } from 'zod'
import type { Config } from '#platform/config.ts'
import { selfSigned } from '#platform/documents/keys/certificate.ts'

const keyFile = z.object({ privateKey: z.string(), certificate: z.string() })

/** What signs our questions to wallets: a key with a certificate, whose hash is the name that we go by. */
export interface RequestKey {
  /** `x509_hash:…` (OpenID4VP 1.0, section 5.9.3). */
  readonly clientId: string
  sign(request: Readonly<Record<string, unknown>>): Promise<string>
}

const years = 10

/** The key of `keys/wallet-requests.json` in the data folder, made on first use. */
export async function openRequestKey({ data }: Pick<Config, 'data'>, now: Date): Promise<RequestKey> {
  const folder = join(data, 'keys')
  const path = join(folder, 'wallet-requests.json')
  const there = await readFile(path, 'utf8').catch(() => undefined)
  if (there === undefined) await make(folder, path, now)
  const parsed = keyFile.safeParse(JSON.parse(there ?? (await readFile(path, 'utf8'))))
  if (!parsed.success) throw new Error(`${path} is not a key with a certificate`)
  const { privateKey, certificate } = parsed.data
  const key = await importPKCS8(privateKey, 'ES256')
  const hash = createHash('sha256').update(Buffer.from(certificate, 'base64')).digest('base64url')
  return {
    clientId: `x509_hash:${hash}`,
    sign: (request) =>
      new SignJWT({ ...request })
        .setProtectedHeader({ alg: 'ES256', typ: 'oauth-authz-req+jwt', x5c: [certificate] })
        .sign(key),
  }
}

/** Two processes that start at once end with one file: only the first link of a whole file counts. */
async function make(folder: string, path: string, now: Date): Promise<void> {
  await mkdir(folder, { recursive: true })
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const certificate = await selfSigned({
    organisation: 'Diwan',
    name: 'Requests to wallets',
    publicKey: Buffer.concat([Buffer.from([4]), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]),
    serial: randomBytes(8),
    from: now,
    until: new Date(now.getTime() + years * 365 * 86_400_000),
    sign: async (bytes) => sign('sha256', bytes, { key: privateKey, dsaEncoding: 'ieee-p1363' }),
  })
  const draft = `${path}.${randomUUID()}`
  const content = {
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }),
    certificate: Buffer.from(certificate.der).toString('base64'),
  }
  await writeFile(draft, JSON.stringify(content), { mode: 0o600 })
  try {
    await link(draft, path)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  } finally {
    await rm(draft)
  }
}
