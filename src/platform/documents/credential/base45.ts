/** Two bytes in three characters of QR's alphanumeric set, so that a code stays in that compact mode. */
export interface TripletCodec {
  encode(bytes: Uint8Array): string
  /** Nothing when the text is not exactly what `encode` gives for some bytes. */
  decode(text: string): Uint8Array | undefined
}

function tripletCodec(alphabet: string): TripletCodec {
  const base = alphabet.length
  // The value of each ASCII character; 255 for one that is no digit.
  const values = new Uint8Array(128).fill(255)
  for (let value = 0; value < base; value++) values[alphabet.charCodeAt(value)] = value
  const valueAt = (text: string, at: number): number => values[text.charCodeAt(at)] ?? 255
  const digit = (value: number) => alphabet.charAt(value % base)
  return {
    encode(bytes) {
      let text = ''
      for (let i = 0; i + 1 < bytes.length; i += 2) {
        const n = (bytes[i] ?? 0) * 256 + (bytes[i + 1] ?? 0)
        text += digit(n) + digit(Math.floor(n / base)) + digit(Math.floor(n / (base * base)))
      }
      if (bytes.length % 2 === 0) return text
      const n = bytes.at(-1) ?? 0
      return text + digit(n) + digit(Math.floor(n / base))
    },
    decode(text) {
      const rest = text.length % 3
      if (rest === 1) return undefined
      const whole = text.length - rest
      const bytes = new Uint8Array((whole / 3) * 2 + (rest ? 1 : 0))
      let at = 0
      for (let i = 0; i < whole; i += 3) {
        const a = valueAt(text, i)
        const b = valueAt(text, i + 1)
        const c = valueAt(text, i + 2)
        const n = a + b * base + c * base * base
        if (a === 255 || b === 255 || c === 255 || n > 0xffff) return undefined
        bytes[at++] = n >> 8
        bytes[at++] = n & 0xff
      }
      if (rest === 0) return bytes
      const [a, b] = [valueAt(text, whole), valueAt(text, whole + 1)]
      if (a === 255 || b === 255 || a + b * base > 0xff) return undefined
      bytes[at] = a + b * base
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
