import type { Text } from '#kernel/text.ts'
import type { CodeWord } from './document.ts'

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
