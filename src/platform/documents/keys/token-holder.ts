import { createRequire } from 'node:module'
import type * as Pkcs11 from 'pkcs11js'
import type { KeyAlgorithm, PublicKey } from '../credential/opened.ts'
import { keyIdOf } from './key-id.ts'
import type { KeyHolder } from './port.ts'
import type { TokenAddress } from './token-address.ts'

/** The curves by their object identifiers in DER. */
const curves: Readonly<Record<KeyAlgorithm, Buffer>> = {
  EdDSA: Buffer.from('06032b6570', 'hex'),
  ES256: Buffer.from('06082a8648ce3d030107', 'hex'),
}

/** Of PKCS#11 3.0, which the package does not name yet. */
const edwards = { generate: 0x1055, sign: 0x1057 } as const

/**
 * Private keys in a hardware module (PKCS#11): made in it, marked never to leave it, found by their key id.
 * @throws when the module cannot be loaded, has no such token, or refuses the PIN
 */
export async function tokenHolder({ library, token, pin }: TokenAddress): Promise<KeyHolder> {
  const api = load()
  const module = new api.PKCS11()
  module.load(library)
  module.C_Initialize({ flags: api.CKF_OS_LOCKING_OK })
  const slot = module.C_GetSlotList(true).find((one) => module.C_GetTokenInfo(one).label.trim() === token)
  if (!slot) throw new Error(`the module ${library} has no token "${token}"`)
  const session = module.C_OpenSession(slot, api.CKF_SERIAL_SESSION | api.CKF_RW_SESSION)
  module.C_Login(session, api.CKU_USER, pin)

  const find = (kind: number, key: PublicKey): Buffer | undefined => {
    module.C_FindObjectsInit(session, [
      { type: api.CKA_CLASS, value: kind },
      { type: api.CKA_ID, value: Buffer.from(keyIdOf(key)) },
    ])
    try {
      return module.C_FindObjects(session, 1)[0]
    } finally {
      module.C_FindObjectsFinal(session)
    }
  }
  // A session signs one thing at a time.
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work, work)
    last = mine.catch(() => undefined)
    return mine
  }
  return {
    make: (alg) =>
      inTurn(async () => {
        const mechanism = alg === 'EdDSA' ? edwards.generate : api.CKM_EC_KEY_PAIR_GEN
        const pair = module.C_GenerateKeyPair(
          session,
          { mechanism },
          [
            { type: api.CKA_TOKEN, value: true },
            { type: api.CKA_EC_PARAMS, value: curves[alg] },
            { type: api.CKA_VERIFY, value: true },
          ],
          [
            { type: api.CKA_TOKEN, value: true },
            { type: api.CKA_PRIVATE, value: true },
            { type: api.CKA_SENSITIVE, value: true },
            { type: api.CKA_EXTRACTABLE, value: false },
            { type: api.CKA_SIGN, value: true },
          ],
        )
        const [point] = module.C_GetAttributeValue(session, pair.publicKey, [{ type: api.CKA_EC_POINT }])
        // The point is wrapped in an octet string: two bytes of tag and length.
        if (!Buffer.isBuffer(point?.value))
          throw new Error('the hardware module does not tell the public key')
        const key = { alg, publicKey: new Uint8Array(point.value.subarray(2)) }
        const id = [
          { type: api.CKA_ID, value: Buffer.from(keyIdOf(key)) },
          { type: api.CKA_LABEL, value: `diwan ${alg}` },
        ]
        module.C_SetAttributeValue(session, pair.publicKey, id)
        module.C_SetAttributeValue(session, pair.privateKey, id)
        return key
      }),
    sign: (key, bytes) =>
      inTurn(async () => {
        const handle = find(api.CKO_PRIVATE_KEY, key)
        if (!handle) throw new Error('the hardware module does not hold this issuer key')
        const mechanism = key.alg === 'EdDSA' ? edwards.sign : api.CKM_ECDSA
        // CKM_ECDSA signs what was hashed already, and answers the two numbers side by side as IEEE P1363 does.
        const input =
          key.alg === 'EdDSA'
            ? bytes
            : new Uint8Array(await crypto.subtle.digest('SHA-256', Uint8Array.from(bytes)))
        module.C_SignInit(session, { mechanism }, handle)
        return new Uint8Array(await module.C_SignAsync(session, Buffer.from(input), Buffer.alloc(64)))
      }),
    discard: (key) =>
      inTurn(async () => {
        for (const kind of [api.CKO_PRIVATE_KEY, api.CKO_PUBLIC_KEY]) {
          const handle = find(kind, key)
          if (handle) module.C_DestroyObject(session, handle)
        }
      }),
  }
}

/** Optional among the packages, because it is compiled at installation. */
function load(): typeof Pkcs11 {
  try {
    return createRequire(import.meta.url)('pkcs11js') as typeof Pkcs11
  } catch (cause) {
    throw new Error(
      'The package pkcs11js is not in place. Install a C++ compiler and run "npm install" again to use a hardware module.',
      { cause },
    )
  }
}
