import { deflateSync } from 'node:zlib'
import type { Platform } from '#platform/platform.ts'
import { statusBits, statusListAddress } from './status.ts'

/** How long a verifier may rely on a list, and when it should ask again; in seconds. */
const life = { valid: 7 * 86_400, ttl: 12 * 3_600 } as const

/**
 * A list of status bits as a signed token (Token Status List, JWT form): whoever checks documents fetches the
 * whole list, so that nobody learns which document was looked at. Nothing when there is no such list.
 */
export async function statusToken(
  { db, clock, issuers, config }: Pick<Platform, 'db' | 'clock' | 'issuers' | 'config'>,
  list: number,
): Promise<string | undefined> {
  const bits = await statusBits(db, list)
  if (!bits) return undefined
  const { keyId, alg } = issuers.current()
  const issued = Math.floor(clock.now().getTime() / 1000)
  const head = { typ: 'statuslist+jwt', alg, kid: Buffer.from(keyId).toString('base64url') }
  const body = {
    iss: config.origin,
    sub: statusListAddress(config.origin, list),
    iat: issued,
    exp: issued + life.valid,
    ttl: life.ttl,
    status_list: { bits: 1, lst: deflateSync(bits, { level: 9 }).toString('base64url') },
  }
  const signed = `${encoded(head)}.${encoded(body)}`
  const signature = await issuers.sign(keyId, new TextEncoder().encode(signed))
  return `${signed}.${Buffer.from(signature).toString('base64url')}`
}

const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url')
