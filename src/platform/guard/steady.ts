import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'

/** Answers no sooner than `floor` milliseconds, so that time does not tell which way the work went. */
export async function steady<T>(floor: number, work: () => Promise<T>): Promise<T> {
  const began = performance.now()
  const left = () => floor - (performance.now() - began)
  try {
    return await work()
  } finally {
    // A timer counts from when its loop last looked at the clock, and so may end before its time.
    for (let rest = left(); rest > 0; rest = left()) await sleep(Math.ceil(rest))
  }
}
