import { fileTypeFromBuffer } from 'file-type'
import sharp from 'sharp'
import { err, ok, type Result } from '#kernel/result.ts'
import type { Text } from '#kernel/text.ts'
import { checkPdf } from './pdf.ts'

/** What may be uploaded, by content; the value is the ending of its name. */
export const fileTypes = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
} as const
export type FileType = keyof typeof fileTypes

/** Ten megabytes: a photo of any phone, a scan of some pages. */
export const largestUpload = 10 * 1024 * 1024

/** A hundred megapixels: more than phones take, less than what fills the memory. */
const mostPixels = 100_000_000
/** Enough to read the small print of a photographed page. */
const longestSide = 4096

const refusals = {
  empty: { ar: 'الملف فارغ. اختر ملفًا آخر.', en: 'The file is empty. Please choose another one.' },
  large: {
    ar: 'الملف أكبر من 10 ميجابايت. صغّر الصورة أو قسّم الملف، ثم أرفقه من جديد.',
    en: 'The file is larger than 10 MB. Make the picture smaller or split the file, then attach it again.',
  },
  type: {
    ar: 'نقبل الصور (JPEG أو PNG أو WebP) وملفات PDF فقط. احفظ الملف بإحدى هذه الصيغ ثم أرفقه.',
    en: 'We accept pictures (JPEG, PNG, WebP) and PDF only. Save the file as one of these and attach it again.',
  },
  heic: {
    ar: 'الصورة بصيغة HEIC. حوّلها إلى JPEG، أو التقط لها صورة شاشة وأرفقها.',
    en: 'The picture is in HEIC format. Convert it to JPEG, or attach a screenshot of it.',
  },
  image: {
    ar: 'تعذّر فتح الصورة: قد تكون تالفة أو كبيرة الأبعاد جدًا. التقطها من جديد ثم أرفقها.',
    en: 'The picture cannot be opened: it may be damaged, or far too large. Take it again and attach the new one.',
  },
} as const satisfies Readonly<Record<string, Text>>

export interface Accepted {
  readonly type: FileType
  /** What to keep: a picture drawn anew, without anything that was hidden in it. */
  readonly bytes: Uint8Array
}

/** Judges an upload by what it is, not by what it says it is. */
export async function accept(bytes: Uint8Array): Promise<Result<Accepted, Text>> {
  if (bytes.length === 0) return err(refusals.empty)
  if (bytes.length > largestUpload) return err(refusals.large)
  const sniffed = (await fileTypeFromBuffer(bytes))?.mime
  switch (sniffed) {
    case 'image/heic':
    case 'image/heif':
      return err(refusals.heic)
    case 'application/pdf': {
      const wrong = checkPdf(bytes)
      return wrong ? err(wrong) : ok({ type: sniffed, bytes })
    }
    case 'image/jpeg':
    case 'image/png':
    case 'image/webp':
      return redraw(bytes, sniffed)
    default:
      return err(refusals.type)
  }
}

/** Decodes a picture and encodes it anew: location, camera and anything appended are gone. */
async function redraw(
  bytes: Uint8Array,
  type: Exclude<FileType, 'application/pdf'>,
): Promise<Result<Accepted, Text>> {
  try {
    const picture = sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' })
      .autoOrient()
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
      .timeout({ seconds: 15 })
    const encoded =
      type === 'image/jpeg'
        ? picture.jpeg({ quality: 85 })
        : type === 'image/png'
          ? picture.png()
          : picture.webp({ quality: 85 })
    return ok({ type, bytes: await encoded.toBuffer() })
  } catch {
    // Whatever the decoder says of a picture means the same to the person: take another one.
    return err(refusals.image)
  }
}
