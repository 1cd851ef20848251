import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { inject } from 'vitest'
import { z } from 'zod'
import type { Mobile } from '#kernel/mobile.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { connect } from '#platform/database/connect.ts'
import { urlOf } from '#platform/database/embedded/cluster.ts'
import type { Db } from '#platform/database/tables.ts'
import { openVault } from '#platform/database/vault.ts'
import { codeOf } from '#platform/guard/visual-code.ts'
import type { CastName } from '#platform/people/synthetic.ts'
import { castNumber } from '#population/cast.ts'

export const country = inject('country')
const vault = await openVault({ data: country.data, vaultKeys: undefined })

/** What somebody with good eyes reads off the picture: only who holds the platform's key can work it out. */
export const readPicture = (challenge: string): string => codeOf(vault, challenge)

const note = z.object({ port: z.number(), password: z.string() })

/** The server's own database, to find out whom to ask about; no journey changes anything in it. */
async function open(): Promise<Db> {
  const { port, password } = note.parse(
    JSON.parse(await readFile(join(country.data, 'database.json'), 'utf8')),
  )
  // Every journey of this process uses it: it ends with the process.
  return connect(urlOf(port, password, 'diwan'), { max: 2 }).db
}
export const db = await open()

export interface Known {
  readonly number: PersonNumber
  readonly born: string
  readonly mobile: Mobile
}

/** A member of the cast, as their papers show them. */
export async function theOne(name: CastName): Promise<Known> {
  const row = await db
    .selectFrom('person')
    .select(['person_id', 'born', 'registered_mobile'])
    .where('person_id', '=', castNumber(name))
    .executeTakeFirstOrThrow()
  if (!row.registered_mobile) throw new Error(`${name} has no mobile`)
  return { number: row.person_id, born: row.born, mobile: row.registered_mobile }
}

const texts = z.array(z.object({ text: z.string(), at: z.string() }))

/** Everything that arrived on a phone, oldest first. */
export async function textsTo(mobile: Mobile): Promise<readonly string[]> {
  const answer = await fetch(`${country.sandbox}/phone/${encodeURIComponent(mobile)}/messages`)
  return texts.parse(await answer.json()).map(({ text }) => text)
}
