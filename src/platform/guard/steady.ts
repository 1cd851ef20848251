import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'

/** Answers no sooner than `floor` milliseconds, so that time does not tell which way the work went. */
export async function steady<T>(floor: number, work: () => Promise<T>): Promise<T> {
  const began = performance.now()
  try {
    return await work()
  } finally {
    const left = floor - (performance.now() - began)
    if (left > 0) await sleep(left)
  }
}
