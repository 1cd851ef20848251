import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Insertable } from 'kysely'
import type { PoolClient } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { Tables } from './tables.ts'

/**
 * Streams rows into a table, hundreds of thousands a second; answers how many. The columns are the
 * keys of the first row; a column that is left out takes its default. Arrays and objects go in as JSON.
 */
export type Copy = <T extends keyof Tables & string>(
  table: T,
  rows: Iterable<Insertable<Tables[T]>>,
) => Promise<number>

/** A list of slugs for a column of the type `text[]`, which is written in braces and not as JSON. */
export const textArray = (slugs: readonly string[]): string[] =>
  // The row's type names what the column gives when it is read; COPY takes its text.
  `{${slugs.join(',')}}` as unknown as string[]

const CHUNK = 1 << 16

/** COPY on one connection, so that it takes part in that connection's transaction. */
export const copyInto =
  (client: PoolClient): Copy =>
  async (table, rows) => {
    const iterator: Iterator<object> = rows[Symbol.iterator]()
    const first = iterator.next()
    if (first.done) return 0
    const columns = Object.keys(first.value)
    let count = 0
    function* chunks() {
      let text = ''
      for (let row: IteratorResult<object> = first; !row.done; row = iterator.next()) {
        const entries = new Map(Object.entries(row.value))
        if (entries.size !== columns.length) throw new Error(`rows for ${table} differ in their columns`)
        text += `${columns.map((column) => encode(entries, column, table)).join('\t')}\n`
        count += 1
        if (text.length > CHUNK) {
          yield text
          text = ''
        }
      }
      yield text
    }
    const names = columns.map((column) => `"${column}"`).join(', ')
    await pipeline(Readable.from(chunks()), client.query(copyFrom(`copy "${table}" (${names}) from stdin`)))
    return count
  }

function encode(row: ReadonlyMap<string, unknown>, column: string, table: string): string {
  const value = row.get(column)
  if (value === null) return '\\N'
  if (value === undefined) throw new Error(`a row for ${table} has no ${column}`)
  switch (typeof value) {
    case 'number':
    case 'bigint':
      return String(value)
    case 'boolean':
      return value ? 't' : 'f'
    case 'string':
      return quoted(value)
  }
  if (value instanceof Date) return value.toISOString()
  if (value instanceof Uint8Array) return `\\\\x${Buffer.from(value).toString('hex')}`
  return quoted(JSON.stringify(value))
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }
const quoted = (text: string) => text.replace(/[\\\t\n\r]/g, (character) => escapes[character] ?? character)
