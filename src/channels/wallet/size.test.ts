import { readFileSync } from 'node:fs'
import { beforeAll, expect, it } from 'vitest'
import { asset, withPieces } from '#channels/face/assets.ts'
import { buildAssets } from '#tests/support/browser.ts'

beforeAll(() => buildAssets())

const packed = (address: string) =>
  readFileSync(new URL(`../../../dist${address}.br`, import.meta.url)).length

it('comes over the line in less than 150 KB, scripts and styles together', () => {
  const files = [...withPieces('wallet.js'), asset('wallet.css'), asset('face.css')]
  expect(files.length).toBeGreaterThan(2)
  const size = files.reduce((sum, file) => sum + packed(file), 0)
  expect(size).toBeGreaterThan(20_000)
  expect(size).toBeLessThan(150_000)
})
