import { type Purpose, proofText } from '#platform/kiosks/proof-text.ts'
import type { DevicePlace } from '../../presented.ts'
import { type Answer, post } from './server.ts'

/** What binds this browser to its place: a name, and a key that cannot be taken out of it. */
interface Device {
  readonly kiosk: string
  readonly key: CryptoKey
}

const algorithm = { name: 'ECDSA', namedCurve: 'P-256' } as const
const signing = { name: 'ECDSA', hash: 'SHA-256' } as const
const only = 'device'

/** The device that this browser was enrolled as. */
export const keptDevice = async (): Promise<Device | undefined> =>
  // Only `enrol` writes here.
  (await inStore('readonly', (store) => store.get(only))) as Device | undefined

/** Forgets the key, so that the device can be enrolled anew. */
export const forgetDevice = (): Promise<unknown> => inStore('readwrite', (store) => store.delete(only))

/** Makes a key and binds it to the operator's code. */
export async function enrol(code: string): Promise<Answer<{ kiosk: string }>> {
  const pair = await crypto.subtle.generateKey(algorithm, false, ['sign', 'verify'])
  const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', pair.publicKey)
  const signature = await signed(pair.privateKey, 'enrol', '', code)
  const done = await post<{ kiosk: string }>('enrol', { code, key: { kty, crv, x, y }, signature })
  if (done.ok)
    await inStore('readwrite', (store) => store.put({ kiosk: done.value.kiosk, key: pair.privateKey }, only))
  return done
}

/** Says that the device is there; answers where that is. */
export const beat = (device: Device): Promise<Answer<DevicePlace>> => prove(device, 'heartbeat', 'heartbeat')

/** Opens a session for whoever has stepped up. */
export const openSession = (device: Device): Promise<Answer<{ token: string }>> =>
  prove(device, 'session', 'sessions')

async function prove<T>({ kiosk, key }: Device, purpose: Purpose, path: string): Promise<Answer<T>> {
  const asked = await post<{ challenge: string }>('challenge', { kiosk })
  if (!asked.ok) return asked
  const { challenge } = asked.value
  return post<T>(path, { kiosk, challenge, signature: await signed(key, purpose, kiosk, challenge) })
}

async function signed(key: CryptoKey, purpose: Purpose, kiosk: string, challenge: string): Promise<string> {
  const text = new TextEncoder().encode(proofText(purpose, kiosk, challenge))
  const bytes = new Uint8Array(await crypto.subtle.sign(signing, key, text))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

function inStore(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest): Promise<unknown> {
  return new Promise((done, failed) => {
    const opening = indexedDB.open('diwan-kiosk', 1)
    opening.onupgradeneeded = () => opening.result.createObjectStore('keys')
    opening.onerror = () => failed(opening.error)
    opening.onsuccess = () => {
      const asked = work(opening.result.transaction('keys', mode).objectStore('keys'))
      asked.onsuccess = () => done(asked.result)
      asked.onerror = () => failed(asked.error)
    }
  })
}
