import { randomUUID } from 'node:crypto'
import { link, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { exportJWK, generateKeyPair, type JWK } from 'jose'
import { z } from 'zod'
import type { Config } from '#platform/config.ts'

const privateKey = z.looseObject({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  kid: z.string(),
  x: z.string(),
  y: z.string(),
  d: z.string(),
})
const keyFile = z.object({ keys: z.array(privateKey).min(1) })

/** A private key as a JSON Web Key, for ES256. */
export type SigningKey = z.infer<typeof privateKey>

/**
 * The keys that sign ID tokens and logout tokens: the first signs, the others stay published until what
 * they signed has run out. `keys/oidc-keys.json` of the data folder, made on first use.
 * @throws when others may read the file, or it is not such a file.
 */
export async function openSigningKeys({
  data,
}: Pick<Config, 'data'>): Promise<readonly [SigningKey, ...SigningKey[]]> {
  const path = join(data, 'keys', 'oidc-keys.json')
  const text = await readFile(path, 'utf8').catch(() => undefined)
  if (text === undefined) await make(path)
  if (((await stat(path)).mode & 0o077) !== 0) throw new Error(`${path} can be read by others: chmod 600 it`)
  const parsed = keyFile.safeParse(JSON.parse(text ?? (await readFile(path, 'utf8'))))
  const [first, ...others] = parsed.success ? parsed.data.keys : []
  if (!first) throw new Error(`${path} is not a file of ES256 keys`)
  return [first, ...others]
}

/** Two processes that start at once end with one file: only the first link of a whole file counts. */
async function make(path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const draft = `${path}.${randomUUID()}`
  await writeFile(draft, JSON.stringify({ keys: [await newKey()] }), { mode: 0o600, flush: true })
  try {
    await link(draft, path)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  } finally {
    await rm(draft)
  }
}

async function newKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  return { ...(await exportJWK(privateKey)), kid: randomUUID(), alg: 'ES256', use: 'sig' }
}
