import sharp from 'sharp'
import { type Portrait, portraitSvg } from './portrait.ts'

/** The largest face that a code has room for, in bytes. */
export const largestSmallFace = 600
/** What stands behind a face in a picture without transparency: the light wall of a photo booth. */
const wall = '#e8edf2'

const kept = new Map<string, Promise<Uint8Array>>()
const keptAtMost = 2000

/** The face as a code holds it: AVIF, 64 by 80, in at most `largestSmallFace` bytes. */
export const smallFace = (portrait: Portrait): Promise<Uint8Array> =>
  once(`small:${nameOf(portrait)}`, async () => {
    for (const quality of [30, 24, 18, 12, 6]) {
      const face = await drawn(portrait, 64, 80)
        .avif({ quality, effort: 2, chromaSubsampling: '4:2:0' })
        .toBuffer()
      if (face.length <= largestSmallFace) return Uint8Array.from(face)
    }
    throw new Error('a face does not fit into a code')
  })

/** The face as a card shows it: WebP, 240 by 300. */
export const cardFace = (portrait: Portrait): Promise<Uint8Array> =>
  once(`card:${nameOf(portrait)}`, async () =>
    Uint8Array.from(await drawn(portrait, 240, 300).webp({ quality: 82 }).toBuffer()),
  )

const nameOf = ({ seed, sex, child }: Portrait): string => `${sex}:${child}:${seed}`

const drawn = (portrait: Portrait, width: number, height: number) =>
  sharp(Buffer.from(portraitSvg(portrait)))
    .resize(width, height, { fit: 'cover' })
    .flatten({ background: wall })

/** Drawing takes longer than signing: the last ones are kept. A failure is not. */
function once(name: string, draw: () => Promise<Uint8Array>): Promise<Uint8Array> {
  const known = kept.get(name)
  if (known) return known
  if (kept.size >= keptAtMost) kept.clear()
  const made = draw()
  kept.set(name, made)
  made.catch(() => kept.delete(name))
  return made
}
