import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { type Connection, connect } from '#platform/database/connect.ts'
import { urlOf } from '#platform/database/embedded/cluster.ts'
import { whenDone } from './done.ts'

export { type TestPlatform, testPlatform } from './platform.ts'

/** A database of this test file's own, migrated and empty; it goes away when the file is through. */
export async function testDatabase(): Promise<Connection & { readonly url: string }> {
  const { port, password, sockets, template } = inject('cluster')
  const name = `test_${randomBytes(8).toString('hex')}`
  const root = connect(urlOf(port, password, 'postgres', sockets), { max: 1 })
  await root.pool.query(`create database ${name} template ${template}`)
  const url = urlOf(port, password, name, sockets)
  const connection = connect(url)
  whenDone(async () => {
    await connection.close()
    await root.pool.query(`drop database ${name} with (force)`)
    await root.close()
  })
  return { ...connection, url }
}
