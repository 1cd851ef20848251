import { createPrivateKey } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { chmod, mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { KeyAlgorithm, PublicKey, TrustedKey } from '../credential/opened.ts'
import { fileHolder, importKey } from './file-holder.ts'
import { keyIdOf } from './key-id.ts'
import type { KeyHolder, RotatingIssuerKeys } from './port.ts'
import { successionOf } from './trust-list.ts'

const key = z.string().min(1)
const ringFile = z.object({
  version: z.int().positive(),
  /** Public halves, base64url. */
  root: key,
  succession: z.array(key).default([]),
  current: z.object({ EdDSA: key, ES256: key }),
  former: z.array(z.object({ alg: z.enum(['EdDSA', 'ES256']), key, notAfter: z.iso.datetime().optional() })),
})
type Ring = z.infer<typeof ringFile>

/** What the file held when there was one key and it stood in the file itself. */
const firstForm = z.object({
  current: z.object({ x: key, pkcs8: key }),
  former: z.array(z.object({ x: key, notAfter: z.iso.datetime().optional() })),
})

/** A rotation by another process, or by the command, is seen after this many milliseconds. */
export const lookAgainAfter = 5_000

/** Issuer keys whose private halves are files in the same folder: see `openIssuerKeys`. */
export const openIssuerFile = async (folder: string): Promise<RotatingIssuerKeys> =>
  openIssuerKeys(folder, await fileHolder(join(folder, 'issuer')))

/**
 * The ring of issuer keys, `issuer-keys.json` in the folder: which key signs, which are trusted still, and the
 * root that vouches for them. Made on first use; private halves are with the holder.
 * @throws when others may write the file, or it is not such a file.
 */
export async function openIssuerKeys(folder: string, holder: KeyHolder): Promise<RotatingIssuerKeys> {
  const path = join(folder, 'issuer-keys.json')
  let ring = await load(path, folder, holder)
  let looked = { at: Date.now(), changed: statSync(path).mtimeMs }
  /** As it stands in the file, which another process may have changed. */
  const now = (): Ring => {
    if (Date.now() - looked.at < lookAgainAfter) return ring
    const changed = statSync(path).mtimeMs
    if (changed !== looked.changed) ring = parse(path, readFileSync(path, 'utf8'))
    looked = { at: Date.now(), changed }
    return ring
  }
  /** Puts a changed ring in the place of the one in the file, and answers that. */
  const renew = async (change: (old: Ring) => Promise<Ring>): Promise<Ring> => {
    const old = parse(path, await readFile(path, 'utf8'))
    ring = await change(old)
    await replace(path, ring)
    looked = { at: Date.now(), changed: statSync(path).mtimeMs }
    return old
  }
  return {
    current: (alg = 'EdDSA') => {
      const { keyId } = keysOf(now()).current[alg]
      return { keyId, alg }
    },
    sign: async (keyId, bytes) => {
      const { current } = keysOf(now())
      const one = [current.EdDSA, current.ES256].find((it) => Buffer.compare(it.keyId, keyId) === 0)
      if (!one) throw new Error('only a current issuer key signs')
      return holder.sign(one, bytes)
    },
    trusted: () => keysOf(now()).trusted,
    version: () => now().version,
    get root() {
      const { root } = keysOf(now())
      return { ...root, sign: (bytes: Uint8Array) => holder.sign(root, bytes) }
    },
    succession: () => now().succession,
    rotate: async ({ alg = 'EdDSA', trustOldUntil, settled } = {}) => {
      const notAfter = trustOldUntil?.toISOString()
      const left = await renew(async (old) => ({
        ...old,
        version: old.version + 1,
        current: { ...old.current, [alg]: text(await holder.make(alg)) },
        former: [{ alg, key: old.current[alg], ...(notAfter ? { notAfter } : {}) }, ...old.former],
      }))
      await settled?.()
      await holder.discard(publicKey(alg, left.current[alg]))
    },
    renewRoot: async ({ at, settled }) => {
      const left = await renew(async (old) => {
        const [root, next] = [publicKey('EdDSA', old.root), await holder.make('EdDSA')]
        const vouched = await successionOf({ ...root, sign: (bytes) => holder.sign(root, bytes) }, next, at)
        return {
          ...old,
          version: old.version + 1,
          root: text(next),
          succession: [...old.succession, vouched],
        }
      })
      await settled?.()
      await holder.discard(publicKey('EdDSA', left.root))
    },
  }
}

interface Keys {
  readonly root: PublicKey
  readonly current: Readonly<Record<KeyAlgorithm, TrustedKey>>
  readonly trusted: readonly TrustedKey[]
}

/** What is read of a ring, which does not change: it is read at each signature. */
const read = new WeakMap<Ring, Keys>()

function keysOf(ring: Ring): Keys {
  const known = read.get(ring)
  if (known) return known
  const current = { EdDSA: trusted('EdDSA', ring.current.EdDSA), ES256: trusted('ES256', ring.current.ES256) }
  const former = ring.former.map(({ alg, key, notAfter }) => trusted(alg, key, notAfter))
  const root = publicKey('EdDSA', ring.root)
  const keys = { root, current, trusted: [current.EdDSA, current.ES256, ...former] }
  read.set(ring, keys)
  return keys
}

function trusted(alg: KeyAlgorithm, key: string, notAfter?: string): TrustedKey {
  const half = publicKey(alg, key)
  return { ...half, keyId: keyIdOf(half), ...(notAfter ? { notAfter } : {}) }
}

const text = ({ publicKey }: PublicKey): string => Buffer.from(publicKey).toString('base64url')
const publicKey = (alg: KeyAlgorithm, key: string): PublicKey => ({
  alg,
  publicKey: new Uint8Array(Buffer.from(key, 'base64url')),
})

async function load(path: string, folder: string, holder: KeyHolder): Promise<Ring> {
  await mkdir(folder, { recursive: true })
  const there = await readFile(path, 'utf8').catch(absent)
  if (there === undefined) return create(path, holder)
  if (((await stat(path)).mode & 0o022) !== 0)
    throw new Error(`${path} can be written by others: chmod 600 it`)
  const first = firstForm.safeParse(JSON.parse(there))
  return first.success ? convert(path, folder, holder, first.data) : parse(path, there)
}

const absent = (error: unknown): undefined => {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
  throw error
}

/** Of two processes that start at once, the file of the first counts. */
async function create(path: string, holder: KeyHolder): Promise<Ring> {
  const [root, eddsa, es256] = [
    await holder.make('EdDSA'),
    await holder.make('EdDSA'),
    await holder.make('ES256'),
  ]
  const made: Ring = {
    version: 1,
    root: text(root),
    succession: [],
    current: { EdDSA: text(eddsa), ES256: text(es256) },
    former: [],
  }
  try {
    await writeFile(path, JSON.stringify(made, null, 2), { mode: 0o600, flag: 'wx' })
    return made
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    await Promise.all([root, eddsa, es256].map((one) => holder.discard(one)))
    return parse(path, await readFile(path, 'utf8'))
  }
}

/** Documents that were signed by the one key of the first form stay what they are. */
async function convert(
  path: string,
  folder: string,
  holder: KeyHolder,
  { current, former }: z.infer<typeof firstForm>,
): Promise<Ring> {
  const kept = createPrivateKey({ key: Buffer.from(current.pkcs8, 'base64'), format: 'der', type: 'pkcs8' })
  const signs = await importKey(join(folder, 'issuer'), 'EdDSA', kept)
  const made: Ring = {
    version: 1,
    root: text(await holder.make('EdDSA')),
    succession: [],
    current: { EdDSA: text(signs), ES256: text(await holder.make('ES256')) },
    former: former.map(({ x, notAfter }) => ({ alg: 'EdDSA', key: x, ...(notAfter ? { notAfter } : {}) })),
  }
  await replace(path, made)
  return made
}

async function replace(path: string, ring: Ring): Promise<void> {
  await writeFile(`${path}.new`, JSON.stringify(ring, null, 2), { mode: 0o600 })
  await chmod(`${path}.new`, 0o600)
  await rename(`${path}.new`, path)
}

function parse(path: string, content: string): Ring {
  const parsed = ringFile.safeParse(JSON.parse(content))
  if (!parsed.success) throw new Error(`${path} is not a file of issuer keys`)
  return parsed.data
}
