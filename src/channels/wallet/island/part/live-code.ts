import { liveDraft, liveEvery, liveMessage } from '#platform/documents/credential/live.ts'
import { codeAddress } from '#platform/documents/credential/qr.ts'
import { fromBase64 } from './bytes.ts'
import { type Phone, signWith } from './phone.ts'

/**
 * What a code says that is signed now: an address that any camera opens, with the whole of it inside, so that a
 * verifier needs no connection.
 */
export async function liveCode(
  phone: Phone,
  {
    credential,
    origin,
    at,
    tell,
  }: {
    /** base64. */
    readonly credential: string
    readonly origin: string
    readonly at: Date
    /** Whoever checks it online says so to its holder. */
    readonly tell: boolean
  },
): Promise<string> {
  const draft = liveDraft(fromBase64(credential), at, { tell })
  const message = liveMessage(draft, await signWith(phone, draft.toSign))
  return codeAddress(origin, await packed(message))
}

/** How long the code of now is shown, in milliseconds: codes change at the same moments, whenever one began. */
export const untilNext = (now: number): number => liveEvery * 1000 - (now % (liveEvery * 1000))

/** zlib, as every reader unpacks it. */
async function packed(bytes: Uint8Array): Promise<Uint8Array> {
  const stream = new Blob([Uint8Array.from(bytes)]).stream().pipeThrough(new CompressionStream('deflate'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}
