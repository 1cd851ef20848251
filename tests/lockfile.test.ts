import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'

const lockfile = z.object({
  packages: z.record(
    z.string(),
    z.object({ optionalDependencies: z.record(z.string(), z.string()).optional() }),
  ),
})
const text = readFileSync(resolve(import.meta.dirname, '../package-lock.json'), 'utf8')

describe('package-lock.json', () => {
  it('names no registry, so that every installation uses its own', () => {
    expect(text).not.toContain('"resolved"')
  })

  it('holds the optional packages of every system, without which npm ci refuses there', () => {
    const { packages } = lockfile.parse(JSON.parse(text))
    const isThere = (from: string, name: string): boolean => {
      const parents = from
        .split('/node_modules/')
        .map((_, i, all) => all.slice(0, i + 1).join('/node_modules/'))
      return [...parents, ''].some((parent) => `${parent}${parent && '/'}node_modules/${name}` in packages)
    }
    const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter((name) => !isThere(path, name)),
    )
    expect(missing).toEqual([])
  })
})
