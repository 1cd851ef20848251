import { glob } from 'node:fs/promises'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { PoolClient } from 'pg'
import { dayOf } from '#kernel/day.ts'
import { enterOffices } from '#platform/appointments/office.ts'
import { offices } from '#platform/appointments/offices.ts'
import { copyInto } from '#platform/database/copy.ts'
import { randomOf } from '#platform/people/random.ts'
import { castNames, type Synthetic } from '#platform/people/synthetic.ts'
import type {} from '#platform/people/tables.ts'
import type { Platform } from '#platform/platform.ts'
import { blockSize, makeBlock } from './block.ts'
import { castEstablishment, makeCast } from './cast.ts'
import { openReadyAccounts } from './ready.ts'
import { copyPeople } from './rows.ts'

/** Blocks that go in together: bounds the memory, and what an interruption costs. */
const batchBlocks = 20

type Needs = Pick<Platform, 'db' | 'pool' | 'vault' | 'clock' | 'config'>

export interface PopulateOptions {
  /** Made up in hundreds; the cast comes on top. */
  readonly persons: number
  readonly seed?: string
  /** Called after each batch, with the number of persons in the database so far. */
  readonly onProgress?: (persons: number) => void
}

/**
 * Fills an empty database with a country, or goes on where an earlier run stopped; answers how many persons
 * were added. The same seed and day give the same people; a larger country begins with the smaller one.
 * @throws when the database holds a country of another seed, or in production mode.
 */
export async function populate(
  platform: Needs,
  { persons, seed = 'diwan', onProgress }: PopulateOptions,
): Promise<number> {
  const wanted = Math.ceil(persons / blockSize)
  const sectors = await discoverSynthetic()
  const done = await platform.db.selectFrom('synthetic_batch').select(['seed', 'persons']).execute()
  if (done.some((batch) => batch.seed !== seed))
    throw new Error('This database holds another country: its seed differs.')
  const start = done.reduce((sum, batch) => sum + batch.persons, 0) / blockSize
  for (let from = start, batch = done.length; from < wanted; from += batchBlocks, batch += 1) {
    const to = Math.min(from + batchBlocks, wanted)
    await fill(platform, sectors, { batch, from, to, seed })
    onProgress?.(to * blockSize)
  }
  await enterOffices(platform.db, offices)
  await openReadyAccounts(platform)
  if (start < wanted) await platform.pool.query('analyze')
  return Math.max(0, wanted - start) * blockSize
}

/** One batch, whole or not at all. */
async function fill(
  { pool, vault, clock }: Needs,
  sectors: readonly Synthetic[],
  { batch, from, to, seed }: { batch: number; from: number; to: number; seed: string },
): Promise<void> {
  const at = clock.now()
  const today = dayOf(at)
  const cast = makeCast(seed, today)
  const blocks = Array.from({ length: to - from }, (_, index) => makeBlock(seed, from + index, today))
  const first = batch === 0
  const persons = [
    ...(first ? castNames.map((name) => cast[name]) : []),
    ...blocks.flatMap((it) => it.persons),
  ]
  // One of the cast owns the first establishment, to show what an owner does.
  const establishments = [
    ...blocks.map(({ establishment }, at) =>
      first && at === 0 ? { ...establishment, owner: cast.seller.id } : establishment,
    ),
    ...(first ? [castEstablishment(cast, today)] : []),
  ]
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query('insert into synthetic_batch (batch, seed, persons, at) values ($1, $2, $3, $4)', [
      batch,
      seed,
      (to - from) * blockSize,
      at,
    ])
    const copy = copyInto(client)
    await copyPeople(copy, persons, establishments, today)
    for (const sector of sectors)
      await sector({
        copy,
        vault,
        today,
        at,
        persons,
        establishments,
        first,
        cast,
        random: ({ serial }, purpose) => randomOf(seed, 'person', serial, purpose),
      })
    await client.query('commit')
    client.release()
  } catch (error) {
    await rollBack(client)
    throw error
  }
}

async function rollBack(client: PoolClient): Promise<void> {
  try {
    await client.query('rollback')
    client.release()
  } catch {
    // The connection is in no state to be used again.
    client.release(true)
  }
}

const house = resolve(import.meta.dirname, '..')

/** The default export of each sector's `synthetic.ts`, in the order of the sectors' names. */
async function discoverSynthetic(): Promise<readonly Synthetic[]> {
  const paths = await Array.fromAsync(glob('sectors/*/synthetic.ts', { cwd: house }))
  return Promise.all(
    paths.sort().map(async (path) => {
      // The file's shape is its contract; a wrong one fails to compile where it is written.
      const file = (await import(pathToFileURL(resolve(house, path)).href)) as { default: Synthetic }
      return file.default
    }),
  )
}
