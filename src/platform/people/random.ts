import { addDays, type Day, daysBetween } from '#kernel/day.ts'

/** A repeatable source of chance: the same names always give the same stream. */
export interface Random {
  /** 0 ≤ x < 1. */
  next(): number
  /** A whole number, both ends possible. */
  int(min: number, max: number): number
  chance(probability: number): boolean
  pick<T>(list: readonly T[]): T
  /** One of the keys, each as likely as its weight. */
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K
  /** As many decimal digits, the first not 0. */
  digits(count: number): string
  /** A day, both ends possible. */
  day(from: Day, to: Day): Day
}

/**
 * A stream for these names. Streams of different names are independent, so that what one person gets
 * does not depend on how many others there are, nor on what else is drawn.
 */
export function randomOf(...names: readonly (string | number)[]): Random {
  let state = hash(names.join('\u0000'))
  // mulberry32: small, fast, and good enough to spread facts over people.
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  const int = (min: number, max: number) => min + Math.floor(next() * (max - min + 1))
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick: (list) => {
      const it = list[int(0, list.length - 1)]
      if (it === undefined) throw new Error('nothing to pick from')
      return it
    },
    weighted: <K extends string>(weights: Readonly<Record<K, number>>): K => {
      const keys = Object.keys(weights) as K[]
      let left = next() * keys.reduce((sum, key) => sum + weights[key], 0)
      for (const key of keys) {
        left -= weights[key]
        if (left < 0) return key
      }
      return keys[keys.length - 1] as K
    },
    digits: (count) => Array.from({ length: count }, (_, at) => int(at === 0 ? 1 : 0, 9)).join(''),
    day: (from, to) => addDays(from, int(0, daysBetween(from, to))),
  }
}

/** 32 bits of a text (FNV-1a with a final mix). */
function hash(text: string): number {
  let h = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) h = Math.imul(h ^ text.charCodeAt(at), 0x01000193)
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return h ^ (h >>> 16)
}
