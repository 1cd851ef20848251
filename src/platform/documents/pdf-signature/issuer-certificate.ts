import { type Certificate, selfSigned } from '../keys/certificate.ts'
import type { IssuerKeys } from '../keys/port.ts'

/** A certificate says for how long a key may sign; whether it still does is for the trust list. */
const from = new Date('2026-01-01T00:00:00Z')
const until = new Date('2049-12-31T00:00:00Z')

const made = new Map<string, Promise<Certificate>>()

/** The certificate of the ES256 key that signs now, named by the key's id; made once a process. */
export function issuerCertificate(issuers: Pick<IssuerKeys, 'current' | 'sign' | 'trusted'>): {
  readonly certificate: Promise<Certificate>
  sign(bytes: Uint8Array): Promise<Uint8Array>
} {
  const { keyId } = issuers.current('ES256')
  const name = Buffer.from(keyId).toString('hex')
  const sign = (bytes: Uint8Array) => issuers.sign(keyId, bytes)
  const known = made.get(name)
  if (known) return { certificate: known, sign }
  const key = issuers.trusted().find((one) => Buffer.compare(one.keyId, keyId) === 0)
  if (!key) throw new Error('the key that signs now is not among the trusted ones')
  const certificate = selfSigned({
    organisation: 'Diwan',
    name: `Documents, key ${name}`,
    publicKey: key.publicKey,
    serial: keyId,
    from,
    until,
    sign,
  })
  made.set(name, certificate)
  return { certificate, sign }
}
