// Runs every check and every test, and ends with one line: `N passed, N failed`.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { ensureChromium } from './support/chromium.ts'
import type { Count } from './support/count-reporter.ts'
import { ensureDebian } from './support/debian.ts'
import { ensurePython } from './support/python.ts'

const root = resolve(import.meta.dirname, '..')
const total = { passed: 0, failed: 0 }
const say = (line: string): void => void process.stdout.write(`${line}\n`)

const run = (script: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): boolean =>
  spawnSync(process.execPath, [join(root, 'node_modules', script), ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  }).status === 0

function count(what: string, passed: boolean): void {
  total[passed ? 'passed' : 'failed'] += 1
  say(`${passed ? '✓' : '✗'} ${what}`)
}

count('types', run('typescript/bin/tsc', ['--noEmit']))
count('lint and format', run('@biomejs/biome/bin/biome', ['ci', '--diagnostic-level=warn']))

const chromium = ensureChromium()
if (!chromium.ok) count(`browser: ${chromium.error}`, false)
// Before two tests that read paper want it at once.
ensureDebian(() => existsSync('/usr/bin/pdftoppm'), 'poppler-utils')
const python = ensurePython()
if (!python.ok) say(`a second implementation of documents: ${python.error}`)

const folder = mkdtempSync(join(tmpdir(), 'diwan-count-'))
const report = join(folder, 'count.json')
try {
  const passed = run(
    'vitest/vitest.mjs',
    [
      'run',
      '--reporter=default',
      '--reporter=./tests/support/count-reporter.ts',
      ...(chromium.ok ? [] : ['--project=rooms']),
      ...process.argv.slice(2),
    ],
    { COUNT_FILE: report, ...(chromium.ok ? { CHROMIUM: chromium.value } : {}) },
  )
  const counted = readCount()
  total.passed += counted.passed
  total.failed += counted.failed
  if (!passed && counted.failed === 0) count('test run', false)
} finally {
  rmSync(folder, { recursive: true })
}

say(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed === 0 ? 0 : 1

function readCount(): Count {
  try {
    // Written by the reporter, which declares the type.
    return JSON.parse(readFileSync(report, 'utf8')) as Count
  } catch {
    return { passed: 0, failed: 0 }
  }
}
