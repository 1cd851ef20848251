import encodeQR from 'qr'
import { err, ok, type Result } from '#kernel/result.ts'
import { base41, base45 } from './base45.ts'
import type { Flaw } from './flaw.ts'

/** The longest alphanumeric code of the QR standard (version 40, level L); nothing longer was ever printed. */
export const longestCode = 4296
/** The longest address with a face in it: alphanumeric, version 25 at level M. */
export const longestOnPaper = 1451

/**
 * The address that a printed code holds: any phone's camera opens the public page, and what is signed is in
 * the address itself, so that a reader of ours needs no connection to check it.
 *
 * It is in the path, not in the fragment, because the page must answer without JavaScript; and in capitals
 * over the 41 characters of QR's alphanumeric set that stand in a path as they are, because that set packs two
 * characters in 11 bits (base64url would need a code a fifth larger, and base45 itself uses space and percent).
 */
export const codeAddress = (origin: string, packed: Uint8Array): string =>
  `${origin.toUpperCase()}/V/${base41.encode(packed)}`

/** The same credential as readers of the bare claim-169 profile expect it, for an app that shows it on a screen. */
export const bareCode = (packed: Uint8Array): string => base45.encode(packed)

/** What a scanner read or a person pasted: the address in any host's name, or the bare code. */
export function packedIn(read: string): Result<Uint8Array, Flaw> {
  // A space may be the last character of a bare code; the end of a line never is.
  const text = /[\r\n\t]/.test(read) ? read.replace(/[\r\n\t]/g, '') : read
  if (text.length > longestCode) return err('too-long')
  const address = /^ *https?:\/\/[^/]+\/(?:V|verify)\//i.exec(text)?.[0]
  const packed =
    address === undefined
      ? base45.decode(text)
      : base41.decode(unescaped(text.slice(address.length).replace(/ +$/, '')))
  if (packed && packed.length > 0) return ok(packed)
  return err(text.length % 3 === 1 ? 'truncated' : 'malformed')
}

/** An address that went through a message or a browser may have come back with %XX in it. */
const unescaped = (path: string) =>
  !path.includes('%')
    ? path
    : path.replace(/%([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

/**
 * A QR code as SVG, black on nothing, with the quiet zone of four modules that the standard asks for. Modules
 * of a row are drawn as one bar, a hair taller than a row: small, and no viewer shows seams between them.
 */
export function qrSvg(text: string, errorCorrection: 'low' | 'medium' | 'quartile' = 'medium'): string {
  const rows = modulesOf(text, errorCorrection)
  const bars = rows.flatMap((row, y) =>
    runs(row).map(([from, length]) => `M${from} ${y}h${length}v1.02h-${length}z`),
  )
  const size = rows.length
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path d="${bars.join('')}"/></svg>`
}

/** The version of the QR code that holds a text, 1 to 40: how fine its modules are. */
export function qrVersion(text: string, errorCorrection: 'low' | 'medium' | 'quartile' = 'medium'): number {
  return (modulesOf(text, errorCorrection).length - 8 - 17) / 4
}

const modulesOf = (text: string, ecc: 'low' | 'medium' | 'quartile') =>
  encodeQR(text, 'raw', {
    ecc,
    encoding: /^[0-9A-Z $%*+\-./:]*$/.test(text) ? 'alphanumeric' : 'byte',
    border: 4,
  })

/** Where dark modules of a row begin, and how many follow. */
function runs(row: readonly boolean[]): [number, number][] {
  const found: [number, number][] = []
  row.forEach((dark, x) => {
    const last = found.at(-1)
    if (!dark) return
    if (last && last[0] + last[1] === x) last[1]++
    else found.push([x, 1])
  })
  return found
}
