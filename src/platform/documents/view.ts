import type { Text } from '#kernel/text.ts'
import type { CodeWord, DocumentSpec } from './document.ts'

/** One thing that a code says, in words. */
export interface Answer {
  readonly label: Text
  readonly value: Text
}

/** What the keys of a code mean; one that nothing explains is left out, as nobody could read it. */
export const answersOf = (
  words: Readonly<Record<string, CodeWord>>,
  extra: Readonly<Record<string, string>>,
): readonly Answer[] =>
  Object.entries(extra).flatMap(([key, value]) => {
    const word = words[key]
    return word ? [{ label: word.label, value: word.values?.[value] ?? { ar: value, en: value } }] : []
  })

/** What a code is to say. @throws when the definition has no words for a key of it: no reader could tell what it means */
export function explained(
  { codeWords = {} }: Pick<DocumentSpec, 'codeWords'>,
  extra: Readonly<Record<string, string>> | undefined,
): typeof extra {
  for (const key of Object.keys(extra ?? {}))
    if (!(key in codeWords)) throw new Error(`the definition has no word for the key '${key}' of its code`)
  return extra
}
