import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { encode } from 'cbor2'

const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest()
const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')

interface Ceremony {
  readonly challenge: string
  readonly origin: string
}

/** A passkey in software: answers as a browser with an authenticator does, or wrongly where a test says so. */
export function anAuthenticator() {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const id = randomBytes(16)
  let counter = 0
  const dataOf = (domain: string, flags: number, more: Uint8Array = new Uint8Array()) => {
    counter += 1
    const head = Buffer.alloc(5)
    head.writeUInt8(flags)
    head.writeUInt32BE(counter, 1)
    return Buffer.concat([sha256(domain), head, more])
  }
  const clientOf = (type: string, { challenge, origin }: Ceremony) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
  const common = { id: base64url(id), rawId: base64url(id), type: 'public-key' }

  return {
    id: common.id,
    /** Turns the counter back, as a copy of the key would. */
    rewind: () => {
      counter = 0
    },
    /** Makes the passkey: user present, verified, with its public key. */
    create(ceremony: Ceremony, domain = 'localhost'): string {
      const cose = encode(
        new Map<number, unknown>([
          [1, 2],
          [3, -7],
          [-1, 1],
          [-2, new Uint8Array(Buffer.from(x, 'base64url'))],
          [-3, new Uint8Array(Buffer.from(y, 'base64url'))],
        ]),
      )
      const length = Buffer.alloc(2)
      length.writeUInt16BE(id.length)
      const authData = dataOf(domain, 0x45, Buffer.concat([Buffer.alloc(16), length, id, cose]))
      const attestation = encode(
        new Map<string, unknown>([
          ['fmt', 'none'],
          ['attStmt', new Map()],
          ['authData', new Uint8Array(authData)],
        ]),
      )
      return JSON.stringify({
        ...common,
        response: {
          clientDataJSON: base64url(clientOf('webauthn.create', ceremony)),
          attestationObject: base64url(attestation),
        },
      })
    },
    /** Uses it; `verified: false` is a touch without finger, face or PIN. */
    get(
      ceremony: Ceremony,
      { domain = 'localhost', verified = true }: { domain?: string; verified?: boolean } = {},
    ): string {
      const client = clientOf('webauthn.get', ceremony)
      const data = dataOf(domain, verified ? 0x05 : 0x01)
      const signature = sign('sha256', Buffer.concat([data, sha256(client)]), privateKey)
      return JSON.stringify({
        ...common,
        response: {
          clientDataJSON: base64url(client),
          authenticatorData: base64url(data),
          signature: base64url(signature),
        },
      })
    },
  }
}
