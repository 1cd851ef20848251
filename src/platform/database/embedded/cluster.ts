import { execFile, spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { chmod, chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import type { Binaries } from './binaries.ts'
import type { Owner } from './owner.ts'
import { findPostmaster, type Postmaster, until } from './postmaster.ts'

/** Where one PostgreSQL keeps its data, and who runs it. */
export interface Cluster {
  readonly folder: string
  readonly log: string
  readonly binaries: Binaries
  readonly owner: Owner | undefined
}

export const SUPERUSER = 'diwan'

/** Bytes that an address of a socket may have on every system. */
const SOCKET_LIMIT = 103

/**
 * Where programs of this machine reach the server without the network's work, which is a good part of a short
 * query: the closed folder around its data. Nothing where there is no such way, or the path is too long for one.
 */
export function socketFolder(folder: string): string | undefined {
  const home = dirname(folder)
  const fits = Buffer.byteLength(join(home, '.s.PGSQL.65535')) <= SOCKET_LIMIT
  // PostgreSQL reads a list of folders there, in which these mean something.
  return process.platform !== 'win32' && fits && !/[,"']/.test(home) ? home : undefined
}

/** Makes the data folder of a new cluster; one that was interrupted half-way leaves nothing behind that counts. */
export async function initialise(
  cluster: Cluster,
  password: string,
  options: readonly string[] = [],
): Promise<void> {
  const { folder, owner, binaries } = cluster
  const half = `${folder}.new`
  const secret = `${folder}.password`
  await rm(half, { recursive: true, force: true })
  await mkdir(dirname(folder), { recursive: true })
  await chmod(dirname(folder), 0o700)
  await writeFile(secret, password, { mode: 0o600 })
  if (owner !== undefined)
    for (const path of [dirname(folder), secret]) await chown(path, owner.uid, owner.gid)
  try {
    const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
    const login = [`--username=${SUPERUSER}`, `--pwfile=${secret}`, '--auth=scram-sha-256']
    await promisify(execFile)(binaries.initdb, ['-D', half, ...locale, ...login, ...options], {
      cwd: dirname(folder),
      ...(owner === undefined ? {} : { uid: owner.uid, gid: owner.gid }),
    })
    await rename(half, folder)
  } finally {
    await rm(secret, { force: true })
  }
}

/**
 * Starts the server of a cluster and waits until it takes connections, after a crash until it has
 * recovered. It runs in a process group of its own: a Ctrl-C meant for the program does not reach it.
 */
export async function launch(
  cluster: Cluster,
  port: number,
  settings: Readonly<Record<string, string>>,
): Promise<Postmaster> {
  const { folder, owner, binaries, log } = cluster
  const always = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: socketFolder(folder) ?? '',
    timezone: 'UTC',
  }
  const all = { ...always, ...settings }
  const flags = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const output = openSync(log, 'w', 0o600)
  const child = spawn(binaries.postgres, ['-D', folder, '-p', String(port), ...flags], {
    cwd: folder,
    detached: true,
    stdio: ['ignore', output, output],
    ...(owner === undefined ? {} : { uid: owner.uid, gid: owner.gid }),
  })
  closeSync(output)
  let gone = false
  child.on('exit', () => {
    gone = true
  })
  child.on('error', () => {
    gone = true
  })
  child.unref()
  let postmaster: Postmaster | undefined
  await until(async () => {
    postmaster = gone ? undefined : await findPostmaster(folder)
    return gone || postmaster?.ready === true
  }, 120)
  if (postmaster?.ready !== true)
    throw new Error(`PostgreSQL did not start in ${folder}:\n${(await readFile(log, 'utf8')).slice(-2000)}`)
  return postmaster
}

/** Stops the server of a data folder and waits for its end: `fast` writes everything down first, `immediate` recovers at the next start. */
export async function halt(folder: string, how: 'fast' | 'immediate'): Promise<void> {
  const running = await findPostmaster(folder)
  if (running === undefined) return
  process.kill(running.pid, how === 'fast' ? 'SIGINT' : 'SIGQUIT')
  if (!(await until(async () => (await findPostmaster(folder))?.pid !== running.pid, 60)))
    throw new Error(`PostgreSQL (process ${running.pid}) did not stop within a minute.`)
}

/** `wished` when nobody listens there, else any free port of this machine. */
export async function freePort(wished?: number): Promise<number> {
  const port = await new Promise<number | undefined>((answer) => {
    const server = createServer()
    server.once('error', () => answer(undefined))
    server.listen(wished ?? 0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => answer(typeof address === 'object' ? address?.port : undefined))
    })
  })
  if (port !== undefined) return port
  if (wished === undefined) throw new Error('This machine has no free port on 127.0.0.1.')
  return freePort()
}

/** The address of a database: by the socket in a folder, where the server has one there, else by its port. */
export const urlOf = (port: number, password: string, database: string, sockets?: string): string =>
  `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}${sockets ? `?host=${encodeURIComponent(sockets)}` : ''}`
