import { seal, unpack } from '#platform/documents/cwt.ts'
import type { IssueDeps } from '#platform/documents/issue.ts'
import type { Showing } from '#platform/documents/seal-views.ts'
import { type StatusPlace, statusListAddress } from '#platform/documents/status.ts'

/** Signs one showing for a phone's key; answers the message as a live code takes it, unpacked. */
export async function sealCopy(
  { issuers, config }: IssueDeps,
  says: Showing['says'],
  it: {
    readonly place: StatusPlace
    /** An uncompressed P-256 point. */
    readonly device: Uint8Array
    readonly ends: Date
    readonly at: Date
  },
): Promise<Uint8Array> {
  const { place, device, ends, at } = it
  const packed = await seal(issuers, {
    ...says,
    device,
    ends,
    issuer: config.origin,
    issuedAt: at,
    status: { uri: statusListAddress(config.origin, place.list), index: place.place },
  })
  const message = unpack(packed)
  if (!message.ok) throw new Error(`a copy of ${says.document} could not be unpacked: ${message.error}`)
  return message.value
}
