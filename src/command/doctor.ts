import { constants } from 'node:fs'
import { access, mkdir } from 'node:fs/promises'
import { createServer } from 'node:net'
import { asset } from '#channels/face/assets.ts'
import { discover } from '#platform/catalogue/discover.ts'
import { readConfig } from '#platform/config.ts'
import { connect } from '#platform/database/connect.ts'
import { discoverMigrations, pending } from '#platform/database/migrate.ts'
import { listFailures } from '#platform/jobs/failures.ts'
import { openDatabase } from './session.ts'

/** Looks over everything that a start needs, says how each thing is, and answers whether all of it is well. */
export async function doctor(env: Readonly<Record<string, string | undefined>>): Promise<boolean> {
  let well = true
  const check = async <T>(
    what: string,
    look: () => Promise<readonly [string, T]>,
  ): Promise<T | undefined> => {
    try {
      const [finding, value] = await look()
      process.stdout.write(`✓ ${what}: ${finding}\n`)
      return value
    } catch (error) {
      well = false
      process.stdout.write(`✗ ${what}: ${error instanceof Error ? error.message : String(error)}\n`)
      return undefined
    }
  }

  await check('Node.js', async () => [process.versions.node, undefined])
  const config = await check('configuration', async () => {
    const read = readConfig(env)
    return [`${read.mode}, sandbox ${read.sandbox === undefined ? 'off' : 'on'}`, read]
  })
  await check('catalogue', async () => {
    const { definitions } = await discover()
    return [`${definitions.length} services and inquiries`, undefined]
  })
  await check('pages', async () => {
    if (asset('face.css') === '/assets/face.css') throw new Error('not built yet; "diwan serve" builds them')
    return ['styles and scripts are built', undefined]
  })
  if (config === undefined) return false
  await check('data folder', async () => {
    await mkdir(config.data, { recursive: true })
    await access(config.data, constants.W_OK)
    return [config.data, undefined]
  })
  for (const port of [config.port, ...(config.sandbox === undefined ? [] : Object.values(config.sandbox))])
    await check(`port ${port}`, async () => [
      (await isFree(config.host, port)) ? 'free' : 'in use (by Diwan, if it runs)',
      undefined,
    ])

  const database = await check('PostgreSQL', async () => {
    const opened = await openDatabase(config)
    return [config.databaseUrl === undefined ? 'embedded' : 'from DATABASE_URL', opened]
  })
  if (database === undefined) return false
  const { pool, db, close } = connect(database.url, { max: 2 })
  try {
    await check('its version', async () => {
      const { rows } = await pool.query<{ server_version: string }>('show server_version')
      const version = rows[0]?.server_version ?? ''
      if (Number.parseInt(version, 10) < 18) throw new Error(`${version}, but 18 or newer is needed`)
      return [version, undefined]
    })
    const current = await check('migrations', async () => {
      const waiting = await pending(pool, await discoverMigrations())
      if (waiting.length > 0) throw new Error(`${waiting.length} have not run; "diwan migrate" runs them`)
      return ['all have run', true]
    })
    if (current === true)
      await check('jobs', async () => {
        const failures = await listFailures(db)
        const [first] = failures
        if (first !== undefined)
          throw new Error(`${failures.length} failing, the first is ${first.task}: ${first.error}`)
        return ['none is failing', undefined]
      })
  } finally {
    await close()
    await database.stop()
  }
  return well
}

function isFree(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, host, () => server.close(() => resolve(true)))
  })
}
