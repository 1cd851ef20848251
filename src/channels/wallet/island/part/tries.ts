import type { Shelf } from './shelf.ts'

/** Wrong PINs in a row, after which everything is erased. */
export const mostTries = 10

const name = 'tries'
const minute = 60_000
/** How long one waits after so many wrong ones. */
const waits: Readonly<Record<number, number>> = {
  3: minute / 2,
  4: minute,
  5: 2 * minute,
  6: 5 * minute,
  7: 10 * minute,
  8: 30 * minute,
  9: 60 * minute,
}

interface Tries {
  readonly wrong: number
  /** Milliseconds. */
  readonly last: number
}

/** When the next try may be made, in milliseconds from now; and how many are left. */
export async function triesLeft(
  shelf: Shelf,
  now: number,
): Promise<{ readonly left: number; readonly wait: number }> {
  const { wrong, last } = await read(shelf)
  const wait = last + (waits[wrong] ?? 0) - now
  return { left: mostTries - wrong, wait: wrong === 0 ? 0 : Math.max(0, wait) }
}

/** Counts a try before it is made, so that closing the page does not undo it; says whether it may be made. */
export async function countTry(shelf: Shelf, now: number): Promise<boolean> {
  const { left, wait } = await triesLeft(shelf, now)
  if (left <= 0 || wait > 0) return false
  const { wrong } = await read(shelf)
  await shelf.put(name, { wrong: wrong + 1, last: now } satisfies Tries)
  return true
}

/** The try was right. */
export const forgetTries = (shelf: Shelf): Promise<void> =>
  shelf.put(name, { wrong: 0, last: 0 } satisfies Tries)

// Only `countTry` and `forgetTries` write it.
const read = async (shelf: Shelf): Promise<Tries> =>
  ((await shelf.get(name)) as Tries | undefined) ?? { wrong: 0, last: 0 }
