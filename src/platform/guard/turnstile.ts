import { err, ok, type Result } from '#kernel/result.ts'
import type { Problem } from '#platform/problem.ts'

/** Lets a bounded number through at once and a bounded number wait; whoever comes after them is refused. */
export interface Turnstile {
  /** Whether somebody who came now would be refused. */
  full(): boolean
  /** Does the work in its turn, first come first served; refuses at once, with nothing begun, when it is full. */
  pass<T>(work: () => Promise<T>): Promise<Result<T, Problem>>
}

export function turnstile({
  atOnce,
  waiting,
  refusal,
}: {
  readonly atOnce: number
  readonly waiting: number
  readonly refusal: Problem
}): Turnstile {
  let inside = 0
  const queue: (() => void)[] = []
  const full = () => inside >= atOnce && queue.length >= waiting
  return {
    full,
    async pass(work) {
      if (full()) return err(refusal)
      if (inside >= atOnce) await new Promise<void>((go) => queue.push(go))
      else inside += 1
      try {
        return ok(await work())
      } finally {
        const next = queue.shift()
        if (next) next()
        else inside -= 1
      }
    },
  }
}
