import { mkdir, rmdir } from 'node:fs/promises'
import { join } from 'node:path'
import { vi } from 'vitest'
import type { Mobile } from '#kernel/mobile.ts'
import { country } from './country.ts'

/**
 * Waits until no other journey uses this phone or the finger on the readers, and keeps others waiting meanwhile:
 * journeys run side by side, and two that sign the same person in would read each other’s code.
 */
export async function inTurn<T>(what: Mobile | 'finger', does: () => Promise<T>): Promise<T> {
  const turns = join(country.data, 'turns')
  const mine = join(turns, what)
  await mkdir(turns, { recursive: true })
  await vi.waitFor(() => mkdir(mine), { timeout: 60_000, interval: 100 })
  try {
    return await does()
  } finally {
    await rmdir(mine)
  }
}
