import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { connect } from '#platform/database/connect.ts'
import { findBinaries } from '#platform/database/embedded/binaries.ts'
import {
  freePort,
  halt,
  initialise,
  launch,
  socketFolder,
  urlOf,
} from '#platform/database/embedded/cluster.ts'
import { SHELTER } from '#platform/database/embedded/embedded.ts'
import { findOwner } from '#platform/database/embedded/owner.ts'
import { isAlive } from '#platform/database/embedded/postmaster.ts'
import { discoverMigrations, migrate } from '#platform/database/migrate.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the databases of this run live; `template` is migrated and empty. */
    cluster: {
      readonly port: number
      readonly password: string
      readonly sockets: string | undefined
      readonly template: string
    }
  }
}

const PREFIX = 'diwan-test-'
const TEMPLATE = 'template_diwan'

/** Nothing in a test's database must survive the machine, so nothing waits for the disk. */
const settings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  autovacuum: 'off',
  jit: 'off',
  max_connections: '300',
  shared_buffers: '128MB',
}

/** One PostgreSQL for a whole run of the tests, with a migrated database to clone from. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await sweep()
  const owner = findOwner()
  const home = await mkdtemp(join(tmpdir(), `${PREFIX}${process.pid}-`))
  const folder = join(home, 'data')
  const cluster = { folder, log: join(home, 'log'), binaries: await findBinaries(owner, SHELTER), owner }
  const password = 'test'
  await initialise(cluster, password, ['--no-sync', '--no-instructions'])
  const port = await freePort()
  const sockets = socketFolder(folder)
  await launch(cluster, port, settings)
  const stop = async (): Promise<void> => {
    await halt(folder, 'immediate')
    await rm(home, { recursive: true, force: true })
  }
  try {
    const root = connect(urlOf(port, password, 'postgres', sockets))
    await root.pool.query(`create database ${TEMPLATE}`)
    await root.close()
    const template = connect(urlOf(port, password, TEMPLATE, sockets))
    await migrate(template.pool, await discoverMigrations())
    await template.close()
  } catch (error) {
    await stop()
    throw error
  }
  project.provide('cluster', { port, password, sockets, template: TEMPLATE })
  return stop
}

/** Takes away what a killed run left behind. */
async function sweep(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = Number(new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1])
    if (Number.isNaN(pid) || isAlive(pid)) continue
    const home = join(tmpdir(), name)
    await halt(join(home, 'data'), 'immediate')
    await rm(home, { recursive: true, force: true })
  }
}
