import type { Clock } from '#kernel/clock.ts'
import type { Day } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Text } from '#kernel/text.ts'
import type { Db } from '#platform/database/tables.ts'
import type { Vault } from '#platform/database/vault.ts'
import type { Block } from './block.ts'

export interface HoldingContext {
  readonly db: Db
  readonly clock: Clock
  readonly today: Day
  /** Opens what a table keeps sealed, for its owner to read. */
  readonly vault: Vault
}

export interface HoldingSpec {
  readonly sector: string
  readonly title: Text
  /** Smaller comes first; by sector and name where two are the same. 100 when absent. */
  readonly order?: number
  /** What it holds on the person, to be read by that person; no block when it holds nothing. */
  blocks(context: HoldingContext, person: PersonNumber): Promise<readonly Block[]>
}

export interface HoldingDefinition extends HoldingSpec {
  readonly kind: 'holding'
  readonly name: string
}

/**
 * One group of what the state holds on a person, as that person reads it (register `my-data`): the default
 * export of a file in a sector's `holdings/`, so that a sector is read without being imported.
 */
export const holding = (name: string, spec: HoldingSpec): HoldingDefinition => ({
  kind: 'holding',
  name,
  ...spec,
})

/** What is held on somebody, group by group. */
export interface Held {
  readonly title: Text
  readonly blocks: readonly Block[]
}

/** All groups that hold something, in their order. */
export async function heldOn(
  holdings: readonly HoldingDefinition[],
  context: HoldingContext,
  person: PersonNumber,
): Promise<readonly Held[]> {
  const all = await Promise.all(
    holdings.map(async (it) => ({ title: it.title, blocks: await it.blocks(context, person) })),
  )
  return all.filter((one) => one.blocks.length > 0)
}
