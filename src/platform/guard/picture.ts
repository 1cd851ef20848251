import { createHash } from 'node:crypto'
import sharp from 'sharp'

const WIDTH = 200
const HEIGHT = 70

/** The strokes of each digit on a grid of 4 by 6; no fonts, so that it looks the same on every machine. */
const strokes: Readonly<Record<string, string>> = {
  '0': 'M2 0C0 0 0 6 2 6C4 6 4 0 2 0',
  '1': 'M.8 1.4L2.3 0L2.3 6',
  '2': 'M.3 1.4C.6 -.6 3.8 -.4 3.6 1.7C3.4 3.4 .8 4.4 .2 6L3.9 6',
  '3': 'M.4 .7C2 -.6 3.7 .2 3.5 1.6C3.4 2.7 2.3 2.9 1.5 2.9C2.8 2.9 3.9 3.4 3.8 4.6C3.6 6.4 1.2 6.5 .2 5.2',
  '4': 'M3 6L3 0L.1 4.2L4 4.2',
  '5': 'M3.6 0L.7 0L.5 2.7C1.9 1.8 3.9 2.4 3.8 4.1C3.7 6.3 1.3 6.5 .2 5.3',
  '6': 'M3.3 .2C1.4 .2 .2 2.2 .2 4.1C.2 6.6 3.8 6.6 3.8 4.2C3.8 2 .8 2.1 .3 4.1',
  '7': 'M.2 0L3.8 0C2.6 2 1.8 4 1.5 6M1.1 3.1L3.2 3.1',
  '8': 'M2 2.9C-.2 2.3 .2 0 2 0C3.8 0 4.2 2.3 2 2.9C-.5 3.6 -.2 6 2 6C4.2 6 4.5 3.6 2 2.9',
  '9': 'M3.7 1.9C3.3 4 .2 4 .2 1.8C.2 -.6 3.8 -.6 3.8 1.9C3.8 3.9 2.6 5.8 .8 5.9',
}

/**
 * The digits as a picture, bent and crossed out. The same seed draws the same picture, so that
 * asking for it again and again tells a machine nothing more.
 */
export function drawDigits(digits: string, seed: string): Promise<Buffer> {
  const between = dice(seed)
  const glyphs = [...digits].map((digit, place) => {
    const scale = between(6, 7)
    const x = 15 + place * 35 + between(-3, 4)
    const y = 13 + between(-6, 7)
    const bend = `matrix(1 ${between(-0.14, 0.14)} ${between(-0.3, 0.3)} 1 0 0)`
    return `<path transform="translate(${x} ${y}) rotate(${between(-13, 13)} 14 20) scale(${scale}) ${bend}" d="${strokes[digit] ?? ''}" stroke-width="${between(0.5, 0.75)}"/>`
  })
  const crossings = Array.from(
    { length: 4 },
    () =>
      `<path d="M-5 ${between(0, HEIGHT)}C60 ${between(-20, HEIGHT + 20)} 150 ${between(-20, HEIGHT + 20)} ${WIDTH + 5} ${between(0, HEIGHT)}" stroke-width="${between(1.2, 2.4)}" opacity="${between(0.5, 0.85)}"/>`,
  )
  const specks = Array.from(
    { length: 60 },
    () =>
      `<path d="M${between(0, WIDTH)} ${between(0, HEIGHT)}l${between(-4, 4)} ${between(-4, 4)}" stroke-width="1.5"/>`,
  )
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH * 2}" height="${HEIGHT * 2}" viewBox="0 0 ${WIDTH} ${HEIGHT}"><rect width="100%" height="100%" fill="#f4f1ea"/><g fill="none" stroke="#1f3d36" stroke-linecap="round" stroke-linejoin="round">${[...crossings, ...glyphs, ...specks].join('')}</g></svg>`
  return sharp(Buffer.from(svg)).png({ palette: true, colours: 8 }).toBuffer()
}

/** Numbers between two bounds that follow from the seed alone. */
function dice(seed: string): (low: number, high: number) => number {
  const bytes = createHash('shake256', { outputLength: 2048 }).update(seed).digest()
  let at = 0
  return (low, high) => {
    const share = bytes.readUInt16BE(at) / 0xffff
    at = (at + 2) % (bytes.length - 1)
    return Number((low + share * (high - low)).toFixed(2))
  }
}
