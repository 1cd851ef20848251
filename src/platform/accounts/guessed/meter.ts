import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common'
import { arabicWords } from './arabic-words.ts'
import { fold } from './fold.ts'
import { arabicGraph, onArabicKeys, onLatinKeys } from './layout.ts'

export const longest = 256

/** Common passwords that are tried on the other layout too. */
const tried = 1000

const lines = arabicWords.trim().split('\n')
const arabic = lines.map((line) => line.split(' ')[0] ?? '')
const inLatin = lines.flatMap((line) => line.split(' ').slice(1))
const common: readonly string[] = dictionary['passwords-common']

const meter = new ZxcvbnFactory({
  dictionary: {
    ...dictionary,
    arabic: arabic.map(fold),
    'arabic-in-latin': inLatin,
    'arabic-on-latin-keys': arabic.flatMap(onLatinKeys),
    'common-on-arabic-keys': [...common.slice(0, tried), ...inLatin].map((word) => fold(onArabicKeys(word))),
  },
  graphs: { ...adjacencyGraphs, arabic: arabicGraph(adjacencyGraphs.qwerty) },
  maxLength: longest,
})

/** How many guesses a password takes, at the least: as it is written and as it is folded. */
export function guesses(password: string, known: readonly string[] = []): number {
  const forms = new Set([password, fold(password)])
  return Math.min(...[...forms].map((form) => meter.check(form, [...known]).guesses))
}
