/** A PDF that gets objects after its end (ISO 32000-2, section 7.5.6), so that what was there stays byte for byte. */
export interface PdfUpdate {
  /** The catalogue's and the first page's entries, without the brackets around them. */
  readonly catalogue: string
  readonly page: { readonly number: number; readonly entries: string }
  /** Takes the number of a new object. */
  next(): number
  /** Writes an object, a new one or one that was there. Answers the offset of its content in the file. */
  write(number: number, content: Uint8Array | string): number
  readonly catalogueNumber: number
  /** The whole file with the cross-reference of what was written. */
  end(): Buffer
}

/**
 * Opens a file as Typst writes it: one table of cross-references, no compressed objects.
 * @throws when it is another kind of file
 */
export function updatePdf(pdf: Uint8Array): PdfUpdate {
  const before = Buffer.from(pdf)
  const text = before.toString('latin1')
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1])
  const trailer = /^trailer\s*<<([\s\S]*?)>>\s*startxref/m.exec(text.slice(start))?.[1] ?? ''
  const size = Number(/\/Size (\d+)/.exec(trailer)?.[1])
  const catalogueNumber = Number(/\/Root (\d+) 0 R/.exec(trailer)?.[1])
  if (!size || !catalogueNumber) throw new Error('not a PDF with one plain table of cross-references')
  const entriesOf = (number: number): string => {
    const found = new RegExp(`(?:^|\\n)${number} 0 obj\\s*<<([\\s\\S]*?)>>\\s*endobj`).exec(text)?.[1]
    if (found === undefined) throw new Error(`the PDF has no object ${number}`)
    return found
  }
  const catalogue = entriesOf(catalogueNumber)
  const pages = Number(/\/Pages (\d+) 0 R/.exec(catalogue)?.[1])
  const pageNumber = Number(/\/Kids \[\s*(\d+) 0 R/.exec(entriesOf(pages))?.[1])

  let count = size
  let length = before.length
  const parts: Buffer[] = [before]
  const offsets = new Map<number, number>()
  const append = (part: Buffer): void => {
    parts.push(part)
    length += part.length
  }
  if (before.at(-1) !== 0x0a) append(Buffer.from('\n'))
  return {
    catalogue,
    page: { number: pageNumber, entries: entriesOf(pageNumber) },
    catalogueNumber,
    next: () => count++,
    write(number, content) {
      offsets.set(number, length)
      append(Buffer.from(`${number} 0 obj\n`))
      const at = length
      append(Buffer.from(content))
      append(Buffer.from('\nendobj\n'))
      return at
    },
    end() {
      const at = length
      const lines = [...offsets]
        .sort(([a], [b]) => a - b)
        .map(([number, offset]) => `${number} 1\n${String(offset).padStart(10, '0')} 00000 n\r\n`)
      const rest = trailer.replace(/\/Size \d+/, `/Size ${count}`).replace(/\/Prev \d+/, '')
      append(
        Buffer.from(
          `xref\n${lines.join('')}trailer\n<<${rest}/Prev ${start}\n>>\nstartxref\n${at}\n%%EOF\n`,
          'latin1',
        ),
      )
      return Buffer.concat(parts)
    },
  }
}
