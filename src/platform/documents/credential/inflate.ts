import { err, ok, type Result } from '#kernel/result.ts'
import { plain } from './cose.ts'
import type { Flaw } from './flaw.ts'
import { longestCode } from './qr.ts'

/** Unpacks zlib bytes to `most` bytes at most. */
export type Inflate = (
  packed: Uint8Array,
  most: number,
) => Promise<Result<Uint8Array, 'truncated' | 'damaged' | 'too-long'>>

/** No credential unpacks to more. */
export const longestCredential = 16_384

/** By the platform's own streams, which browsers and servers have alike. It stops at the bound, whatever follows. */
export const inflateStream: Inflate = async (packed, most) => {
  const stream = new DecompressionStream('deflate')
  const writer = stream.writable.getWriter()
  const reader = stream.readable.getReader()
  // Who refuses the bytes says that they are damaged; who only refuses their end, that they are not all there.
  let whole = false
  const given = writer.write(plain(packed)).then(() => {
    whole = true
    return writer.close()
  })
  given.catch(() => undefined)
  const parts: Uint8Array[] = []
  let length = 0
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      length += next.value.length
      if (length > most) {
        await reader.cancel().catch(() => undefined)
        return err('too-long')
      }
      parts.push(next.value)
    }
    await given
  } catch (error) {
    // Node.js takes the bytes before it looks at them, and then gives the reason of zlib.
    const reason = error instanceof Error && 'code' in error ? error.code : undefined
    return err((reason === undefined ? whole : reason === 'Z_BUF_ERROR') ? 'truncated' : 'damaged')
  }
  return ok(joined(parts, length))
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const all = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

/** The message in a code, as long as it is one that a code of ours can hold. */
export const unpackWith = async (
  inflate: Inflate,
  packed: Uint8Array,
): Promise<Result<Uint8Array, Extract<Flaw, 'truncated' | 'damaged' | 'too-long'>>> =>
  packed.length > longestCode ? err('too-long') : inflate(packed, longestCredential)
