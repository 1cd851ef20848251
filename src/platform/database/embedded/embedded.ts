import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { z } from 'zod'
import { findBinaries, openShelter } from './binaries.ts'
import { type Cluster, freePort, halt, initialise, launch, urlOf } from './cluster.ts'
import { canEnter, findOwner, type Owner } from './owner.ts'
import { findPostmaster, isAlive, type Postmaster, until } from './postmaster.ts'

/** Where PostgreSQL finds a home that its own user can enter, when the project's folder is closed to it. */
export const SHELTER = '/var/lib/diwan'
const DATABASE = 'diwan'

const settings = {
  max_connections: '100',
  shared_buffers: '256MB',
  random_page_cost: '1.1',
  jit: 'off',
  log_timezone: 'UTC',
}

const noted = z.object({ folder: z.string(), port: z.number(), password: z.string() })

export interface Embedded {
  readonly url: string
  /** Lets go of the server; the last program that lets go stops it. */
  stop(): Promise<void>
}

/**
 * The PostgreSQL that lives in the data folder: made at the first start, found running when another
 * program of the same folder uses it (or was killed and left it running), else started, recovering
 * from whatever happened. One that dies while in use is started again.
 */
export async function startEmbedded(data: string): Promise<Embedded> {
  const owner = findOwner()
  const note = await readNote(data, owner)
  const cluster: Cluster = {
    folder: note.folder,
    log: join(data, 'postgresql.log'),
    binaries: await findBinaries(owner, SHELTER),
    owner,
  }
  if (!existsSync(cluster.folder)) await initialise(cluster, note.password)
  const users = join(data, 'database.users')
  const mine = join(users, String(process.pid))
  let { port } = note
  let pid = 0
  let sockets: string | undefined

  /** Finds the server running or starts it, and says that this program uses it. */
  const secure = async (): Promise<void> => {
    await mkdir(users, { recursive: true })
    await writeFile(mine, '')
    let running = await settled(cluster.folder)
    if (running === undefined) {
      port = await freePort(port)
      running = await launch(cluster, port, settings)
      await writeNote(data, { ...note, port })
    }
    port = running.port
    pid = running.pid
    sockets = running.sockets
  }

  await patiently(secure)
  let securing = false
  const watch = setInterval(async () => {
    if (securing || isAlive(pid)) return
    securing = true
    await patiently(secure).catch((error: unknown) => process.stderr.write(`${String(error)}\n`))
    securing = false
  }, 500)
  watch.unref()
  await ensureDatabase(urlOf(port, note.password, 'postgres'))
  return {
    url: urlOf(port, note.password, DATABASE, sockets),
    async stop() {
      clearInterval(watch)
      await rm(mine, { force: true })
      const others = (await readdir(users).catch(() => [])).map(Number).filter(isAlive)
      if (others.length === 0) await halt(cluster.folder, 'fast')
    },
  }
}

/** The server of a folder once it neither starts nor stops any more. */
async function settled(folder: string): Promise<Postmaster | undefined> {
  let found: Postmaster | undefined
  const steady = await until(async () => {
    found = await findPostmaster(folder)
    return found?.ready !== false
  }, 120)
  if (!steady) throw new Error(`PostgreSQL in ${folder} runs, but takes no connections.`)
  return found
}

/** A killed server's children hold its memory for a moment, and two programs may start at once: then it is tried again. */
async function patiently<T>(attempt: () => Promise<T>): Promise<T> {
  for (const end = Date.now() + 15_000; ; await sleep(250)) {
    try {
      return await attempt()
    } catch (error) {
      if (!/shared memory block|lock file/.test(String(error)) || Date.now() > end) throw error
    }
  }
}

async function readNote(data: string, owner: Owner | undefined): Promise<z.infer<typeof noted>> {
  const path = join(data, 'database.json')
  await mkdir(data, { recursive: true })
  if (existsSync(path)) return noted.parse(JSON.parse(await readFile(path, 'utf8')))
  const sheltered = owner !== undefined && !(await canEnter(owner, data))
  if (sheltered) await openShelter(SHELTER)
  const home = sheltered
    ? join(SHELTER, `database-${randomBytes(6).toString('hex')}`)
    : join(data, 'database')
  const note = {
    folder: join(home, 'postgresql-18'),
    port: await freePort(),
    password: randomBytes(24).toString('base64url'),
  }
  await writeNote(data, note)
  return note
}

const writeNote = (data: string, note: z.infer<typeof noted>): Promise<void> =>
  writeFile(join(data, 'database.json'), `${JSON.stringify(note, null, 2)}\n`, { mode: 0o600, flush: true })

async function ensureDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE])
    if (rowCount === 0) await client.query(`create database ${DATABASE}`)
  } finally {
    await client.end()
  }
}
