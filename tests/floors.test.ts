import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importsOf, violations } from './support/floors.ts'

/** What the check says of a house that holds these files. */
function judge(files: Readonly<Record<string, string>>): string[] {
  const root = mkdtempSync(join(tmpdir(), 'floors-'))
  try {
    for (const [name, source] of Object.entries(files)) {
      mkdirSync(dirname(join(root, 'src', name)), { recursive: true })
      writeFileSync(join(root, 'src', name), source)
    }
    return violations(importsOf(root))
  } finally {
    rmSync(root, { recursive: true })
  }
}

describe('the floors', () => {
  it('hold in this house', () => {
    const imports = importsOf(resolve(import.meta.dirname, '..'))
    expect(imports.length).toBeGreaterThan(100)
    expect(violations(imports)).toEqual([])
  })

  it.each([
    [
      'platform/a/x.ts',
      `import type { Y } from '#sectors/traffic/index.ts'`,
      'platform must not import sectors',
    ],
    ['channels/portal/x.tsx', `import '../../sectors/traffic/index.ts'`, 'channels must not import sectors'],
    [
      'channels/portal/x.ts',
      `const y = await import('#sandbox/bank.ts')`,
      'channels must not import sandbox',
    ],
    ['sandbox/x.ts', `export * from '#platform/a/y.ts'`, 'sandbox must not import platform'],
    ['kernel/x.ts', `import { readFile } from 'node:fs/promises'`, 'the kernel computes'],
    ['kernel/x.ts', `export type { Y } from '#platform/a/y.ts'`, 'kernel must not import platform'],
    ['platform/a/x.ts', `type Y = import('#main').Y`, 'platform must not import main'],
    ['platform/a/x.ts', `import '#tests/support/database.ts'`, 'platform must not import tests'],
    ['sectors/a/x.ts', `import { y } from '#sectors/b/rules.ts'`, 'by its index.ts only'],
  ])('refuse %s with %s', (file, source, reason) => {
    const found = judge({ [file]: source })
    expect(found).toHaveLength(1)
    expect(found[0]).toContain(reason)
  })

  it('refuse circles between sectors and between rooms', () => {
    expect(
      judge({
        'sectors/a/index.ts': `import type { B } from '#sectors/b/index.ts'`,
        'sectors/b/index.ts': `import '#sectors/c/index.ts'`,
        'sectors/c/index.ts': `import '../a/index.ts'`,
      }),
    ).toEqual(['a circle: sectors/a → sectors/b → sectors/c → sectors/a'])
    expect(
      judge({
        'platform/a/x.ts': `import '#platform/b/y.ts'`,
        'platform/b/y.ts': `import '#platform/a/z.ts'`,
      }),
    ).toHaveLength(1)
  })

  it('let a room use what lies below, its own files, and the index of another sector', () => {
    expect(
      judge({
        'sectors/a/services/x.ts': `import '../rules.ts'\nimport '#sectors/b/index.ts'\nimport '#platform/a/x.ts'\nimport 'zod'`,
        'sandbox/bank/x.ts': `import '#kernel/money.ts'\nimport '../page.tsx'\nimport 'fastify'`,
        'main.ts': `import '#channels/portal/x.ts'\nimport '#sandbox/x.ts'`,
        'platform/a/x.test.ts': `import '#tests/support/database.ts'`,
      }),
    ).toEqual([])
  })
})
