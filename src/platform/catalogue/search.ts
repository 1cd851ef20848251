import type { Definition } from './definition.ts'

/** Marks, tatweel and invisible direction marks, which nobody types. */
const marks = /[\u064b-\u065f\u0670\u0640\u200e\u200f\u202a-\u202e]/g
const prefixes = ['وال', 'بال', 'كال', 'فال', 'لل', 'ال']
const stopWords = new Set(
  ['في', 'من', 'عن', 'على', 'الي', 'او', 'هل', 'the', 'a', 'of', 'for', 'to', 'my', 'i', 'how', 'do'].map(
    fold,
  ),
)

/** One spelling for what Arabic writes in several: hamza, taa marbuta, alif maqsura, diacritics. */
export function fold(word: string): string {
  return word
    .normalize('NFKC')
    .toLowerCase()
    .replace(marks, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ة/g, 'ه')
    .replace(/ى/g, 'ي')
    .replace(/ؤ/g, 'و')
    .replace(/ئ/g, 'ي')
    .replace(/گ/g, 'ك')
}

/** The words of a phrase as they are compared: folded, without the article, without the smallest words. */
export function wordsOf(phrase: string): string[] {
  return fold(phrase)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word && !stopWords.has(word))
    .map(stem)
}

function stem(word: string): string {
  for (const prefix of prefixes)
    if (word.startsWith(prefix) && word.length - prefix.length >= 3) return word.slice(prefix.length)
  if (/^[a-z]+$/.test(word) && word.length > 4)
    return word.replace(/(ies)$/, 'y').replace(/(ing|ed|es|s|al)$/, '')
  return word
}

/**
 * A search over titles, summaries and other words: forgiving in spelling, exact enough to rank.
 * Each word of the query must be found somewhere; with none found for all, the best partial ones answer.
 */
export function searchIndex(definitions: readonly Definition[]): (query: string) => readonly Definition[] {
  const entries = definitions.map((definition) => ({
    definition,
    title: [...wordsOf(definition.title.ar), ...wordsOf(definition.title.en)],
    words: [...(definition.words ?? []).flatMap(wordsOf), ...definition.slug.split('-').map(stem)],
    summary: [...wordsOf(definition.summary.ar), ...wordsOf(definition.summary.en)],
  }))
  return (query) => {
    const wanted = wordsOf(query)
    if (!wanted.length) return definitions
    const scored = entries.map((entry) => {
      const scores = wanted.map((word) =>
        Math.max(3 * best(word, entry.title), 2 * best(word, entry.words), best(word, entry.summary)),
      )
      return {
        definition: entry.definition,
        every: scores.every((score) => score > 0),
        score: scores.reduce((a, b) => a + b, 0) - entry.title.length / 100,
      }
    })
    const every = scored.filter((one) => one.every)
    const found = every.length ? every : scored.filter((one) => one.score >= 2)
    return found.sort((a, b) => b.score - a.score).map((one) => one.definition)
  }
}

function best(word: string, among: readonly string[]): number {
  let top = 0
  for (const one of among) top = Math.max(top, likeness(word, one))
  return top
}

/** 1 for the same word, less for a beginning of it, a part of it, or one letter amiss. */
function likeness(query: string, word: string): number {
  if (query === word) return 1
  if (query.length >= 2 && word.startsWith(query)) return 0.8
  if (word.length >= 4 && query.startsWith(word)) return 0.6
  if (query.length >= 4 && word.includes(query)) return 0.5
  if (query.length >= 4 && word.length >= 4 && withinOneEdit(query, word)) return 0.4
  return 0
}

function withinOneEdit(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  let at = 0
  while (at < short.length && short[at] === long[at]) at++
  const rest = short.length === long.length ? short.slice(at + 1) : short.slice(at)
  return rest === long.slice(at + 1)
}
