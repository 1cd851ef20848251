import type { Text } from '#kernel/text.ts'

/** The names of one part of the world. */
export interface NameList {
  readonly male: readonly Text[]
  readonly female: readonly Text[]
  readonly family: readonly Text[]
}

/** Reads `عربي=English` pairs, one after the other. */
export const pairs = (list: string): readonly Text[] =>
  list
    .trim()
    .split(/\s*·\s*/)
    .map((pair) => {
      const [ar, en] = pair.split('=')
      if (!ar || !en) throw new Error(`not a pair of names: ${pair}`)
      return { ar: ar.trim(), en: en.trim() }
    })
