import { createHash } from 'node:crypto'
import type { Certificate } from '../keys/certificate.ts'
import { detachedSignature } from './cms.ts'
import { type PdfUpdate, updatePdf } from './update.ts'

/** Room for the signature, in bytes: it takes some 900. */
const room = 2048
/** Room for the four numbers of the range. */
const rangeRoom = 60

export interface PdfSignature {
  readonly certificate: Certificate
  /** ES256, in the form of IEEE P1363. */
  sign(bytes: Uint8Array): Promise<Uint8Array>
  readonly at: Date
  /** Who answers for it, and why it is signed: shown by readers. */
  readonly name: string
  readonly reason: string
  /** What programs read instead of the page, inside the file. */
  readonly attachment: { readonly name: string; readonly mediaType: string; readonly content: string }
}

/** Puts the machine-readable copy into a PDF and signs all of it (PAdES baseline B: ETSI.CAdES.detached). */
export async function signPdf(pdf: Uint8Array, by: PdfSignature): Promise<Uint8Array> {
  const update = updatePdf(pdf)
  const file = attach(update, by)
  const signature = update.next()
  const field = update.next()
  const written = `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /M ${dateOf(by.at)} /Name ${textOf(by.name)} /Reason ${textOf(by.reason)} /ByteRange [${' '.repeat(rangeRoom)}] /Contents <${'0'.repeat(2 * room)}> >>`
  const at = update.write(signature, written)
  update.write(
    field,
    `<< /Type /Annot /Subtype /Widget /FT /Sig /T (Diwan) /F 130 /Rect [0 0 0 0] /P ${update.page.number} 0 R /V ${signature} 0 R >>`,
  )
  update.write(update.page.number, `<<${withAnnotation(update.page.entries, field)}>>`)
  update.write(
    update.catalogueNumber,
    `<<${update.catalogue}  /AcroForm << /Fields [${field} 0 R] /SigFlags 3 >>\n  /Names << /EmbeddedFiles << /Names [${textOf(by.attachment.name)} ${file} 0 R] >> >>\n  /AF [${file} 0 R]\n>>`,
  )
  const whole = update.end()
  const gap = at + written.indexOf('/Contents <') + '/Contents '.length
  const gapEnd = gap + 2 * room + 2
  const range = [0, gap, gapEnd, whole.length - gapEnd].join(' ').padEnd(rangeRoom)
  whole.write(range, at + written.indexOf('/ByteRange [') + '/ByteRange ['.length, 'latin1')
  const digest = createHash('sha256').update(whole.subarray(0, gap)).update(whole.subarray(gapEnd)).digest()
  const signed = await detachedSignature(digest, by)
  whole.write(Buffer.from(signed).toString('hex'), gap + 1, 'latin1')
  return new Uint8Array(whole)
}

function attach(update: PdfUpdate, { attachment, at }: PdfSignature): number {
  const [stream, file] = [update.next(), update.next()]
  const content = Buffer.from(attachment.content, 'utf8')
  const subtype = attachment.mediaType.replace('/', '#2F')
  const head = `<< /Type /EmbeddedFile /Subtype /${subtype} /Length ${content.length} /Params << /Size ${content.length} /ModDate ${dateOf(at)} >> >>\nstream\n`
  update.write(stream, Buffer.concat([Buffer.from(head), content, Buffer.from('\nendstream')]))
  const name = textOf(attachment.name)
  update.write(
    file,
    `<< /Type /Filespec /F ${name} /UF ${name} /AFRelationship /Data /EF << /F ${stream} 0 R /UF ${stream} 0 R >> >>`,
  )
  return file
}

/** A page lists what is laid over it; the signature's field is there, and takes no room. */
function withAnnotation(entries: string, field: number): string {
  const listed = /\/Annots \[([^\]]*)\]/.exec(entries)
  return listed
    ? entries.replace(listed[0], `/Annots [${listed[1]} ${field} 0 R]`)
    : `${entries}  /Annots [${field} 0 R]\n`
}

/** UTF-16 with its mark, in hexadecimal: any letters, and nothing to escape. */
const textOf = (text: string): string => `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`

const dateOf = (at: Date): string => `(D:${at.toISOString().replace(/[-:T]|\.\d+Z/g, '')}Z)`
