import { createHash } from 'node:crypto'
import { type Certificate, oid } from '../keys/certificate.ts'
import { der, ecdsaDer } from '../keys/der.ts'

// RFC 5652, and RFC 5035 for the certificate's own hash, which a PAdES signature must hold.
const cms = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificate: '1.2.840.113549.1.9.16.2.47',
} as const

/** A detached signature over what hashes to `digest` (SHA-256), with the signer's certificate in it. */
export async function detachedSignature(
  digest: Uint8Array,
  by: { readonly certificate: Certificate; sign(bytes: Uint8Array): Promise<Uint8Array> },
): Promise<Uint8Array> {
  const { certificate } = by
  const attribute = (type: string, value: Uint8Array) => der.sequence(der.oid(type), der.set(value))
  const certificateHash = createHash('sha256').update(certificate.der).digest()
  const attributes = [
    attribute(cms.contentType, der.oid(cms.data)),
    attribute(cms.messageDigest, der.octets(digest)),
    attribute(cms.signingCertificate, der.sequence(der.sequence(der.sequence(der.octets(certificateHash))))),
  ]
  const signed = der.set(...attributes)
  const signature = ecdsaDer(await by.sign(signed))
  // The same set is written under the tag [0], without changing its content.
  const underTag = Buffer.from(signed)
  underTag[0] = 0xa0
  const sha256 = der.sequence(der.oid(oid.sha256))
  const signer = der.sequence(
    der.integer(1),
    der.sequence(certificate.issuer, der.integer(certificate.serial)),
    sha256,
    underTag,
    der.sequence(der.oid(oid.ecdsaWithSha256)),
    der.octets(signature),
  )
  return der.sequence(
    der.oid(cms.signedData),
    der.context(
      0,
      der.sequence(
        der.integer(1),
        der.set(sha256),
        der.sequence(der.oid(cms.data)),
        der.context(0, certificate.der),
        der.set(signer),
      ),
    ),
  )
}
