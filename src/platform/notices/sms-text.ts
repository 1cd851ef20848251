/** GSM 03.38, the basic table and the extension whose characters take two places. */
const basic = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
)
const extension = new Set('\f^{}\\[~]|€')

/** How a text travels: SMPP `data_coding` 0 (GSM 7 bit) or 8 (UCS-2, which all Arabic needs). */
export type SmsCoding = 'gsm7' | 'ucs2'

/** Places in one message alone, and in each part of several (six bytes go to the header): 3GPP TS 23.040. */
const room = {
  gsm7: { alone: 160, part: 153 },
  ucs2: { alone: 70, part: 67 },
} as const

/** The number of parts that one concatenated message can have: its count is one byte. */
export const maxParts = 255

/**
 * Cuts a text into what each short message carries. A character that takes two places is never cut in half.
 * Throws a `RangeError` for a text that needs more than 255 parts.
 */
export function smsParts(text: string): { readonly coding: SmsCoding; readonly parts: readonly string[] } {
  const characters = [...text]
  const coding = characters.every((c) => basic.has(c) || extension.has(c)) ? 'gsm7' : 'ucs2'
  const size = (c: string) => (coding === 'ucs2' ? c.length : extension.has(c) ? 2 : 1)
  const total = characters.reduce((sum, c) => sum + size(c), 0)
  if (total <= room[coding].alone) return { coding, parts: [text] }

  const parts: string[] = []
  let part = ''
  let used = 0
  for (const c of characters) {
    if (used + size(c) > room[coding].part) {
      parts.push(part)
      part = ''
      used = 0
    }
    part += c
    used += size(c)
  }
  parts.push(part)
  if (parts.length > maxParts) throw new RangeError('The text is too long for a short message')
  return { coding, parts }
}
