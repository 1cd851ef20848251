import { createHash } from 'node:crypto'
import { glob, readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { runMigrations } from 'graphile-worker'
import type { Pool } from 'pg'

export interface Migration {
  /** Its path from the project's root, which is its name for ever. */
  readonly name: string
  readonly statements: readonly string[]
  readonly hash: string
}

const root = resolve(import.meta.dirname, '../../..')
const places = ['src/platform/*/migrations/*.sql', 'src/sectors/*/registry/*.sql']

/** Every migration of the house in the order they run: platform before sectors, then by number, then by path. */
export async function discoverMigrations(from: string = root): Promise<Migration[]> {
  const found: Migration[] = []
  for (const place of places) {
    const names = (await Array.fromAsync(glob(place, { cwd: from }))).map((name) =>
      name.replaceAll('\\', '/'),
    )
    for (const name of names.sort((a, b) => number(a) - number(b) || (a < b ? -1 : 1))) {
      const sql = await readFile(resolve(from, name), 'utf8')
      found.push({
        name,
        statements: statementsOf(sql),
        hash: createHash('sha256').update(sql).digest('hex'),
      })
    }
  }
  return found
}

/** The statements of a file: each ends with `;` at the end of a line; lines that begin with `--` are comments. */
export function statementsOf(sql: string): string[] {
  return sql
    .split('\n')
    .filter((line) => !line.trimStart().startsWith('--'))
    .join('\n')
    .split(/;[ \t]*(?:--.*)?$/m)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '')
}

/**
 * Brings a database up to date: the job queue's schema, then what has not run yet, each migration in
 * a transaction of its own, so that a broken one leaves no half. Safe to run from several processes.
 * @returns the names of what ran now.
 * @throws when a migration fails, or was changed after it ran.
 */
export async function migrate(pool: Pool, migrations: readonly Migration[]): Promise<string[]> {
  await runMigrations({ pgPool: pool })
  await pool.query(
    'create table if not exists migration (name text primary key, hash text not null, at timestamptz not null)',
  )
  const names: string[] = []
  for (const migration of await pending(pool, migrations))
    if (await run(pool, migration)) names.push(migration.name)
  return names
}

/**
 * What has not run yet on a database.
 * @throws when a migration was changed after it ran.
 */
export async function pending(pool: Pool, migrations: readonly Migration[]): Promise<Migration[]> {
  const { rows } = await pool.query<{ there: boolean }>(
    `select to_regclass('migration') is not null as there`,
  )
  if (rows[0]?.there !== true) return [...migrations]
  const ran = await pool.query<{ name: string; hash: string }>('select name, hash from migration')
  const hashes = new Map(ran.rows.map((row) => [row.name, row.hash]))
  return migrations.filter(({ name, hash }) => {
    const before = hashes.get(name)
    if (before !== undefined && before !== hash)
      throw new Error(`${name} was changed after it ran here. Write a new migration instead.`)
    return before === undefined
  })
}

async function run(pool: Pool, migration: Migration): Promise<boolean> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query('lock table migration in exclusive mode')
    const { rowCount } = await client.query(
      'insert into migration (name, hash, at) values ($1, $2, $3) on conflict do nothing',
      [migration.name, migration.hash, new Date()],
    )
    if (rowCount === 1) for (const statement of migration.statements) await client.query(statement)
    await client.query('commit')
    return rowCount === 1
  } catch (error) {
    await client.query('rollback')
    throw new Error(`${migration.name} failed: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    })
  } finally {
    client.release()
  }
}

const number = (name: string): number => Number(/(\d+)[^/]*$/.exec(name)?.[1] ?? 0)
