import sharp from 'sharp'
import { qrSvg } from '#platform/documents/credential/qr.ts'

/** Our own drawing of a code as a PNG, so many pixels a module, on white. */
export async function codePicture(text: string, scale = 3): Promise<Buffer> {
  const svg = qrSvg(text)
  const modules = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1])
  return sharp(Buffer.from(svg), { density: 72 * 8 })
    .resize(modules * scale, modules * scale, { kernel: 'nearest' })
    .flatten({ background: '#fff' })
    .png()
    .toBuffer()
}
