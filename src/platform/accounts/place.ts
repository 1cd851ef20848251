import { isIPv4, isIPv6 } from 'node:net'
import { sql } from 'kysely'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import type { Vault } from '#platform/database/vault.ts'
import './devices-tables.ts'

/**
 * A network from which a person has signed in. It is kept as a keyed hash of the first 24 bits of the address
 * (48 of the longer ones), another one for each person: enough to see a new one, and too little to say where.
 */
export interface KnownPlace {
  readonly place: string
  /** What was last used there: `Chrome · Android`. */
  readonly agent: string | undefined
  readonly firstSeen: Date
  readonly lastSeen: Date
}

/** The network of an address: `203.0.113`, `2001:db8:0`; nothing for what is no address. */
export function networkOf(ip: string): string | undefined {
  const address = ip.split('%', 1)[0] ?? ''
  const inside = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address
  if (isIPv4(inside)) return inside.split('.').slice(0, 3).join('.')
  if (!isIPv6(address)) return undefined
  // In the shortest form, as every parser of addresses writes it.
  const [head = '', tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::')
  const first = head === '' ? [] : head.split(':')
  const last = tail ? tail.split(':') : []
  const zeros = tail === undefined ? 0 : 8 - first.length - last.length
  return [...first, ...Array<string>(zeros).fill('0'), ...last].slice(0, 3).join(':')
}

/** The place of an address, for one person. */
export const placeOf = (
  vault: Pick<Vault, 'index'>,
  person: PersonNumber,
  ip: string,
): string | undefined => {
  const network = networkOf(ip)
  return network && vault.index(`place:${person}:${network}`)
}

/** Writes down that somebody signed in from a place; answers whether they had others and not this one. */
export async function meetPlace(
  tx: Tx,
  it: { readonly person: PersonNumber; readonly place: string; readonly agent: string | null },
  at: Date,
): Promise<boolean> {
  const { person, place, agent } = it
  const { others, met } = await tx
    .with('known', (db) => db.selectFrom('known_place').select('place').where('person_id', '=', person))
    .insertInto('known_place')
    .values({ person_id: person, place, agent, first_seen: at, last_seen: at })
    .onConflict((conflict) => conflict.columns(['person_id', 'place']).doUpdateSet({ agent, last_seen: at }))
    .returning([
      sql<boolean>`exists (select 1 from known)`.as('others'),
      sql<boolean>`exists (select 1 from known where place = ${place})`.as('met'),
    ])
    .executeTakeFirstOrThrow()
  return others && !met
}

/** The places of a person, the last used first. */
export async function placesOf(db: Db, person: PersonNumber): Promise<readonly KnownPlace[]> {
  const rows = await db
    .selectFrom('known_place')
    .select(['place', 'agent', 'first_seen', 'last_seen'])
    .where('person_id', '=', person)
    .orderBy('last_seen', 'desc')
    .execute()
  return rows.map((row) => ({
    place: row.place,
    agent: row.agent ?? undefined,
    firstSeen: row.first_seen,
    lastSeen: row.last_seen,
  }))
}
