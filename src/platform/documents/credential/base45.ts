/** Two bytes in three characters of QR's alphanumeric set, so that a code stays in that compact mode. */
export interface TripletCodec {
  encode(bytes: Uint8Array): string
  /** Nothing when the text is not exactly what `encode` gives for some bytes. */
  decode(text: string): Uint8Array | undefined
}

function tripletCodec(alphabet: string): TripletCodec {
  const base = alphabet.length
  const values = new Map([...alphabet].map((character, value) => [character, value]))
  const digit = (value: number) => alphabet.charAt(value % base)
  return {
    encode(bytes) {
      let text = ''
      for (let i = 0; i < bytes.length; i += 2) {
        const [high = 0, low] = bytes.subarray(i, i + 2)
        const n = low === undefined ? high : high * 256 + low
        text += digit(n) + digit(Math.floor(n / base))
        if (low !== undefined) text += digit(Math.floor(n / (base * base)))
      }
      return text
    },
    decode(text) {
      const rest = text.length % 3
      if (rest === 1) return undefined
      const bytes = new Uint8Array(((text.length - rest) / 3) * 2 + (rest ? 1 : 0))
      for (let i = 0, at = 0; i < text.length; i += 3) {
        const [a, b, c] = [
          values.get(text.charAt(i)),
          values.get(text.charAt(i + 1)),
          values.get(text.charAt(i + 2)),
        ]
        if (a === undefined || b === undefined) return undefined
        const last = i + 2 >= text.length
        if (!last && c === undefined) return undefined
        const n = a + b * base + (c ?? 0) * base * base
        if (n > (last ? 0xff : 0xffff)) return undefined
        if (!last) bytes[at++] = n >> 8
        bytes[at++] = n & 0xff
      }
      return bytes
    },
  }
}

/** RFC 9285, strict: what readers of the claim-169 profile expect in a code. */
export const base45 = tripletCodec('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:')

/**
 * The same triplets over the 41 of those characters that mean nothing in the path of an address
 * (without space, percent, slash and dot): 41³ still covers two bytes, so it costs no length.
 */
export const base41 = tripletCodec('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ$*+-:')
