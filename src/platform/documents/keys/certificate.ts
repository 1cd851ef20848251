import { der, ecdsaDer } from './der.ts'

export const oid = {
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
  sha256: '2.16.840.1.101.3.4.2.1',
  ecPublicKey: '1.2.840.10045.2.1',
  p256: '1.2.840.10045.3.1.7',
  commonName: '2.5.4.3',
  organisation: '2.5.4.10',
  keyUsage: '2.5.29.15',
  basicConstraints: '2.5.29.19',
} as const

export interface CertificateAsk {
  readonly organisation: string
  readonly name: string
  /** An uncompressed P-256 point. */
  readonly publicKey: Uint8Array
  readonly serial: Uint8Array
  readonly from: Date
  readonly until: Date
  /** ES256, in the form of IEEE P1363. */
  sign(bytes: Uint8Array): Promise<Uint8Array>
}

export interface Certificate {
  readonly der: Uint8Array
  /** Who issued it, as a signature names it. */
  readonly issuer: Uint8Array
  readonly serial: Uint8Array
}

/** An X.509 certificate of a P-256 key, signed by that key itself: trust comes from our own list, not from a chain. */
export async function selfSigned(ask: CertificateAsk): Promise<Certificate> {
  const { organisation, name, publicKey, serial, from, until, sign } = ask
  const attribute = (type: string, value: string) => der.set(der.sequence(der.oid(type), der.text(value)))
  const issuer = der.sequence(attribute(oid.organisation, organisation), attribute(oid.commonName, name))
  const algorithm = der.sequence(der.oid(oid.ecdsaWithSha256))
  const extension = (type: string, content: Uint8Array) =>
    der.sequence(der.oid(type), der.yes(), der.octets(content))
  // digitalSignature alone: the first bit, and seven that are not used.
  const usage = Buffer.from([0x03, 0x02, 0x07, 0x80])
  const signed = der.sequence(
    der.context(0, der.integer(2)),
    der.integer(serial),
    algorithm,
    issuer,
    der.sequence(der.time(from), der.time(until)),
    issuer,
    der.sequence(der.sequence(der.oid(oid.ecPublicKey), der.oid(oid.p256)), der.bits(publicKey)),
    der.context(
      3,
      der.sequence(extension(oid.keyUsage, usage), extension(oid.basicConstraints, der.sequence())),
    ),
  )
  const signature = ecdsaDer(await sign(signed))
  return { der: der.sequence(signed, algorithm, der.bits(signature)), issuer, serial }
}
