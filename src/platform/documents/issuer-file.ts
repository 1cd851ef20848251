import { createHash, createPrivateKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { chmod, mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { IssuerKeys } from './port.ts'

/** Issuer keys that can be renewed by the operator. */
export interface RotatingIssuerKeys extends IssuerKeys {
  /**
   * Makes a new current key. Earlier documents stay verifiable, until `trustOldUntil` when it is given; the
   * old private keys are thrown away.
   */
  rotate(trustOldUntil?: Date): Promise<void>
}

const keyFile = z.object({
  /** The key that signs now; `pkcs8` in base64. */
  current: z.object({ x: z.string(), pkcs8: z.string() }),
  /** Keys that signed before: only their public part. */
  former: z.array(z.object({ x: z.string(), notAfter: z.iso.datetime().optional() })),
})
type KeyFile = z.infer<typeof keyFile>

/**
 * Ed25519 keys in `issuer-keys.json` of the data folder, readable by its owner only; made on first use.
 * @throws when others may read the file, or it is not such a file.
 */
export async function openIssuerFile(folder: string): Promise<RotatingIssuerKeys> {
  const path = join(folder, 'issuer-keys.json')
  let file = await load(path)
  let key = privateKey(file)
  const same = (keyId: Uint8Array) => Buffer.compare(keyId, keyIdOf(file.current.x)) === 0
  return {
    current: () => ({ keyId: keyIdOf(file.current.x), alg: 'EdDSA' }),
    sign: async (keyId, bytes) => {
      if (!same(keyId)) throw new Error('only the current issuer key signs')
      return new Uint8Array(sign(null, bytes, key))
    },
    trusted: () =>
      [{ x: file.current.x }, ...file.former].map((one) => ({
        keyId: keyIdOf(one.x),
        alg: 'EdDSA',
        publicKey: new Uint8Array(Buffer.from(one.x, 'base64url')),
        ...('notAfter' in one && one.notAfter ? { notAfter: one.notAfter } : {}),
      })),
    rotate: async (trustOldUntil) => {
      const notAfter = trustOldUntil?.toISOString()
      const next: KeyFile = {
        current: newKey(),
        former: [{ x: file.current.x, ...(notAfter ? { notAfter } : {}) }, ...file.former],
      }
      await writeFile(`${path}.new`, JSON.stringify(next, null, 2), { mode: 0o600 })
      await rename(`${path}.new`, path)
      file = next
      key = privateKey(next)
    },
  }
}

/** What a verifier needs to trust us: a JSON Web Key Set (RFC 7517, 8037), each key with the day it ends. */
export function publicTrustList(issuers: IssuerKeys): { readonly keys: readonly Record<string, string>[] } {
  return {
    keys: issuers.trusted().map(({ keyId, publicKey, notAfter }) => ({
      kty: 'OKP',
      crv: 'Ed25519',
      use: 'sig',
      kid: Buffer.from(keyId).toString('base64url'),
      x: Buffer.from(publicKey).toString('base64url'),
      ...(notAfter ? { notAfter } : {}),
    })),
  }
}

async function load(path: string): Promise<KeyFile> {
  try {
    await mkdir(join(path, '..'), { recursive: true })
    await writeFile(path, JSON.stringify({ current: newKey(), former: [] } satisfies KeyFile), {
      mode: 0o600,
      flag: 'wx',
    })
    await chmod(path, 0o600)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  if (((await stat(path)).mode & 0o077) !== 0) throw new Error(`${path} can be read by others: chmod 600 it`)
  const parsed = keyFile.safeParse(JSON.parse(await readFile(path, 'utf8')))
  if (!parsed.success) throw new Error(`${path} is not a file of issuer keys`)
  return parsed.data
}

function newKey(): KeyFile['current'] {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  return {
    x: publicKey.export({ format: 'jwk' }).x ?? '',
    pkcs8: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
  }
}

const privateKey = (file: KeyFile): KeyObject =>
  createPrivateKey({ key: Buffer.from(file.current.pkcs8, 'base64'), format: 'der', type: 'pkcs8' })

/** The first eight bytes of the public key's SHA-256: short enough for a code, and nobody has to hand them out. */
const keyIdOf = (x: string): Uint8Array =>
  new Uint8Array(createHash('sha256').update(Buffer.from(x, 'base64url')).digest()).slice(0, 8)
