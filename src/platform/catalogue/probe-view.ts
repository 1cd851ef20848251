import { day } from '#kernel/day.ts'
import type { DocumentClaims, DocumentSpec, DocumentView } from '#platform/documents/document.ts'

const mark = (key: string) => `mark:${key}`
const probeDay = day('2000-01-01')

/** What a view answers about a document that has nothing but a birth date and a code, with a mark under every key. */
export function probed(
  { answer }: DocumentView,
  { codeWords = {} }: Pick<DocumentSpec, 'codeWords'>,
  birth?: typeof probeDay,
): Readonly<Record<string, string>> {
  const marked: DocumentClaims = {
    holderName: { ar: '', en: '' },
    validFrom: probeDay,
    facts: [],
    qr: Object.fromEntries(Object.keys(codeWords).map((key) => [key, mark(key)])),
    birth,
  }
  return answer(marked, probeDay) ?? {}
}

/**
 * The keys of the whole document’s code that a view repeats: what comes back marked. A view that looks at anything
 * else repeats nothing, so a whole document tells the less.
 */
export const repeatedBy = (view: DocumentView, it: Pick<DocumentSpec, 'codeWords'>): readonly string[] => {
  const said = probed(view, it)
  return Object.keys(it.codeWords ?? {}).filter((key) => said[key] === mark(key))
}

/** The keys that a view answers with and that no word explains. */
export const unexplainedBy = (view: DocumentView, it: Pick<DocumentSpec, 'codeWords'>): readonly string[] =>
  [...new Set([undefined, probeDay].flatMap((birth) => Object.keys(probed(view, it, birth))))].filter(
    (key) => !Object.hasOwn(it.codeWords ?? {}, key),
  )
