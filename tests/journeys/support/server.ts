import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { TestProject } from 'vitest/node'
import { freePort } from '#platform/database/embedded/cluster.ts'
import { buildAssets } from '#tests/support/browser.ts'

/** Where the one server of all journeys is, and what it keeps its things in. */
export interface Country {
  readonly portal: string
  readonly sandbox: string
  readonly data: string
}

declare module 'vitest' {
  interface ProvidedContext {
    country: Country
  }
}

const root = resolve(import.meta.dirname, '../../..')
const persons = '400'

/** Starts the product as a newcomer does, in a folder of its own, with the cast and a few hundred others. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  buildAssets()
  await mkdir(join(root, 'dist/pictures'), { recursive: true })
  const data = await mkdtemp(join(tmpdir(), 'diwan-journeys-'))
  const [web, sandbox, smpp, smtp] = await Promise.all([freePort(), freePort(), freePort(), freePort()])
  const child = spawn(process.execPath, [join(root, 'bin/diwan'), 'serve'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      DIWAN_DATA: data,
      DIWAN_PERSONS: persons,
      DIWAN_LOG: 'warn',
      DIWAN_PORT: String(web),
      DIWAN_SANDBOX_PORT: String(sandbox),
      DIWAN_SANDBOX_SMPP_PORT: String(smpp),
      DIWAN_SANDBOX_SMTP_PORT: String(smtp),
    },
  })
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM')
    await ended
    await rm(data, { recursive: true, force: true })
  }
  let said = ''
  await new Promise<void>((ready, failed) => {
    child.once('exit', () => failed(new Error(`The server ended before it was ready:\n${said}`)))
    child.stderr.on('data', (chunk) => {
      process.stderr.write(chunk)
      said += String(chunk)
    })
    child.stdout.on('data', (chunk) => {
      said += String(chunk)
      if (said.includes('Ready after')) ready()
    })
  }).catch(async (error: unknown) => {
    await rm(data, { recursive: true, force: true })
    throw error
  })
  project.provide('country', {
    portal: `http://localhost:${web}`,
    sandbox: `http://localhost:${sandbox}`,
    data,
  })
  return stop
}
