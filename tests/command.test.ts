import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { afterAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { freePort } from '#platform/database/embedded/cluster.ts'
import { startEmbedded } from '#platform/database/embedded/embedded.ts'

const program = resolve(import.meta.dirname, '../bin/diwan')
const data = await mkdtemp(join(tmpdir(), 'command-'))
await chmod(data, 0o755)
const children: ChildProcess[] = []
afterAll(async () => {
  for (const child of children) {
    child.kill('SIGTERM')
    await ended(child)
  }
  await rm(data, { recursive: true, force: true })
})

const ports = Object.fromEntries(
  await Promise.all(
    ['DIWAN_PORT', 'DIWAN_SANDBOX_PORT', 'DIWAN_SANDBOX_SMPP_PORT', 'DIWAN_SANDBOX_SMTP_PORT'].map(
      async (name) => [name, String(await freePort())] as const,
    ),
  ),
)
const env = { ...process.env, ...ports, DIWAN_DATA: data, DIWAN_PERSONS: '40', DIWAN_LOG: 'silent' }

function run(args: readonly string[], more: NodeJS.ProcessEnv = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    env: { ...env, ...more },
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

/** The server as an operator starts it, once it says that it is ready. */
async function serve(): Promise<{ readonly child: ChildProcess; said(): string }> {
  const child = spawn(process.execPath, [program, 'serve'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  children.push(child)
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk) => {
      said += String(chunk)
    })
  await expect
    .poll(() => child.exitCode !== null || said.includes('Ready after'), { timeout: 60_000 })
    .toBe(true)
  expect(said).toContain('Ready after')
  return { child, said: () => said }
}

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode === null && child.signalCode === null) child.once('exit', () => resolve())
    else resolve()
  })

async function persons(): Promise<number> {
  const embedded = await startEmbedded(data)
  const client = new pg.Client({ connectionString: embedded.url })
  await client.connect()
  const { rows } = await client.query<{ n: number }>('select count(*)::int as n from person')
  await client.end()
  await embedded.stop()
  return rows[0]?.n ?? 0
}

describe('bin/diwan', () => {
  it('helps', () => {
    expect(run(['--help'])).toMatchObject({ status: 0, stderr: '' })
    expect(run(['serve', '--help']).stdout).toContain('--role web|worker|all')
  })

  it('says what it did not understand, and what to write instead', () => {
    expect(run(['bogus'])).toMatchObject({ status: 2, stdout: '' })
    expect(run(['serve', '--role', 'cook']).stderr).toContain('--role must be web, worker or all')
    expect(run(['migrate'], { DIWAN_PORT: 'many' })).toMatchObject({ status: 1, stdout: '' })
    expect(run(['serve'], { DIWAN_MODE: 'production', DIWAN_SANDBOX: 'on' }).stderr).toContain(
      'DIWAN_SANDBOX: must be off in production',
    )
  })

  it('lists the catalogue, one object a line', () => {
    const { status, stdout } = run(['catalogue', '--json'])
    expect(status).toBe(0)
    const line = z.strictObject({
      slug: z.string(),
      kind: z.enum(['service', 'inquiry', 'procedure']),
      sector: z.string(),
      version: z.int(),
      audience: z.array(z.string()).min(1),
      access: z.enum(['public', 'signed-in']),
    })
    const lines = stdout.trim().split('\n')
    expect(lines.map((text) => line.parse(JSON.parse(text))).length).toBeGreaterThan(0)
  })

  it('serves, stops all of it cleanly, and after a kill comes back with everything', {
    timeout: 120_000,
  }, async () => {
    const first = await serve()
    const home = await fetch(`http://localhost:${ports.DIWAN_PORT}/`).catch(() => undefined)
    expect(home?.status, first.said()).toBe(200)
    first.child.kill('SIGINT')
    await ended(first.child)
    expect(first.said()).toContain('Stopped.')
    const before = await persons()
    expect(before).toBeGreaterThanOrEqual(40)

    const second = await serve()
    second.child.kill('SIGKILL')
    await ended(second.child)
    const third = await serve()
    expect(third.said()).not.toContain('synthetic persons')
    third.child.kill('SIGTERM')
    await ended(third.child)
    expect(await persons()).toBe(before)
  })
})
