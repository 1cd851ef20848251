import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { afterAll, describe, expect, it } from 'vitest'
import { socketFolder } from './cluster.ts'
import { startEmbedded } from './embedded.ts'
import { findPostmaster } from './postmaster.ts'

const data = await mkdtemp(join(tmpdir(), 'embedded-'))
await chmod(data, 0o755)
afterAll(() => rm(data, { recursive: true, force: true }))

const folder = async (): Promise<string> =>
  JSON.parse(await readFile(join(data, 'database.json'), 'utf8')).folder

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

describe('the embedded database', () => {
  it('is made once, and found again with what was written', async () => {
    const first = await startEmbedded(data)
    await ask(first.url, 'create table kept as select 1 as n')
    await first.stop()
    expect(await findPostmaster(await folder())).toBeUndefined()
    const second = await startEmbedded(data)
    expect(second.url).toBe(first.url)
    expect(await ask(second.url, 'select n from kept')).toEqual([{ n: 1 }])
    await second.stop()
  })

  it('is reached by a socket in a folder that nobody else may enter, and by its port alike', async () => {
    const embedded = await startEmbedded(data)
    const home = dirname(await folder())
    expect(new URL(embedded.url).searchParams.get('host')).toBe(home)
    expect((await stat(home)).mode & 0o777).toBe(0o700)
    const port = 'select inet_server_port() as port'
    expect(await ask(embedded.url, port)).toEqual([{ port: null }])
    const byPort = Number(new URL(embedded.url).port)
    expect(await ask(embedded.url.replace(/\?.*/, ''), port)).toEqual([{ port: byPort }])
    await embedded.stop()
  })

  it('has no socket where the path of its folder is too long for one', () => {
    expect(socketFolder(`/data/${'x'.repeat(90)}/postgresql`)).toBeUndefined()
    expect(socketFolder('/data/one,two/postgresql')).toBeUndefined()
    expect(socketFolder('/data/postgresql')).toBe('/data')
  })

  it('comes back by itself when it is killed in use, and loses nothing', async () => {
    const embedded = await startEmbedded(data)
    await ask(embedded.url, 'insert into kept values (2)')
    const killed = await findPostmaster(await folder())
    process.kill(killed?.pid ?? 0, 'SIGKILL')
    await expect
      .poll(() => ask(embedded.url, 'select max(n) as n from kept').catch(() => 'down'), { timeout: 15_000 })
      .toEqual([{ n: 2 }])
    await embedded.stop()
  })

  it('starts although a killed server left its process number, which another program has now', async () => {
    const path = join(await folder(), 'postmaster.pid')
    await writeFile(path, `${process.pid}\n${await folder()}\n0\n1\n\n127.0.0.1\n0\nready\n`)
    const embedded = await startEmbedded(data)
    expect(await ask(embedded.url, 'select count(*)::int as n from kept')).toEqual([{ n: 2 }])
    await embedded.stop()
  })
})
