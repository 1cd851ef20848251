import { performance } from 'node:perf_hooks'
import { expect, it } from 'vitest'
import { steady } from './steady.ts'

const took = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now()
  await work().catch(() => undefined)
  return performance.now() - began
}

/** Keeps the loop from looking at the clock. */
function busy(milliseconds: number): void {
  const until = performance.now() + milliseconds
  while (performance.now() < until);
}

it('answers no sooner than it says, whatever the work did to the clock of the loop, and however it went', async () => {
  for (let at = 0; at < 20; at++) {
    const floor = 12 + at / 20
    expect(await took(() => steady(floor, async () => busy(at % 10)))).toBeGreaterThanOrEqual(floor)
  }
  const failed = () => steady(20, () => Promise.reject(new Error('no')))
  expect(await took(failed)).toBeGreaterThanOrEqual(20)
})

it('gives what the work gives, or why it failed', async () => {
  expect(await steady(1, async () => 'fine')).toBe('fine')
  await expect(steady(1, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
})
