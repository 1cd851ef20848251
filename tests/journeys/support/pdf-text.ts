import { inflateSync } from 'node:zlib'

/**
 * The runs of text of a PDF, in every reading that its fonts allow: enough to find a printed code without
 * a program that reads PDF. Each font's own table says which letters its glyphs are.
 */
export function textRuns(pdf: Buffer): readonly string[] {
  const streams = [...pdf.toString('latin1').matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(
    ([, body = '']) => inflated(body),
  )
  const fonts = streams.filter((text) => text.includes('begincmap')).map(glyphsOf)
  const runs = streams.flatMap((text) =>
    [...text.matchAll(/\[(.*?)\] TJ/gs)].map(([, run = '']) => codesOf(run)),
  )
  return runs.flatMap((run) => fonts.map((font) => run.map((code) => font.get(code) ?? '\uFFFD').join('')))
}

function inflated(body: string): string {
  try {
    return inflateSync(Buffer.from(body, 'latin1')).toString('latin1')
  } catch {
    return body
  }
}

/** Which letters a font's glyphs are: its ToUnicode table, single entries and ranges. */
function glyphsOf(table: string): ReadonlyMap<number, string> {
  const glyphs = new Map<number, string>()
  const letters = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le')
  for (const [, entries = ''] of table.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, code = '', hex = ''] of entries.matchAll(/<(\w+)>\s*<(\w+)>/g))
      glyphs.set(Number.parseInt(code, 16), letters(hex))
  for (const [, entries = ''] of table.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, from = '', to = '', hex = ''] of entries.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g))
      for (let at = Number.parseInt(from, 16); at <= Number.parseInt(to, 16); at++)
        glyphs.set(at, String.fromCharCode(Number.parseInt(hex, 16) + at - Number.parseInt(from, 16)))
  return glyphs
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

/** The glyphs of a run: two bytes each, in strings with escapes between adjustments. */
function codesOf(run: string): readonly number[] {
  const bytes = [...run.matchAll(/\(((?:\\.|[^\\)])*)\)/gs)]
    .map(([, text = '']) =>
      text.replace(/\\([0-7]{1,3}|[\s\S])/g, (_, it: string) =>
        /^[0-7]/.test(it) ? String.fromCharCode(Number.parseInt(it, 8)) : (escapes[it] ?? it),
      ),
    )
    .join('')
  return Array.from(
    { length: bytes.length >> 1 },
    (_, at) => (bytes.charCodeAt(2 * at) << 8) | bytes.charCodeAt(2 * at + 1),
  )
}
