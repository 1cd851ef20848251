import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { KeyAlgorithm, PublicKey } from '../credential/opened.ts'
import { ecdsaPlain } from './der.ts'
import { keyIdOf } from './key-id.ts'
import type { KeyHolder } from './port.ts'

/** Private keys as files of their own, `<key id>.pem`, which their owner alone may read. */
export async function fileHolder(folder: string): Promise<KeyHolder> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const opened = new Map<string, KeyObject>()
  const nameOf = ({ publicKey }: PublicKey) => Buffer.from(publicKey).toString('latin1')
  const pathOf = (key: PublicKey) => join(folder, `${Buffer.from(keyIdOf(key)).toString('hex')}.pem`)
  return {
    async make(alg) {
      const privateKey = newKey(alg)
      await keep(pathOf(publicHalf(alg, privateKey)), privateKey)
      return publicHalf(alg, privateKey)
    },
    async sign(key, bytes) {
      const name = nameOf(key)
      const known = opened.get(name) ?? (await load(pathOf(key)))
      opened.set(name, known)
      return key.alg === 'EdDSA'
        ? new Uint8Array(sign(null, bytes, known))
        : ecdsaPlain(sign('sha256', bytes, known))
    },
    async discard(key) {
      opened.delete(nameOf(key))
      await rm(pathOf(key), { force: true })
    },
  }
}

/** Takes a key that was kept in another form. */
export async function importKey(
  folder: string,
  alg: KeyAlgorithm,
  privateKey: KeyObject,
): Promise<PublicKey> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const key = publicHalf(alg, privateKey)
  await keep(join(folder, `${Buffer.from(keyIdOf(key)).toString('hex')}.pem`), privateKey)
  return key
}

const keep = (path: string, key: KeyObject) =>
  writeFile(path, key.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 })

async function load(path: string): Promise<KeyObject> {
  if (((await stat(path)).mode & 0o077) !== 0) throw new Error(`${path} can be read by others: chmod 600 it`)
  return createPrivateKey(await readFile(path))
}

const newKey = (alg: KeyAlgorithm): KeyObject =>
  alg === 'EdDSA'
    ? generateKeyPairSync('ed25519').privateKey
    : generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey

function publicHalf(alg: KeyAlgorithm, privateKey: KeyObject): PublicKey {
  const { x = '', y = '' } = createPublicKey(privateKey).export({ format: 'jwk' })
  const [left, right] = [Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]
  const publicKey = alg === 'EdDSA' ? left : Buffer.concat([Buffer.from([4]), left, right])
  return { alg, publicKey: new Uint8Array(publicKey) }
}
