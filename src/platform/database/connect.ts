import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Db, Tables } from './tables.ts'

const INT8 = 20
const INT8_ARRAY = 1016
const DATE = 1082
const DATE_ARRAY = 1182

/** `bigint` as a number (halalas and counts stay below 2^53), `date` as 'YYYY-MM-DD' and not as an instant. */
function types(): pg.TypeOverrides {
  const overrides = new pg.TypeOverrides()
  overrides.setTypeParser(INT8, Number)
  overrides.setTypeParser(INT8_ARRAY, (value) => items(value).map(Number))
  overrides.setTypeParser(DATE, (value) => value)
  overrides.setTypeParser(DATE_ARRAY, items)
  return overrides
}

/** The elements of an array of numbers or days, which need no quotes. */
const items = (array: string): string[] => (array === '{}' ? [] : array.slice(1, -1).split(','))

export interface Connection {
  readonly pool: pg.Pool
  readonly db: Db
  close(): Promise<void>
}

/**
 * A pool of connections and the typed door to the same database. `onError` hears of connections that
 * break outside a query, which the pool replaces by itself.
 */
export function connect(
  url: string,
  options: { readonly max?: number; readonly onError?: (error: Error) => void } = {},
): Connection {
  const hear = options.onError ?? (() => undefined)
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 10,
    types: types(),
    options: '-c TimeZone=UTC',
    idle_in_transaction_session_timeout: 60_000,
    connectionTimeoutMillis: 15_000,
    // A rush after a quiet minute must not begin with opening connections.
    idleTimeoutMillis: 600_000,
    keepAlive: true,
  })
  pool.on('error', hear)
  pool.on('connect', (client) => client.on('error', hear))
  return {
    pool,
    db: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }),
    close: () => pool.end(),
  }
}
